import type { Instant } from '../kernel/clock.ts';
import { faultName } from '../kernel/log.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Resident } from '../people/resident.ts';
import type { ChannelName } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Attempt, Delivery } from './delivery.ts';
import type { ToTell } from './take-claim.ts';

/** A Channel had no turn for one of its calls; it may be asked again from `until` on. */
export type NoTurn = { readonly channel: ChannelName; readonly until: Instant };

/**
 * What is known of one Delivery while its calls are made: the row as we last knew it, what came of the calls so far, and whether a step met a
 * fault. What is recorded came to an end all the same.
 */
export type Telling = {
  stored: Versioned<Delivery>;
  readonly resident: Resident;
  /** Since when everything was read that it was planned from; absent once it was checked. */
  readAt: Instant | undefined;
  readonly attempts: Attempt[];
  noTurn: NoTurn | undefined;
  hasFault: boolean;
  isRecorded: boolean;
};
export type Tellings = ReadonlyMap<ToTell, Telling>;

export const tellingOf = ({ stored, resident, askedAt }: ToTell): Telling => ({
  stored,
  resident,
  readAt: askedAt,
  attempts: [],
  noTurn: undefined,
  hasFault: false,
  isRecorded: false,
});

export const logFault = (needs: DeliverNeeds, { stored }: Telling, fault: unknown): undefined =>
  void needs.log('deliver.fault', { council: stored.value.council, fault: faultName(fault) });

/** Does one step for one Delivery. A fault is logged and noted, and does not stop its neighbours. */
export const step =
  (needs: DeliverNeeds) =>
  async <T>(telling: Telling, work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (fault) {
      telling.hasFault = true;
      return logFault(needs, telling, fault);
    }
  };
