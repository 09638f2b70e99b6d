import { type Delivery, isClosed } from '../../core/delivery/delivery.ts';
import type { Instant } from '../../core/kernel/clock.ts';
import { addDays, dateOf, type LocalDate, localDate, timeOf } from '../../core/kernel/uk-time.ts';
import type { Resident } from '../../core/people/resident.ts';
import type { Words } from '../words/en.ts';
import { NO_REPLY_AFTER, whyNotTold } from './delivery-words.ts';
import { timeWords } from './moment.ts';
import { labelInSentence } from './reminder-words.ts';
import { rungSentences, wasTried } from './rung-words.ts';

/** Things of today and yesterday; what is older is on the page of the last seven days. */
const isRecent = (delivery: Delivery, today: LocalDate): boolean => dateOf(delivery.due) >= addDays(today, -1);

/** What was stopped on purpose, or could not be told for a reason that the page already says, needs nobody. */
const isExpected = ({ state, reason }: Delivery): boolean =>
  state === 'cancelled' ||
  state === 'superseded' ||
  state === 'removed' ||
  (state === 'unreachable' && (reason === 'away' || reason === 'consent-withdrawn'));

const isLateEnough = (delivery: Delivery, now: Instant): boolean =>
  isClosed(delivery.state) ||
  wasTried(delivery) ||
  delivery.notYetAt !== undefined ||
  now - delivery.dueAt >= NO_REPLY_AFTER;

/** Reminders of today and yesterday that nobody said were done, or that were not told, the latest first. */
export const needsAttention = (deliveries: readonly Delivery[], now: Instant): readonly Delivery[] =>
  deliveries
    .filter(
      ({ source, acknowledged, dueAt }) => source.kind === 'reminder' && acknowledged === undefined && dueAt <= now,
    )
    .filter((delivery) => isRecent(delivery, localDate(now)) && !isExpected(delivery) && isLateEnough(delivery, now))
    .toSorted((a, b) => b.dueAt - a.dueAt);

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const whatHappened = (delivery: Delivery, words: Words): string => {
  const { attention } = words.residents;
  const time = timeOf(delivery.due);
  const label = labelInSentence(delivery.content.kind === 'reminder' ? delivery.content.label : '', time, words);
  const day = words.when.day(dateOf(delivery.due));
  if (isClosed(delivery.state)) return attention.notTold(label, day, sentence(whyNotTold(delivery, words)));
  if (delivery.state === 'waiting' || delivery.state === 'held' || delivery.state === 'claimed')
    return attention.notTold(label, day, sentence(words.delivery[delivery.state]));
  return delivery.notYetAt === undefined
    ? attention.noReply(label, day)
    : attention.notYet(label, day, timeWords(delivery.notYetAt, dateOf(delivery.due), words));
};

export type Attention = { readonly what: string; readonly told: readonly string[] };

/** One thing that needs attention, in words: what happened, and who is told of it. */
export const attentionWords = (delivery: Delivery, resident: Resident, today: LocalDate, words: Words): Attention => {
  const told = rungSentences(delivery, resident, today, words);
  return { what: whatHappened(delivery, words), told: told.length === 0 ? [words.residents.attention.nobody] : told };
};
