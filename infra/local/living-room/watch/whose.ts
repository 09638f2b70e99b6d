import type { Key } from '../../../../lambda/adapters/table/table.ts';
import type { Actor } from '../../../../lambda/core/audit/act.ts';
import { carersOf } from '../../demo-council/carers.ts';
import { DEMO_HOMES } from '../../demo-council/demo-homes.ts';
import { OFFICERS } from '../../demo-council/harbour-county-council.ts';

type Known = { readonly name: string; readonly homeId: string };

/** The invented people of the demo, by id, so that a row can be told of by a name. */
const RESIDENTS: ReadonlyMap<string, Known> = new Map(
  DEMO_HOMES.flatMap(({ id, residents }) =>
    residents.map((resident): [string, Known] => [resident.id, { name: resident.nameToUse, homeId: id }]),
  ),
);
const STAFF: ReadonlyMap<string, string> = new Map(
  [...carersOf(DEMO_HOMES), ...OFFICERS].map(({ id, name }): [string, string] => [id, name]),
);

export const residentName = (id: string): string => RESIDENTS.get(id)?.name ?? 'a resident';

/** A Carer or Officer by name; whoever the demo does not know is somebody. */
export const personName = (id: string): string => STAFF.get(id) ?? 'Somebody';

export const actorName = (by: Actor): string => {
  if (by.kind === 'resident') return residentName(by.id);
  return by.kind === 'system' ? 'Bellbird' : personName(by.id);
};

export const homeOfResident = (id: string): string | undefined => RESIDENTS.get(id)?.homeId;

/** The Home that a key belongs to, if it belongs to one, and the Resident it names. */
export const whoseKey = ({ pk }: Key): { readonly residentId?: string; readonly homeId?: string } => {
  const [, kind, id = ''] = /^C#[^#]+#(RES|HOME)#([^#]+)$/.exec(pk) ?? [];
  if (kind === 'HOME') return { homeId: id };
  const homeId = kind === 'RES' ? homeOfResident(id) : undefined;
  return kind === 'RES' ? { residentId: id, ...(homeId === undefined ? {} : { homeId }) } : {};
};
