import { type Instant, MINUTE } from '../kernel/clock.ts';
import type { Alert, Approval } from './alert.ts';
import { alertReach } from './alert-reach.ts';
import type { Members } from './audience.ts';

/** An Alert goes back to be approved again when its Audience has changed by more than both of these since (D04). */
export const DRIFT_ALLOWED = { share: 0.1, people: 5 } as const;

/** An Audience is counted again this long before the start, so that two Officers still have time, and once more at the start. */
export const COUNTED_BEFORE = 30 * MINUTE;

/** How many people were approved, and how many there are now. */
export type Drift = { readonly approved: number; readonly found: number };

export const hasDrifted = ({ approved, found }: Drift): boolean => {
  const change = Math.abs(found - approved);
  return change > DRIFT_ALLOWED.people && change > approved * DRIFT_ALLOWED.share;
};

/** When an approved Alert is looked at first: one with a start of its own a while before it, to be counted again. */
export const firstLookAt = (content: Alert['content'], startsAt: Instant, now: Instant): Instant =>
  content.starts?.kind === 'at' ? Math.max(now, startsAt - COUNTED_BEFORE) : startsAt;

/**
 * The drift of an Audience beyond what is allowed, or undefined. Only of an Alert that was approved for a later time: what starts with its
 * approval was counted then, and a correction goes to whom its Alert may have reached.
 */
export const driftOf =
  (needs: { readonly members: Members }) =>
  async (alert: Alert, { people }: Approval, now: Instant): Promise<Drift | undefined> => {
    if (alert.content.starts?.kind !== 'at' || alert.corrects !== undefined) return undefined;
    const { people: found } = await alertReach(needs)(alert.council, alert.content, now);
    const drift = { approved: people, found };
    return hasDrifted(drift) ? drift : undefined;
  };
