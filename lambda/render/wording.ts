import type { Delivery } from '../core/delivery/delivery.ts';
import { mayHaveBeenTold } from '../core/delivery/read-out.ts';
import type { Wording } from '../core/delivery/wording.ts';
import { dateOf, instantOf, timeOf } from '../core/kernel/uk-time.ts';
import type { Settings } from '../core/people/settings.ts';
import { alertWords, diaryWords } from './content-words.ts';
import { bareDayWords, dateWords } from './day-words.ts';
import { dueWords, isNamedByTime } from './render-reminders.ts';
import { heardOf, type Phrase, sentenceOf } from './ssml.ts';
import { dialWords, timeWords } from './time-words.ts';
import { ENGLISH, isShort, type Says, type Voice, voiceFor } from './voice.ts';

/** The voice of a managed Echo that speaks unasked, at the time its Delivery is due. */
const voiceOf = (delivery: Delivery, settings: Settings, says: Says): Voice =>
  voiceFor(
    {
      settings,
      name: settings.nameToUse,
      level: 'open',
      council: { name: '', phone: '' },
      now: instantOf(delivery.due),
      slower: false,
    },
    says,
  );

const joined = (sentences: readonly Phrase[]): string =>
  sentences.map((sentence) => heardOf(sentenceOf(sentence))).join(' ');

/** A name first, because the first second of what an Echo says is often lost; for steady words reassurance. */
const opening = ({ say, name = '', settings }: Voice): readonly Phrase[] => [
  say('told.hello', { name }),
  ...(settings.steadyWords ? [say('told.steady')] : []),
];

/** The time is the one the reminder is for: it may be told some minutes later, so "it's eight o'clock" might not be true. */
const aboutReminder = (delivery: Delivery, voice: Voice): readonly Phrase[] => {
  const { say, settings } = voice;
  const { due } = delivery;
  const reminder = dueWords(delivery, voice);
  return [
    isNamedByTime(delivery)
      ? say('told.reminder', { reminder })
      : say('told.reminder-for', { reminder, dial: dialWords(timeOf(due)) }),
    ...(delivery.content.kind === 'reminder' && delivery.content.bins !== undefined
      ? [say('bins.day', { day: bareDayWords(delivery.content.bins.on, voice) })]
      : []),
    ...(settings.steadyWords ? [say('told.day', { date: dateWords(dateOf(due)), time: timeWords(timeOf(due)) })] : []),
    say('told.when-done'),
  ];
};

const aboutDiary = (delivery: Delivery, voice: Voice): readonly Phrase[] => [
  ...(mayHaveBeenTold(delivery) ? [voice.say('messages.told-before')] : []),
  ...(delivery.content.kind === 'diary' ? diaryWords(delivery.content, voice) : []),
  ...(isShort(voice) ? [] : [voice.say('told.hear-again')]),
];

type AlertContent = Delivery['content'] & { readonly kind: 'alert' };

/** The same words for everybody, without a name, so that one call tells many Echos. */
const aboutAlert = (content: AlertContent, { handling }: Delivery, voice: Voice): ReturnType<Wording> => {
  const { say } = voice;
  const from = say(handling === 'urgent' ? 'told.alert-urgent' : 'told.alert', { from: content.from });
  return { speech: joined([from, ...alertWords(content, voice), say('told.when-heard')]), title: content.title };
};

const aloudWords = (delivery: Delivery, voice: Voice): ReturnType<Wording> => {
  if (delivery.content.kind === 'alert') return aboutAlert(delivery.content, delivery, voice);
  const isReminder = delivery.content.kind === 'reminder';
  const about = isReminder ? aboutReminder(delivery, voice) : aboutDiary(delivery, voice);
  return {
    speech: joined([...opening(voice), ...about]),
    title: voice.say(isReminder ? 'told.title-reminder' : 'told.title-diary').text,
  };
};

const hiddenWords = (delivery: Delivery, { say }: Voice): ReturnType<Wording> => {
  const hidden = say(delivery.content.kind === 'reminder' ? 'told.hidden-reminder' : 'told.hidden-message');
  return { speech: joined([hidden, say('told.to-hear')]), title: say('told.title-hidden').text };
};

/** The words of Deliveries in one language: see `wording`. */
export const wordingWith =
  (says: Says): Wording =>
  (delivery, resident, aloud) => {
    const voice = voiceOf(delivery, resident.settings, says);
    const { content } = delivery;
    const isPrivate = content.kind === 'alert' && content.isPrivate;
    return aloud && !isPrivate ? aloudWords(delivery, voice) : hiddenWords(delivery, voice);
  };

/**
 * The words of a Delivery that is told unasked: plain text, which the Channel escapes. It asks for nothing that Alexa would not
 * understand on any Echo: opening the skill is enough, because the skill then asks whether it is done.
 */
export const wording: Wording = wordingWith(ENGLISH);
