import type { Diaries } from '../../core/diary/diaries.ts';
import { parseDiaryEntry, parseDiaryPlan } from './care-schema.ts';
import { DIARY, datedRange, diaryKey, planKey, residentPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { overwriteItem, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** Diary entries in order of their local time. */
export const diariesIn = (table: Table): Diaries => ({
  ofId: (council, residentId, at, id) =>
    readItem(table, diaryKey(council, residentId, at, id), parseDiaryEntry, { strong: true }),
  save: ({ value, version }) =>
    writeItem(
      table,
      { key: diaryKey(value.council, value.residentId, value.at, value.id), kind: 'diary', body: value },
      version,
    ),
  between: async (council, residentId, from, to) =>
    (await listAll(table, { pk: residentPk(council, residentId), ...datedRange(DIARY, from, to) })).map((item) =>
      parseDiaryEntry(item.body),
    ),
  planOf: async (council, residentId) => (await readItem(table, planKey(council, residentId), parseDiaryPlan))?.value,
  savePlan: (plan) =>
    overwriteItem(table, { key: planKey(plan.council, plan.residentId), kind: 'diary-plan', body: plan }),
});
