import * as v from 'valibot';
import type { ErasedAgain, Erasure, Erasures } from '../../core/people/erasure.ts';
import { erasedAgainKey, erasureKey } from './keys-of-erasures.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const parseErasure: Parse<Erasure> = parser(
  v.object({
    council: text,
    residentId: text,
    state: v.picklist(['asked', 'agreed', 'taken-back', 'erased']),
    askedBy: text,
    agreedBy: v.exactOptional(text),
    erasedAt: v.exactOptional(number),
    lastAct: actSchema,
  }),
);

/** One row for each Resident of whom somebody asked that they be forgotten. */
export const erasuresIn = (table: Table): Erasures => ({
  ofResident: (council, residentId) => readItem(table, erasureKey(council, residentId), parseErasure, { strong: true }),
  save: ({ value, version }) =>
    writeItem(table, { key: erasureKey(value.council, value.residentId), kind: 'erasure', body: value }, version),
});

/** Whether those who were erased have been erased again in this table, for an epoch. */
export const erasedAgainIn =
  (table: Table): ErasedAgain =>
  async (council, epoch) =>
    (await table.get(erasedAgainKey(council, epoch), { strong: true })) !== undefined;

/** Notes it. Safe to repeat. */
export const noteErasedAgain = async (table: Table, council: string, epoch: string): Promise<void> => {
  await writeItem(table, { key: erasedAgainKey(council, epoch), kind: 'erased-again', body: {} }, 0);
};
