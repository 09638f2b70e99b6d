import { shardsOf } from '../adapters/table/shards.ts';
import { expireRestored } from '../core/alerts/expire-restored.ts';
import { closeRestoredDelivery } from '../core/delivery/close-restored.ts';
import type { Clock } from '../core/kernel/clock.ts';
import { moveOnRestored } from '../core/reminders/move-on-restored.ts';
import type { OnRestored, RestoredNeeds } from '../core/timetable/restored.ts';
import type { CareStores } from './care-stores.ts';

/** What counting, beginning and walking a release after a restore needs. */
export const restoredNeeds = (
  stores: CareStores,
  edges: { readonly council: string; readonly dispatchEpoch: string; readonly clock: Clock },
): RestoredNeeds => {
  const moveOn = moveOnRestored(stores);
  const close = closeRestoredDelivery(stores);
  const expire = expireRestored(stores);
  const onRestored: OnRestored = {
    reminder: moveOn,
    delivery: ({ council, residentId, id }, cutOff, does) => close({ council, residentId, id }, cutOff, does),
    alert: expire,
  };
  const { council, dispatchEpoch: epoch, clock } = edges;
  const shards: RestoredNeeds['shards'] = (of) => shardsOf(of.id, of);
  return {
    councils: stores.councils,
    index: stores.dueIndex,
    erasedAgain: stores.erasedAgain,
    audit: stores.audit,
    shards,
    onRestored,
    clock,
    council,
    epoch,
  };
};
