import type { Instant } from '../kernel/clock.ts';
import type { Echo } from '../pairing/echo.ts';
import type { ChannelResult } from './channel.ts';
import type { Handling } from './handling.ts';

/** What may be pinned on the screen of a managed Echo: words for everybody in the room, until an instant. */
export type PinnedAlert = {
  readonly title: string;
  readonly body: string;
  readonly handling: Handling;
  readonly until: Instant;
};

/** Which of two Alerts is the more urgent: the higher. */
export const RANK_OF: Readonly<Record<Handling, number>> = {
  urgent: 4,
  appointment: 3,
  routine: 2,
  notice: 1,
  social: 0,
};

/**
 * Whether an alert takes the place of the one that stands on an Echo: only a more urgent one does. One that is over stands no
 * more. An Echo holds one pinned alert (Amazon, "Notifications REST API Reference": another fails until it has gone).
 */
export const takesItsPlace = (
  next: Pick<PinnedAlert, 'handling'>,
  standing: Pick<PinnedAlert, 'handling' | 'until'> | undefined,
  now: Instant,
): boolean => standing === undefined || standing.until <= now || RANK_OF[next.handling] > RANK_OF[standing.handling];

/**
 * Alerts pinned on managed Echos. `pin`: one result for each Echo, in order; `unreachable` with the reason `occupied` where another one is
 * pinned, `no-screen` where nothing can be. `replacing`: what stands there is removed first. `unpin` of what is not there is `sent`.
 */
export type PinnedAlerts = {
  readonly pin: (
    echos: readonly Echo[],
    alert: PinnedAlert,
    options?: { readonly replacing: true },
  ) => Promise<readonly ChannelResult[]>;
  readonly unpin: (echo: Echo) => Promise<ChannelResult>;
};
