import type { Clock } from '../kernel/clock.ts';
import type { Deliveries } from './deliveries.ts';
import { type Delivery, type DeliveryKey, mayRise } from './delivery.ts';
import { record, risen } from './record.ts';

type Needs = { readonly deliveries: Deliveries; readonly clock: Clock };

/** What is missed or could not be reached is still read in the inbox, and is then read once like the others. */
const isInInbox = (delivery: Delivery): boolean => mayRise(delivery.state, 'acknowledged');

/** The skill has answered with these Deliveries' words. Not yet evidence that anybody heard them. */
export const markReadOut =
  (needs: Needs) =>
  async (keys: readonly DeliveryKey[]): Promise<void> => {
    const at = needs.clock();
    const mark = (delivery: Delivery) => (isInInbox(delivery) ? { ...delivery, readOutAt: at } : undefined);
    await Promise.all(keys.map((key) => record(needs.deliveries)(key, mark)));
  };

/** The Echo played them: the session went on, or ended by silence or by the person (promise G13). */
export const markSpoken =
  (needs: Needs) =>
  async (keys: readonly DeliveryKey[]): Promise<void> => {
    const at = needs.clock();
    const mark = (delivery: Delivery) =>
      isInInbox(delivery) && delivery.spokenAt === undefined
        ? { ...delivery, spokenAt: at, state: risen(delivery, 'spoken') }
        : undefined;
    await Promise.all(keys.map((key) => record(needs.deliveries)(key, mark)));
  };

/** Whether the words were given before without evidence that they were heard: then they are told again with a hedge (promise G9). */
export const mayHaveBeenTold = (delivery: Delivery): boolean =>
  delivery.spokenAt === undefined && delivery.readOutAt !== undefined;
