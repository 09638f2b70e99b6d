import type { Delivery } from '../core/delivery/delivery.ts';
import { dateOf, timeOf } from '../core/kernel/uk-time.ts';
import type { ReplyOutcome } from '../core/reminders/reply-to-reminder.ts';
import { numberWords } from './calendar-words.ts';
import { dayWords, whenWords } from './day-words.ts';
import { byTimeWords, toldWords } from './render-reminders.ts';
import { listWords, type Phrase } from './ssml.ts';
import { onlyIf, type Telling, type Tone, telling } from './telling.ts';
import { dialWords } from './time-words.ts';
import type { Voice } from './voice.ts';

const timesOf = (deliveries: readonly Delivery[]): Phrase =>
  listWords(deliveries.map((delivery) => dialWords(timeOf(delivery.due))));

const sentences = (outcome: ReplyOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'reminder-done': {
      const { due } = outcome.delivery;
      return [
        say('reply.done', { reminder: byTimeWords(due, voice) }),
        onlyIf(outcome.isEarly, () => say('reply.done-early', { day: dayWords(dateOf(due), voice) })),
      ];
    }
    case 'already-done':
      return toldWords(byTimeWords(outcome.delivery.due, voice), outcome.at, voice);
    case 'not-yet-noted':
      return [say('reply.not-yet', { reminder: byTimeWords(outcome.delivery.due, voice) })];
    case 'which-reminder':
      return [
        say('reply.which', {
          number: numberWords(outcome.deliveries.length),
          reminders: timesOf(outcome.deliveries),
        }),
      ];
    case 'nothing-due':
      return [
        say('reply.nothing-due'),
        outcome.next === undefined
          ? undefined
          : say('reminders.next', { when: whenWords(outcome.next.local, undefined, voice) }),
      ];
  }
};

const TONES: Readonly<Record<ReplyOutcome['kind'], Tone>> = {
  'reminder-done': 'done',
  'already-done': 'done',
  'not-yet-noted': 'calm',
  'which-reminder': 'calm',
  'nothing-due': 'calm',
};

/** What a reply to a reminder came to. It is noted as said; nobody concludes that anything was done. */
export const renderReply = (outcome: ReplyOutcome, voice: Voice): Telling => {
  const isNoted = outcome.kind === 'reminder-done' || outcome.kind === 'not-yet-noted';
  const title = voice.say(isNoted ? 'reply.title' : 'reminders.title');
  return telling(title, sentences(outcome, voice), TONES[outcome.kind]);
};
