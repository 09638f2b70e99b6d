import * as v from 'valibot';
import { DAY } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import { WEEKDAYS } from '../../core/kernel/uk-time.ts';
import { DUTY_STATES, type DutyEntries, type DutyEntry } from '../../core/safeguarding/duty-entry.ts';
import { SAFETY_CLASSES } from '../../core/safeguarding/safety-class.ts';
import type { SafetyMode, SafetyModes } from '../../core/safeguarding/safety-mode.ts';
import { dutyKey, dutyPk, safetyModeKey } from './keys-of-duty.ts';
import { listAll } from './list-all.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import { readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const DONE_KEPT_FOR = 90 * DAY;

const parseMode = parser<SafetyMode>(
  v.variant('kind', [
    v.object({ kind: v.literal('count-only'), lastAct: actSchema }),
    v.object({
      kind: v.literal('duty'),
      queue: v.object({
        name: text,
        hours: v.array(v.object({ weekday: v.picklist(WEEKDAYS), from: text, to: text })),
        responseMinutes: number,
        lead: text,
        onward: v.object({
          name: text,
          contact: v.object({ text: v.exactOptional(text), email: v.exactOptional(text) }),
        }),
      }),
      lastAct: actSchema,
    }),
  ]),
);

const parseEntry = parser<DutyEntry>(
  v.object({
    council: text,
    id: text,
    at: number,
    homeId: text,
    residentId: v.exactOptional(text),
    safety: v.picklist(SAFETY_CLASSES),
    takenBy: number,
    state: v.picklist(DUTY_STATES),
    owner: v.exactOptional(text),
    toldOnwardAt: v.exactOptional(number),
    lastAct: actSchema,
  }),
);

/** What each council chose for safety words. */
export const safetyModesIn = (table: Table): SafetyModes => ({
  of: (council) => readItem(table, safetyModeKey(council), parseMode, { strong: true }),
  save: (council, { value, version }) =>
    writeItem(table, { key: safetyModeKey(council), kind: 'safety-mode', body: value }, version),
});

/** The lists of the duties. A row that cannot be read is alarmed and keeps nobody from the others. */
export const dutyEntriesIn = (table: Table, log: Log): DutyEntries => ({
  ofId: (council, at, id) => readItem(table, dutyKey(council, at, id), parseEntry, { strong: true }),
  save: ({ value, version }) =>
    writeItem(
      table,
      {
        key: dutyKey(value.council, value.at, value.id),
        kind: 'duty-entry',
        body: value,
        ...(value.state === 'done' ? { expiresAt: value.lastAct.at + DONE_KEPT_FOR } : {}),
      },
      version,
    ),
  ofCouncil: async (council) =>
    readableItems(await listAll(table, { pk: dutyPk(council), strong: true }), parseEntry, log),
});
