import * as v from 'valibot';
import type { ListRefused, ManagedEcho, ManagedEndpoints, ManagedRoom } from '../../core/pairing/managed-endpoints.ts';
import type { Posted } from '../amazon/call-amazon.ts';
import type { PropertiesCall } from './properties-call.ts';

const named = v.optional(v.object({ value: v.optional(v.object({ text: v.optional(v.string()) })) }));

const unit = v.object({ id: v.string(), name: named, parentId: v.nullish(v.string()) });

const endpoint = v.object({
  id: v.string(),
  name: named,
  friendlyName: named,
  features: v.optional(
    v.array(
      v.object({
        name: v.string(),
        properties: v.optional(v.array(v.object({ name: v.string(), value: v.unknown() }))),
      }),
    ),
  ),
});

const pageOf = <T extends v.GenericSchema>(item: T) =>
  v.object({
    results: v.array(item),
    paginationContext: v.optional(v.object({ nextToken: v.nullish(v.string()) })),
  });

/** A list longer than this is not read to its end: something is wrong with it. */
const MOST_PAGES = 100;

const refusalOf = (posted: Posted): ListRefused => {
  if (posted.kind === 'no-token') return { kind: 'not-read', reason: 'no-token' };
  const isRefused = posted.kind === 'answered' && (posted.status === 401 || posted.status === 403);
  return { kind: 'not-read', reason: isRefused ? 'not-allowed' : 'no-answer' };
};

type Listed<T> = { readonly kind: 'listed'; readonly items: readonly T[] } | ListRefused;

/** Reads every page of a list. One page that cannot be read makes the whole list unread: half a list would look whole. */
const listAll = async <T extends v.GenericSchema>(
  call: PropertiesCall,
  path: string,
  item: T,
): Promise<Listed<v.InferOutput<T>>> => {
  const items: v.InferOutput<T>[] = [];
  let next: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const posted = await call('GET', next === undefined ? path : `${path}&nextToken=${encodeURIComponent(next)}`);
    if (posted.kind !== 'answered' || posted.status !== 200) return refusalOf(posted);
    const read = v.safeParse(pageOf(item), posted.body);
    if (!read.success) return { kind: 'not-read', reason: 'no-answer' };
    items.push(...read.output.results);
    next = read.output.paginationContext?.nextToken ?? undefined;
    if (next === undefined) return { kind: 'listed', items };
  }
  return { kind: 'not-read', reason: 'no-answer' };
};

const textOf = (name: v.InferOutput<typeof named>): string => name?.value?.text ?? '';

/** `REACHABLE` and `UNREACHABLE` are Amazon's words; whatever else it says is no knowledge. */
const connectionOf = ({ features = [] }: v.InferOutput<typeof endpoint>): ManagedEcho['connection'] => {
  const properties = features.filter(({ name }) => name === 'connectivity').flatMap((one) => one.properties ?? []);
  const words = properties.flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'value' in value ? [value.value] : [value],
  );
  if (words.includes('UNREACHABLE') || words.includes('OFFLINE')) return 'offline';
  return words.includes('REACHABLE') || words.includes('OK') || words.includes('ONLINE') ? 'online' : 'not-known';
};

const echoOf = (one: v.InferOutput<typeof endpoint>): ManagedEcho => ({
  endpointId: one.id,
  name: textOf(one.friendlyName) || textOf(one.name),
  connection: connectionOf(one),
});

type Unit = v.InferOutput<typeof unit>;

/** The names of what a unit lies in, the outermost first; a unit that would lie in itself ends the walk. */
const withinOf = (of: Unit, units: ReadonlyMap<string, Unit>): readonly string[] => {
  const names: string[] = [];
  const seen = new Set([of.id]);
  for (let one = units.get(of.parentId ?? ''); one !== undefined && !seen.has(one.id); ) {
    seen.add(one.id);
    names.unshift(textOf(one.name));
    one = units.get(one.parentId ?? '');
  }
  return names;
};

const ORDER = new Intl.Collator('en-GB', { numeric: true });

const byName = (a: ManagedRoom, b: ManagedRoom): number =>
  ORDER.compare([...a.within, a.name].join('\n'), [...b.within, b.name].join('\n'));

/** So many rooms are asked for at once. Our own measure, not Amazon's. */
const ROOMS_AT_ONCE = 10;

/** Rooms and Echos by the Units and Endpoints APIs of Alexa Smart Properties, below the organisation or property of that id. */
export const managedEndpoints = (call: PropertiesCall, organisationId: string): ManagedEndpoints => {
  const inRoom: ManagedEndpoints['inRoom'] = async (unitId) => {
    const path = `/v2/endpoints?associatedUnits.id=${encodeURIComponent(unitId)}&expand=feature:connectivity`;
    const listed = await listAll(call, path, endpoint);
    return listed.kind === 'listed' ? { kind: 'echos', echos: listed.items.map(echoOf) } : listed;
  };
  const rooms: ManagedEndpoints['rooms'] = async () => {
    const path = `/v2/units?parentId=${encodeURIComponent(organisationId)}&expand=all&queryDepth=all`;
    const listed = await listAll(call, path, unit);
    if (listed.kind !== 'listed') return listed;
    const units = new Map(listed.items.map((one) => [one.id, one]));
    const found: ManagedRoom[] = [];
    for (let from = 0; from < listed.items.length; from += ROOMS_AT_ONCE) {
      const some = listed.items.slice(from, from + ROOMS_AT_ONCE);
      const echos = await Promise.all(some.map(({ id }) => inRoom(id)));
      for (const [n, one] of some.entries()) {
        const there = echos[n];
        if (there === undefined || there.kind === 'not-read') return there ?? { kind: 'not-read', reason: 'no-answer' };
        if (there.echos.length > 0)
          found.push({ unitId: one.id, name: textOf(one.name), within: withinOf(one, units), echos: there.echos });
      }
    }
    return { kind: 'rooms', rooms: found.sort(byName) };
  };
  return { rooms, inRoom };
};
