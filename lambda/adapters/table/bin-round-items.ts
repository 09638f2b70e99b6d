import * as v from 'valibot';
import { BIN_COLOURS, BIN_KINDS, type BinRounds, type BinRoundsStore } from '../../core/bin-days/bin-rounds.ts';
import type { Log } from '../../core/kernel/log.ts';
import { unreadableRow } from '../../core/kernel/unreadable.ts';
import { binRoundsKey } from './keys-of-bin-rounds.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** A bin as it stands in rows. */
export const binSchema = v.object({ kind: v.picklist(BIN_KINDS), colour: v.picklist(BIN_COLOURS) });

const parseBinRounds: Parse<BinRounds> = parser(
  v.object({
    council: text,
    collections: v.array(v.object({ ...binSchema.entries, round: text, first: text, everyWeeks: number })),
    moved: v.array(v.object({ from: text, to: text })),
    lastAct: actSchema,
  }),
);

/** Rounds that cannot be read are alarmed here, because whoever reads them goes on without them. */
const readRounds =
  (log: Log): Parse<BinRounds> =>
  (body) => {
    try {
      return parseBinRounds(body);
    } catch {
      log('table.unreadable-row', { kind: 'bin-rounds' });
      throw unreadableRow();
    }
  };

/** The rounds of each council, all of one in one row: they are changed together or not at all. */
export const binRoundsIn = (table: Table, log: Log): BinRoundsStore => ({
  ofCouncil: (council) => readItem(table, binRoundsKey(council), readRounds(log), { strong: true }),
  save: ({ value, version }) =>
    writeItem(table, { key: binRoundsKey(value.council), kind: 'bin-rounds', body: value }, version),
});
