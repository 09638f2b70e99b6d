import * as v from 'valibot';
import { NIGHT_STAGES, type Night, type Nights } from '../../core/timetable/night.ts';
import { nightKey } from './keys.ts';
import { number, parser, text } from './people-schema.ts';
import { readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const parseNight = parser<Night>(
  v.object({
    council: text,
    night: text,
    stage: v.picklist(NIGHT_STAGES),
    after: v.exactOptional(text),
    found: v.object({
      'not-due': number,
      forgotten: number,
      'waits-for-nothing': number,
      'row-gone': number,
      'clock-rules': number,
      'member-behind': number,
    }),
    doneAt: v.exactOptional(number),
    directoryAt: v.exactOptional(number),
  }),
);

/** How far the comparison of each council's night has come: one row, written over the next night. */
export const nightsIn = (table: Table): Nights => ({
  of: (council) => readItem(table, nightKey(council), parseNight, { strong: true }),
  save: ({ value, version }) => writeItem(table, { key: nightKey(value.council), kind: 'night', body: value }, version),
});
