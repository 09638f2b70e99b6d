import { type Instant, MINUTE } from '../kernel/clock.ts';
import { type Delivery, mayRise } from './delivery.ts';
import { nextRung } from './ladder.ts';

/** Rungs for the same Carer that come within this of each other are told in one message, in milliseconds. */
const TOGETHER_WITHIN = 15 * MINUTE;
/** The message may have left at an earlier try, with the words of that try: nobody knows what it names. */
export const AFTER_UNKNOWN = 'after-unknown';
/** What was due only just before a message left may not have been seen by whoever wrote it. */
const SEEN_AFTER = MINUTE;

const isUnanswered = ({ state, source, stoppedAt, expiresAt }: Delivery, now: Instant): boolean =>
  source.kind === 'reminder' && stoppedAt === undefined && mayRise(state, 'acknowledged') && now < expiresAt;

/** When the next rung of a Delivery is due, if it is for this Carer. */
const rungFor = ({ ladder, climbed, dueAt }: Delivery, carerId: string): Instant | undefined => {
  const next = nextRung(ladder, climbed, dueAt);
  return next?.rung.tell.kind === 'carer' && next.rung.tell.carerId === carerId ? next.at : undefined;
};

/** Whether a message that left at `left` names this Delivery, whose rung is due by `rungAt`. Asked by both sides of it. */
const isNamedBy = ({ dueAt }: Delivery, rungAt: Instant, left: Instant): boolean =>
  dueAt + SEEN_AFTER <= left && rungAt <= left + TOGETHER_WITHIN;

/** When messages about a Delivery left for this Carer, those of which it is known what they name. */
const sentTo = ({ attempts, ladder }: Delivery, carerId: string): readonly Instant[] =>
  attempts
    .filter(({ channel, came }) => (channel === 'text' || channel === 'email') && came === 'sent')
    .filter(({ reason }) => reason !== AFTER_UNKNOWN)
    .filter(({ rung = -1 }) => {
      const tell = ladder[rung]?.tell;
      return tell?.kind === 'carer' && tell.carerId === carerId;
    })
    .map(({ at }) => at);

export type OneMessage =
  /** A message that has left already names this Delivery. */
  | { readonly kind: 'named-already' }
  /** Another one's message is about to leave, and will name this Delivery. */
  | { readonly kind: 'joins-another' }
  | { readonly kind: 'goes-first'; readonly naming: readonly Delivery[] };

/**
 * Several Reminders of one Resident that nobody replied to come to a Carer as one message. `others` are the Resident's other
 * Deliveries; `naming` those that belong in this message too, by time. Of two whose rungs come at once the lower id goes
 * first, and the other one looks again a minute later: if that message did not leave, it goes by itself.
 */
export const oneMessage = (
  delivery: Delivery,
  others: readonly Delivery[],
  carerId: string,
  now: Instant,
): OneMessage => {
  const rungAt = rungFor(delivery, carerId) ?? now;
  const beside = others.filter((other) => other.id !== delivery.id && other.source.kind === 'reminder');
  const left = beside.flatMap((other) => sentTo(other, carerId));
  if (left.some((at) => at <= now && isNamedBy(delivery, rungAt, at))) return { kind: 'named-already' };

  const naming = beside.filter((other) => {
    const at = rungFor(other, carerId);
    return at !== undefined && isUnanswered(other, now) && isNamedBy(other, at, now);
  });
  const isFirstTry = delivery.attempts.every(({ rung }) => rung !== delivery.climbed);
  const goesBefore = (other: Delivery): boolean => {
    const at = rungFor(other, carerId);
    const isTried = other.attempts.some(({ rung }) => rung === other.climbed);
    return at !== undefined && at <= now && !isTried && other.id < delivery.id;
  };
  if (isFirstTry && naming.some(goesBefore) && isNamedBy(delivery, rungAt, now)) return { kind: 'joins-another' };
  return { kind: 'goes-first', naming: naming.toSorted((a, b) => a.dueAt - b.dueAt) };
};
