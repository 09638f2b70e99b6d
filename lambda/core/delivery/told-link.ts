import { HOUR, type Instant } from '../kernel/clock.ts';
import type { DeliveryKey } from './delivery.ts';

/** A link in a text or an e-mail leads on for this long, in milliseconds. */
export const TOLD_LINK_HOLDS = 48 * HOUR;

/** What a link leads to: one Delivery, for the one Carer who was sent it. It opens nothing by itself. Instants in ms. */
export type ToldLink = {
  readonly council: string;
  readonly hash: string;
  readonly carerId: string;
  readonly delivery: DeliveryKey;
  readonly rung: number;
  readonly expiresAt: Instant;
};

/** One telling of one Carer: the same for every try of it. */
export type ToldOnce = { readonly delivery: DeliveryKey; readonly rung: number; readonly carerId: string };

/** Links by the keyed hash of their token. `add` is safe to repeat: the first one stands. */
export type ToldLinks = {
  readonly add: (link: ToldLink) => Promise<void>;
  readonly ofHash: (council: string, hash: string) => Promise<ToldLink | undefined>;
};

/**
 * `tokenOf`: what stands in the link, which nobody can guess, the same for every try. `hashToken`: under what it is kept.
 * `referenceOf`: names the telling to the service that sends it, and says nothing of anybody.
 */
export type ToldSecrets = {
  readonly tokenOf: (told: ToldOnce) => string;
  readonly hashToken: (token: string) => string;
  readonly referenceOf: (told: ToldOnce) => string;
};
