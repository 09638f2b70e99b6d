import type { Log } from '../../core/kernel/log.ts';
import type { Carers, Councils, Homes, Officers, Residents } from '../../core/people/people.ts';
import { carerKey, councilKey, homeKey, homeListKey, homeListPk, officerKey, residentKey } from './keys.ts';
import { parseCarer, parseCouncil, parseHome, parseOfficer, parseResident } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import { overwriteItem, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** The Residents of all councils, one row each. */
export const residentsIn = (table: Table): Residents => ({
  ofId: (council, id, options) => readItem(table, residentKey(council, id), parseResident, options),
  save: ({ value, version }) =>
    writeItem(table, { key: residentKey(value.council, value.id), kind: 'resident', body: value }, version),
});

const HOMES_ON_A_PAGE = 25;

/** Homes, each with a pointer in its council's list that is written after it. */
export const homesIn = (table: Table, log: Log): Homes => ({
  ofId: (council, id) => readItem(table, homeKey(council, id), parseHome, { strong: true }),
  save: async ({ value, version }) => {
    const saved = await writeItem(table, { key: homeKey(value.council, value.id), kind: 'home', body: value }, version);
    // A Home stands now, written by this try or by an earlier one that died before its pointer.
    if (version === 0) {
      await table.put({ key: homeListKey(value.council, value.id), kind: 'home-pointer', body: {} }, { ifNew: true });
    }
    return saved;
  },
  ofCouncil: async (council, after) => {
    const page = await table.list({
      pk: homeListPk(council),
      limit: HOMES_ON_A_PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const rows = await Promise.all(page.items.map((item) => table.get(homeKey(council, item.key.sk))));
    const homes = readableItems(
      rows.filter((row) => row !== undefined),
      parseHome,
      log,
    );
    return page.after === undefined ? { homes } : { homes, after: page.after };
  },
});

/** The registry of councils. */
export const councilsIn = (table: Table): Councils => ({
  ofId: async (id) => (await readItem(table, councilKey(id), parseCouncil))?.value,
  save: (council) => overwriteItem(table, { key: councilKey(council.id), kind: 'council', body: council }),
  stored: (id) => readItem(table, councilKey(id), parseCouncil, { strong: true }),
  replace: ({ value, version }) =>
    writeItem(table, { key: councilKey(value.id), kind: 'council', body: value }, version),
});

export const carersIn = (table: Table): Carers => ({
  ofId: async (council, id) => (await readItem(table, carerKey(council, id), parseCarer))?.value,
  save: (carer) => overwriteItem(table, { key: carerKey(carer.council, carer.id), kind: 'carer', body: carer }),
  stored: (council, id) => readItem(table, carerKey(council, id), parseCarer, { strong: true }),
  replace: ({ value, version }) =>
    writeItem(table, { key: carerKey(value.council, value.id), kind: 'carer', body: value }, version),
});

export const officersIn = (table: Table): Officers => ({
  ofId: async (council, id) => (await readItem(table, officerKey(council, id), parseOfficer))?.value,
  save: (officer) =>
    overwriteItem(table, { key: officerKey(officer.council, officer.id), kind: 'officer', body: officer }),
});
