import { type Delivery, isClosed, isToEcho } from '../../core/delivery/delivery.ts';
import { type Instant, MINUTE } from '../../core/kernel/clock.ts';
import { dateOf } from '../../core/kernel/uk-time.ts';
import type { Words } from '../words/en.ts';
import { timeWords } from './moment.ts';

/** A Reminder that nobody replied to for this long is said to have no reply; before that, none yet. */
export const NO_REPLY_AFTER = 30 * MINUTE;

/** Why something was not told, in words. */
export const whyNotTold = ({ state, reason }: Delivery, { delivery: { why } }: Words): string => {
  if (state === 'failed') return why.failed;
  if (reason === 'restored') return why.restored;
  if (reason === 'too-late') return why.tooLate;
  if (reason === 'away') return why.away;
  if (reason === 'not-confirmed') return why.notConfirmed;
  if (reason === 'consent-withdrawn') return why.withdrawn;
  if (reason === 'not-agreed-to') return why.notAgreedTo;
  if (reason === 'consent-review') return why.consentReview;
  if (state === 'removed') return why.ended;
  return state === 'unreachable' ? why.unreachable : why.expired;
};

const toldSoFar = (delivery: Delivery, words: Words): string => {
  const time = (at: Instant) => timeWords(at, dateOf(delivery.due), words);
  if (delivery.spokenAt !== undefined) return words.delivery.spoken(time(delivery.spokenAt));
  if (delivery.readOutAt !== undefined) return words.delivery.readOut(time(delivery.readOutAt));
  const sent = delivery.attempts.findLast((attempt) => attempt.came === 'sent' && isToEcho(attempt));
  return sent === undefined ? words.delivery.sentNoTime : words.delivery.sent(time(sent.at));
};

const closedWords = (delivery: Delivery, words: Words): string => {
  switch (delivery.state) {
    case 'cancelled':
      return delivery.reason === 'away' || delivery.reason === 'not-confirmed'
        ? words.delivery.notTold(whyNotTold(delivery, words))
        : words.delivery.cancelled;
    case 'superseded':
      return words.delivery.superseded;
    default:
      return words.delivery.notTold(whyNotTold(delivery, words));
  }
};

const openWords = (delivery: Delivery, words: Words): string => {
  switch (delivery.state) {
    case 'waiting':
      return words.delivery.waiting;
    case 'held':
      return delivery.readOutAt === undefined ? words.delivery.held : toldSoFar(delivery, words);
    case 'claimed':
      return words.delivery.claimed;
    case 'uncertain':
      return delivery.readOutAt === undefined ? words.delivery.uncertain : toldSoFar(delivery, words);
    case 'shown':
      return words.delivery.shown;
    default:
      return toldSoFar(delivery, words);
  }
};

const replyWords = (delivery: Delivery, now: Instant, words: Words): string => {
  if (delivery.notYetAt !== undefined)
    return words.delivery.notYet(timeWords(delivery.notYetAt, dateOf(delivery.due), words));
  return now - delivery.dueAt >= NO_REPLY_AFTER ? words.delivery.noReply : words.delivery.noReplyYet;
};

const wantsReply = ({ state, source }: Delivery): boolean =>
  source.kind === 'reminder' && ['sent', 'uncertain', 'shown', 'spoken'].includes(state);

/**
 * What is known of a Delivery, from its evidence alone (promise G13): sent is not spoken, spoken is not heard, and only what
 * somebody said is a reply. Full sentences, without the last stop.
 */
export const deliveryWords = (delivery: Delivery, now: Instant, words: Words): string => {
  const { acknowledged } = delivery;
  if (acknowledged !== undefined) {
    const said = timeWords(acknowledged.at, dateOf(delivery.due), words);
    return acknowledged.reply === 'heard' ? words.delivery.heard(said) : words.delivery.done(said);
  }
  if (isClosed(delivery.state)) return closedWords(delivery, words);
  const told = openWords(delivery, words);
  return wantsReply(delivery) ? `${told}. ${replyWords(delivery, now, words)}` : told;
};
