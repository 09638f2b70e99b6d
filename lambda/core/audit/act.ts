import type { Instant } from '../kernel/clock.ts';

/** Who did something. Residents and workers are named by id only; a carer or officer by the id they sign in with. */
export type Actor =
  | { readonly kind: 'resident'; readonly id: string }
  | { readonly kind: 'carer'; readonly id: string }
  | { readonly kind: 'officer'; readonly id: string }
  | { readonly kind: 'system'; readonly id: string };

/**
 * One act of a person on one thing. `number` counts the acts on that thing from 1, without gaps;
 * changes that the system makes by itself do not count.
 */
export type Act = {
  readonly number: number;
  readonly at: Instant;
  readonly by: Actor;
  readonly did: string;
  readonly reason?: string;
};

/** A thing whose every change by a person is recorded: it carries its last act, so that a lost entry can be written later. */
export type Acted = { readonly lastAct: Act };

/** The act that follows on the one before. */
export const nextAct = (before: Act | undefined, act: Omit<Act, 'number'>): Act => ({
  ...act,
  number: (before?.number ?? 0) + 1,
});
