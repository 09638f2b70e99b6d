import type { Delivery } from '../core/delivery/delivery.ts';
import { mayHaveBeenTold } from '../core/delivery/read-out.ts';
import { numberWords } from './calendar-words.ts';
import { alertWords, diaryWords } from './content-words.ts';
import { dueWords } from './render-reminders.ts';
import type { MessageOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, steadied, type Telling, type Tone, telling } from './telling.ts';
import type { Voice } from './voice.ts';

const contentOf = (delivery: Delivery, voice: Voice, several: boolean): readonly Phrase[] => {
  const { content, handling } = delivery;
  switch (content.kind) {
    case 'diary':
      return diaryWords(content, voice, several);
    case 'alert':
      return [...(handling === 'urgent' ? [voice.say('alert.urgent')] : []), ...alertWords(content, voice)];
    case 'reminder':
      return [voice.say('reminders.waiting', { reminder: dueWords(delivery, voice) })];
  }
};

/** One message, with a hedge when it may have been told before without anybody hearing it (promise G9). */
const message = (delivery: Delivery, voice: Voice, several: boolean): readonly (Phrase | undefined)[] => [
  onlyIf(mayHaveBeenTold(delivery), () => voice.say('messages.told-before')),
  ...contentOf(delivery, voice, several),
];

const messages = (
  outcome: Extract<MessageOutcome, { kind: 'messages' }>,
  voice: Voice,
): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  const counted = { count: outcome.of, number: numberWords(outcome.of) };
  return [
    onlyIf(!outcome.isMore, () => say('messages.count', counted)),
    onlyIf(!outcome.isMore, () => say('messages.from', { council: voice.council.name })),
    ...outcome.deliveries.flatMap((delivery) => message(delivery, voice, outcome.deliveries.length > 1)),
    onlyIf(voice.settings.volumeHint, () => say('messages.louder')),
  ];
};

const sentences = (outcome: MessageOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'messages':
      return messages(outcome, voice);
    case 'no-messages':
      return [say(outcome.isMore ? 'messages.no-more' : 'messages.none')];
    case 'messages-heard':
      return [say('messages.heard', outcome)];
    case 'messages-kept':
      return [say('messages.kept')];
    case 'messages-not-heard':
      return [say('messages.not-heard-yet', { count: outcome.count, number: numberWords(outcome.count) })];
    case 'nothing-to-mark':
      return [say('messages.nothing-to-mark')];
  }
};

const toneOf = (outcome: MessageOutcome): Tone => {
  if (outcome.kind === 'messages-heard') return 'done';
  const isUrgent = outcome.kind === 'messages' && outcome.deliveries.some(({ handling }) => handling === 'urgent');
  return isUrgent ? 'urgent' : 'calm';
};

/** Messages, read and put down as heard. */
export const renderMessages = (outcome: MessageOutcome, voice: Voice): Telling => {
  const isReading = outcome.kind === 'messages' || outcome.kind === 'no-messages';
  return telling(
    voice.say('messages.title'),
    [...(isReading ? steadied(voice) : []), ...sentences(outcome, voice)],
    toneOf(outcome),
  );
};
