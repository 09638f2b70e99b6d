import { type Instant, SECOND } from '../kernel/clock.ts';
import type { Echo } from '../pairing/echo.ts';
import { afterAttempts } from './after-attempts.ts';
import type { OwnChannel } from './channel.ts';
import { type Delivery, settledUntil } from './delivery.ts';

/**
 * Whether a Delivery is told by the Echo itself, at its own time and without us: `rang` when there is evidence that it was. `echos`:
 * those of the Home, read strongly. Filled by `wiring`.
 */
export type RingsItself = (
  delivery: Delivery,
  echos: readonly Echo[],
) => Promise<
  { readonly kind: 'no' | 'will-ring' } | { readonly kind: 'rang'; readonly by: OwnChannel; readonly at: Instant }
>;

/** An Echo that has given no sign of ringing so long after the time is taken not to have rung: another Channel tells it. */
export const RINGS_WITHIN = 90 * SECOND;

/** The Delivery as it waits for the Echo to ring by itself: no other Channel is called until then. */
export const waitingForEcho = (delivery: Delivery): Delivery => settledUntil(delivery, delivery.dueAt + RINGS_WITHIN);

/** The Echo rang by itself: that is a telling like any other, and nobody may be there to hear it (promise G13). */
export const rungByEcho = (delivery: Delivery, by: OwnChannel, at: Instant, now: Instant): Delivery =>
  afterAttempts(delivery, delivery.claim?.token ?? '', [{ at, channel: by, came: 'sent' }], now);
