import { laneOf } from '../core/delivery/bell.ts';
import type { Handling } from '../core/delivery/handling.ts';
import { SECOND } from '../core/kernel/clock.ts';
import { holdsBack, pausedBy, readSending, type SendingState } from '../core/people/sending.ts';
import type { CareStores } from './care-stores.ts';

/** A strong read of the switches is good for this long in one process, so that a hundred Deliveries of one call ask once. */
const KEPT = SECOND;

/**
 * Asks how sending stands: read strongly, at most once a second for each process. A switch that cannot be read throws, so that nothing is
 * sent meanwhile.
 */
export const sendingAsked = (
  stores: Pick<CareStores, 'switches'>,
  { council, realNow }: { readonly council: string; readonly realNow: () => number },
): (() => Promise<SendingState>) => {
  let kept: { readonly state: SendingState; readonly until: number } | undefined;
  return async () => {
    const askedAt = realNow();
    if (kept !== undefined && askedAt < kept.until) return kept.state;
    const state = await readSending(stores.switches, council);
    kept = { state, until: askedAt + KEPT };
    return state;
  };
};

/** The same question about one handling. */
export const maySendAsked =
  (asked: () => Promise<SendingState>) =>
  async (handling: Handling): Promise<boolean> =>
    !holdsBack(pausedBy(await asked()), laneOf(handling));
