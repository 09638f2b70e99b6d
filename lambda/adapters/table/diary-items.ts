import type { Diaries } from '../../core/diary/diaries.ts';
import type { Log } from '../../core/kernel/log.ts';
import { parseDiaryEntry, parseDiaryPlan } from './care-schema.ts';
import { DIARY, datedRange, diaryKey, planKey, residentPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { readableItems } from './readable-items.ts';
import { overwriteItem, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** Diary entries in order of their local time. */
export const diariesIn = (table: Table, log: Log): Diaries => ({
  ofId: (council, residentId, at, id) =>
    readItem(table, diaryKey(council, residentId, at, id), parseDiaryEntry, { strong: true }),
  save: ({ value, version }) =>
    writeItem(
      table,
      { key: diaryKey(value.council, value.residentId, value.at, value.id), kind: 'diary', body: value },
      version,
    ),
  between: async (council, residentId, from, to) =>
    readableItems(
      await listAll(table, { pk: residentPk(council, residentId), ...datedRange(DIARY, from, to) }),
      parseDiaryEntry,
      log,
    ),
  planOf: async (council, residentId) => (await readItem(table, planKey(council, residentId), parseDiaryPlan))?.value,
  savePlan: (plan) =>
    overwriteItem(table, { key: planKey(plan.council, plan.residentId), kind: 'diary-plan', body: plan }),
});
