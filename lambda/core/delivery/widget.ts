import type { Instant } from '../kernel/clock.ts';
import type { Echo } from '../pairing/echo.ts';

/** What a widget shows: words that anybody in the room may read, until an instant. Nothing about a person goes there. */
export type WidgetAlert = { readonly title: string; readonly body: string; readonly expiresAt: Instant };

/**
 * What came of it on the Echo Shows of one account. `shown` and `failed` count them; `queued` names what Amazon will try again on those
 * that were off, until the alert is over. Accepted by Amazon is not read by anybody (promise G13).
 */
export type WidgetResult =
  | {
      readonly kind: 'put';
      readonly shown: number;
      readonly failed: readonly { readonly reason: string }[];
      readonly queued?: string;
    }
  | { readonly kind: 'refused' | 'unreachable' | 'unknown'; readonly reason: string };

/** What became of what was queued: `waiting` counts those not reached yet, `failed` those that will not be. */
export type QueueResult =
  | { readonly kind: 'followed'; readonly waiting: number; readonly failed: readonly { readonly reason: string }[] }
  | { readonly kind: 'refused' | 'unreachable' | 'unknown'; readonly reason: string };

/**
 * The widget on the Echo Shows of consumer accounts: silent, and seen only where somebody has added it. `put` and `clear` reach every
 * Echo of the account; putting again replaces. `clear` of what is not there is good.
 */
export type Widgets = {
  readonly put: (echo: Echo, alert: WidgetAlert) => Promise<WidgetResult>;
  readonly clear: (echo: Echo, until: Instant) => Promise<WidgetResult>;
  readonly follow: (queued: string) => Promise<QueueResult>;
};
