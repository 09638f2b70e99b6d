import * as v from 'valibot';
import { DAY } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import type { ForgetRequest, ForgetRequests } from '../../core/people/forget-request.ts';
import { forgetKey, forgetPk } from './keys-of-forgetting.ts';
import { listAll } from './list-all.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import { readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** That it was done, and when, can be shown for this long. */
const DONE_KEPT_FOR = 365 * DAY;

const parseRequest = parser<ForgetRequest>(
  v.object({
    council: text,
    residentId: text,
    askedAt: number,
    answerBy: text,
    state: v.picklist(['asked', 'done']),
    lastAct: actSchema,
  }),
);

/** Requests to be forgotten. */
export const forgetRequestsIn = (table: Table, log: Log): ForgetRequests => ({
  of: (council, residentId) => readItem(table, forgetKey(council, residentId), parseRequest, { strong: true }),
  save: ({ value, version }) =>
    writeItem(
      table,
      {
        key: forgetKey(value.council, value.residentId),
        kind: 'forget-request',
        body: value,
        ...(value.state === 'done' ? { expiresAt: value.lastAct.at + DONE_KEPT_FOR } : {}),
      },
      version,
    ),
  ofCouncil: async (council) => {
    const rows = await listAll(table, { pk: forgetPk(council), strong: true });
    return readableItems(rows, parseRequest, log).toSorted((a, b) => a.askedAt - b.askedAt);
  },
});
