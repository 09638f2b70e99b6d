import * as v from 'valibot';
import {
  parseCarer,
  parseCouncil,
  parseHome,
  parseOfficer,
  parseResident,
} from '../../../lambda/adapters/table/people-schema.ts';
import type { Act } from '../../../lambda/core/audit/act.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Carer } from '../../../lambda/core/people/carer.ts';
import type { Council } from '../../../lambda/core/people/council.ts';
import type { Home } from '../../../lambda/core/people/home.ts';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';

/** Whom a council begins with. Echos, Screens and reminders come later, from the pages. */
export type Beginning = {
  readonly council: Council;
  readonly officers: readonly Officer[];
  readonly carers: readonly Carer[];
  readonly homes: readonly Home[];
  readonly residents: readonly Resident[];
};

const object = v.looseObject({});
const objects = v.optional(v.array(object), []);
const schema = v.strictObject({
  council: object,
  officers: objects,
  carers: objects,
  homes: objects,
  residents: v.optional(v.array(v.looseObject({ nameToUse: v.string() })), []),
});

/**
 * The people in a JSON text, each checked as a row of the table is. What only the program can know is added: whose council, the first
 * act, and for a Resident the settings that everybody begins with, who is at home. Throws one sentence for the first mistake.
 */
export const beginning = (text: string, at: Instant): Beginning => {
  const given = inPlace('the file', () => v.parse(schema, JSON.parse(text)));
  const council = inPlace('council', () => parseCouncil(given.council));
  const own = { council: council.id, lastAct: begun(at) };
  const each = <T>(what: string, rows: readonly object[], parse: (row: object) => T): readonly T[] =>
    rows.map((row, n) => inPlace(`${what} ${n + 1}`, () => parse(row)));
  return {
    council,
    officers: each('officer', given.officers, (row) => parseOfficer({ ...row, council: council.id })),
    carers: each('carer', given.carers, (row) => parseCarer({ ...row, council: council.id })),
    homes: each('home', given.homes, (row) => parseHome({ echos: [], screens: [], ...row, ...own })),
    residents: given.residents.map(({ nameToUse, ...row }, n) =>
      inPlace(`resident ${n + 1}`, () =>
        parseResident({ circle: [], presence: { kind: 'home' }, settings: defaultSettings(nameToUse), ...row, ...own }),
      ),
    ),
  };
};

const begun = (at: Instant): Act => ({ number: 1, at, by: { kind: 'system', id: 'begin' }, did: 'begin' });

/** The place and the field, never the value: it may be a person's. */
const inPlace = <T>(place: string, read: () => T): T => {
  try {
    return read();
  } catch (fault) {
    if (!v.isValiError(fault)) throw new Error(`${place} cannot be read as JSON`);
    const fields = fault.issues.map((issue) => v.getDotPath(issue) ?? 'the whole');
    throw new Error(`${place}: ${fields.join(', ')} cannot be used as it is`);
  }
};
