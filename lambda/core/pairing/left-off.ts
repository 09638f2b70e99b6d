import { type Instant, MINUTE } from '../kernel/clock.ts';

/** How long a conversation that broke off may be taken up again, in milliseconds. */
export const TAKEN_UP_WITHIN = 10 * MINUTE;

/**
 * Where a conversation with a Resident broke off at one Echo. `state` is the door's own text of ids and words from closed lists: no
 * name and no message stands in it. A Resident has one for each Echo, and a later one takes the place of an earlier one.
 */
export type LeftOff = { readonly echo: string; readonly at: Instant; readonly state: string };

/** Writes where a conversation broke off, in one request; of two the later stays, whichever arrives last. */
export type KeepLeftOff = (council: string, residentId: string, leftOff: LeftOff) => Promise<void>;

/** What may still be taken up at an Echo, if anything. */
export const leftOffAt = (all: readonly LeftOff[], echo: string, now: Instant): LeftOff | undefined =>
  all.find((one) => one.echo === echo && one.at <= now && now - one.at < TAKEN_UP_WITHIN);
