import * as v from 'valibot';
import { type CallBack, isOpen } from '../../core/call-backs/call-back.ts';
import type { CallBacks } from '../../core/call-backs/call-backs.ts';
import { DAY } from '../../core/kernel/clock.ts';
import { parseCallBack } from './care-schema.ts';
import { callBackKey, callBackPk, openCallKey } from './keys.ts';
import { parser } from './people-schema.ts';
import { overwriteItem, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

/** A call-back that is over is tidied away after this long. */
const KEPT_FOR = 90 * DAY;
const ON_A_PAGE = 100;

const parsePointer = parser(v.object({ askedAt: v.number(), id: v.string() }));

const itemOf = (callBack: CallBack) => ({
  key: callBackKey(callBack.council, callBack.askedAt, callBack.id),
  kind: 'call-back',
  body: callBack,
  ...(isOpen(callBack) ? {} : { expiresAt: callBack.askedAt + KEPT_FOR }),
});

/** Call-backs in the order they were asked for, and for each Resident a pointer to the latest, checked at use. */
export const callBacksIn = (table: Table): CallBacks => {
  const ofId: CallBacks['ofId'] = (council, askedAt, id) =>
    readItem(table, callBackKey(council, askedAt, id), parseCallBack, { strong: true });
  return {
    ofId,
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
      const callBacks = page.items.map((item) => parseCallBack(item.body)).filter(isOpen);
      return page.after === undefined ? { callBacks } : { callBacks, after: page.after };
    },
    openOf: async (council, residentId) => {
      const pointer = await readItem(table, openCallKey(council, residentId), parsePointer, { strong: true });
      if (pointer === undefined) return undefined;
      const found = await ofId(council, pointer.value.askedAt, pointer.value.id);
      return found !== undefined && isOpen(found.value) ? found.value : undefined;
    },
  };
};
