import * as v from 'valibot';
import { CARE_SUBJECTS } from '../../core/answers/answer.ts';
import { CALL_BACK_ORIGINS, CALL_BACK_STATES, type CallBack, isOpen } from '../../core/call-backs/call-back.ts';
import type { CallBacks } from '../../core/call-backs/call-backs.ts';
import { DAY } from '../../core/kernel/clock.ts';
import type { Log } from '../../core/kernel/log.ts';
import { callBackKey, callBackPk, openCallKey } from './keys.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import { overwriteItem, type Parse, readItem, writeItem } from './stored.ts';
import type { Key, Table } from './table.ts';

/** A call-back that is over is tidied away after this long. */
const KEPT_FOR = 90 * DAY;
const ON_A_PAGE = 100;

const parsePointer = parser(v.object({ askedAt: number, id: text }));

const parseCallBack: Parse<CallBack> = parser(
  v.object({
    council: text,
    id: text,
    residentId: text,
    subject: v.exactOptional(v.picklist(CARE_SUBJECTS)),
    origin: v.picklist(CALL_BACK_ORIGINS),
    askedAt: number,
    state: v.picklist(CALL_BACK_STATES),
    owner: v.exactOptional(text),
    notes: v.array(v.object({ at: number, by: text, text })),
    again: v.exactOptional(
      v.array(
        v.object({
          origin: v.picklist(CALL_BACK_ORIGINS),
          subject: v.exactOptional(v.picklist(CARE_SUBJECTS)),
          at: number,
        }),
      ),
    ),
    lastAct: actSchema,
  }),
);

const itemOf = (callBack: CallBack) => ({
  key: callBackKey(callBack.council, callBack.askedAt, callBack.id),
  kind: 'call-back',
  body: callBack,
  ...(isOpen(callBack) ? {} : { expiresAt: callBack.askedAt + KEPT_FOR }),
});

/** Call-backs in the order they were asked for, and for each Resident a pointer to the latest, checked at use. */
export const callBacksIn = (table: Table, log: Log): CallBacks => {
  return {
    ofId: (council, askedAt, id) => readItem(table, callBackKey(council, askedAt, id), parseCallBack, { strong: true }),
    save: async ({ value, version }) => {
      // The pointer first: one that points to nothing is passed over, a call-back without one would be asked for twice.
      if (version === 0) {
        const body = { askedAt: value.askedAt, id: value.id };
        await overwriteItem(table, { key: openCallKey(value.council, value.residentId), kind: 'call-pointer', body });
      }
      return writeItem(table, itemOf(value), version);
    },
    open: async (council, after) => {
      const page = await table.list({
        pk: callBackPk(council),
        limit: ON_A_PAGE,
        strong: true,
        ...(after === undefined ? {} : { after }),
      });
      const callBacks = readableItems(page.items, parseCallBack, log).filter(isOpen);
      return page.after === undefined ? { callBacks } : { callBacks, after: page.after };
    },
    openOf: async (council, residentId) => {
      // One that cannot be read would never be rung: it must not keep the Resident from asking for another.
      const standing = async <T>(key: Key, parse: Parse<T>) => {
        const item = await table.get(key, { strong: true });
        return readableItems(item === undefined ? [] : [item], parse, log)[0];
      };
      const pointer = await standing(openCallKey(council, residentId), parsePointer);
      if (pointer === undefined) return undefined;
      const found = await standing(callBackKey(council, pointer.askedAt, pointer.id), parseCallBack);
      return found !== undefined && isOpen(found) ? found : undefined;
    },
  };
};
