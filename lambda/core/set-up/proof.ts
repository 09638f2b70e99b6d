import { type Delivery, isClosed, isToEcho } from '../delivery/delivery.ts';
import type { Instant } from '../kernel/clock.ts';
import type { SignsOfLife } from '../people/sign-of-life.ts';
import type { SeenThere, SetUpVisit } from './set-up-visit.ts';

/**
 * How far one thing is proved. `waits`: neither; `evidence`: Bellbird has evidence, and nobody has yet said that they saw it;
 * `said-only`: somebody says so, and there is no evidence; `proved`: both. `not-needed`: there is nothing in this Home to prove.
 */
export type Proved = 'waits' | 'evidence' | 'said-only' | 'proved' | 'not-needed';

/** `at`: when the evidence was. */
export type Proof = Readonly<Record<SeenThere, { readonly proved: Proved; readonly at?: Instant }>>;

const after = (at: Instant | undefined, since: Instant | undefined): Instant | undefined =>
  at !== undefined && since !== undefined && at >= since ? at : undefined;

/** The Echo rang, chimed or spoke: Amazon took it, the Echo said that it rang, or its words were played or answered. */
const rangAt = (visit: SetUpVisit, delivery: Delivery | undefined, signs: SignsOfLife): Instant | undefined => {
  const sent = delivery?.attempts.find((attempt) => attempt.came === 'sent' && isToEcho(attempt))?.at;
  const byVoice = delivery?.acknowledged?.by === 'voice' ? delivery.acknowledged.at : undefined;
  return after(signs['reminder-rang'], visit.test?.setAt) ?? sent ?? delivery?.spokenAt ?? byVoice;
};

const provedOf = (at: Instant | undefined, isSeen: boolean): { readonly proved: Proved; readonly at?: Instant } => {
  if (at === undefined) return { proved: isSeen ? 'said-only' : 'waits' };
  return { proved: isSeen ? 'proved' : 'evidence', at };
};

/**
 * What a visit has proved, from the Delivery of its test Reminder and from the signs of the Home since it was opened. A tick of
 * whoever is there proves nothing by itself, and evidence alone does not say that it could be heard or read.
 */
export const proofOf = (
  visit: SetUpVisit,
  found: { readonly delivery: Delivery | undefined; readonly signs: SignsOfLife; readonly screens: number },
): Proof => {
  const { delivery, signs, screens } = found;
  const isSeen = (what: SeenThere) => visit.seen?.includes(what) === true;
  const shownAt = after(signs['card-shown'], visit.test?.setAt) ?? delivery?.shownAt;
  return {
    rang: provedOf(rangAt(visit, delivery, signs), isSeen('rang')),
    shown: screens === 0 ? { proved: 'not-needed' } : provedOf(shownAt, isSeen('shown')),
    understood: provedOf(after(signs.asked, visit.openedAt), isSeen('understood')),
  };
};

export const isProved = (proof: Proof): boolean =>
  Object.values(proof).every(({ proved }) => proved === 'proved' || proved === 'not-needed');

/** The test came to an end and nothing was told: another one may be tried. */
export const isTestOver = (visit: SetUpVisit, delivery: Delivery | undefined): boolean =>
  visit.test === undefined ||
  (delivery !== undefined && (isClosed(delivery.state) || delivery.state === 'acknowledged'));
/** The Delivery of a test Reminder, if it has been made. */
export const testDelivery = (visit: SetUpVisit, deliveries: readonly Delivery[]): Delivery | undefined =>
  deliveries.find(({ source }) => source.kind === 'reminder' && source.reminderId === visit.test?.reminderId);
