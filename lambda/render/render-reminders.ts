import type { Delivery } from '../core/delivery/delivery.ts';
import type { Instant } from '../core/kernel/clock.ts';
import { dateOf, type LocalDateTime, localDate, timeOf } from '../core/kernel/uk-time.ts';
import type { ListedOccurrence } from '../core/reminders/list-reminders.ts';
import { REMINDER_LABELS, type ReminderLabel } from '../core/reminders/reminder.ts';
import { numberWords } from './calendar-words.ts';
import { daysWords, dayWords, instantWords, shortDateWords, whenWords, windowWords } from './day-words.ts';
import { shortNumberWords } from './phone-words.ts';
import { binsWords } from './render-bins.ts';
import type { ReminderOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, steadied, type Telling, telling } from './telling.ts';
import { dialWords } from './time-words.ts';
import { factsATurn, isShort, type Voice } from './voice.ts';

const NAMED_LABELS = REMINDER_LABELS.filter((label) => label !== 'routine');

/** A reminder as it is named by its time: "your eight o'clock reminder". */
export const byTimeWords = (at: LocalDateTime, { say }: Voice): Phrase =>
  say('reminder.by-time', { dial: dialWords(timeOf(at)) });

const labelOf = ({ content }: Delivery): Exclude<ReminderLabel, 'routine'> | undefined =>
  NAMED_LABELS.find((label) => content.kind === 'reminder' && content.label === label);

/** Whether a reminder has no label of its own: then it is named by its time alone. */
export const isNamedByTime = (delivery: Delivery): boolean => labelOf(delivery) === undefined;

/** A due reminder as it is named by its label where it has one, otherwise by its time; one for the bins by those that are put out. */
export const dueWords = (delivery: Delivery, voice: Voice): Phrase => {
  const { content } = delivery;
  if (content.kind === 'reminder' && content.bins !== undefined)
    return voice.say('reminder.bins-out', { bins: binsWords(content.bins.bins, voice) });
  const label = labelOf(delivery);
  return label === undefined ? byTimeWords(delivery.due, voice) : voice.say(`reminder.${label}`);
};

const item = (one: ListedOccurrence, voice: Voice): Phrase => {
  const { say } = voice;
  const gaps = { reminder: say(`reminder.${one.label}`), time: windowWords(timeOf(one.at), undefined, voice) };
  switch (one.state) {
    case 'coming':
      return say('reminders.coming', gaps);
    case 'due':
      return say('reminders.due', gaps);
    case 'done':
      return say('reminders.said-done', gaps);
    case 'no-reply':
      return say('reminders.no-note', gaps);
  }
};

/** What was said about a reminder, and when. */
export const toldWords = (reminder: Phrase, doneAt: Instant, voice: Voice): readonly Phrase[] => [
  voice.say('reminders.told', { reminder }),
  voice.say('reminders.told-at', { when: instantWords(doneAt, voice) }),
];

/** "Have I done my eight o'clock one?" What was said is told, never whether to do it again. */
const one = (occurrence: ListedOccurrence, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  const reminder = byTimeWords(occurrence.at, voice);
  if (occurrence.state === 'coming')
    return [say('reminders.still-to-come', { reminder, when: whenWords(occurrence.at, undefined, voice) })];
  const notAgain = [
    say('reminders.not-again'),
    onlyIf(occurrence.label === 'routine' && !isShort(voice), () =>
      say('reminders.if-unsure', { oneOneOne: shortNumberWords('111') }),
    ),
  ];
  if (occurrence.doneAt !== undefined) return [...toldWords(reminder, occurrence.doneAt, voice), ...notAgain];
  return [say('reminders.not-told', { reminder }), say('reminders.not-told-means'), ...notAgain];
};

const due = (deliveries: readonly Delivery[], voice: Voice): readonly (Phrase | undefined)[] => [
  onlyIf(deliveries.length > 1, () =>
    voice.say('reminders.waiting-count', { count: deliveries.length, number: numberWords(deliveries.length) }),
  ),
  ...deliveries
    .slice(0, factsATurn(voice))
    .map((delivery) => voice.say('reminders.waiting', { reminder: dueWords(delivery, voice) })),
];

const onItsDay = (occurrence: ListedOccurrence, voice: Voice): Phrase =>
  dateOf(occurrence.at) === localDate(voice.now) || occurrence.state !== 'coming'
    ? item(occurrence, voice)
    : voice.say('reminders.on-weekday', {
        weekday: shortDateWords(dateOf(occurrence.at)),
        reminder: voice.say(`reminder.${occurrence.label}`),
        time: windowWords(timeOf(occurrence.at), undefined, voice),
      });

const list = (
  occurrences: readonly ListedOccurrence[],
  from: number,
  day: Phrase,
  voice: Voice,
  word: (occurrence: ListedOccurrence, voice: Voice) => Phrase,
): readonly (Phrase | undefined)[] => [
  onlyIf(from === 0, () =>
    voice.say('reminders.count', { count: occurrences.length, number: numberWords(occurrences.length), day }),
  ),
  ...occurrences.slice(from, from + factsATurn(voice)).map((occurrence) => word(occurrence, voice)),
];

const sentences = (outcome: ReminderOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'reminders':
      return list(outcome.occurrences, outcome.from, dayWords(outcome.day, voice), voice, item);
    case 'reminders-between':
      return list(outcome.occurrences, outcome.from, daysWords(outcome.days, voice), voice, onItsDay);
    case 'no-reminders-between':
      return [say('reminders.none-day', { day: daysWords(outcome.days, voice) })];
    case 'no-reminders-on-day':
      return [
        say('reminders.none-day', { day: dayWords(outcome.day, voice) }),
        outcome.next === undefined
          ? undefined
          : say('reminders.next', { when: whenWords(outcome.next.at, undefined, voice) }),
      ];
    case 'no-reminders':
      return [say('reminders.none')];
    case 'one-reminder':
      return one(outcome.occurrence, voice);
    case 'no-such-reminder':
      return [say('reminders.no-such')];
    case 'reminders-due':
      return due(outcome.deliveries, voice);
    case 'no-reminder-due':
      return [say('reminders.nothing-waiting')];
  }
};

/** Reminders of a day, or one of them, or those that wait. */
export const renderReminders = (outcome: ReminderOutcome, voice: Voice): Telling =>
  telling(voice.say('reminders.title'), [...steadied(voice), ...sentences(outcome, voice)]);
