import type { ShownCard } from '../core/delivery/show-cards.ts';
import type { Instant } from '../core/kernel/clock.ts';
import { dateOf, timeOf } from '../core/kernel/uk-time.ts';
import type { SpeakingLevel } from '../core/pairing/echo.ts';
import type { Council } from '../core/people/council.ts';
import { diaryWords } from './content-words.ts';
import { bareDayWords, dateWords } from './day-words.ts';
import { phoneWords } from './phone-words.ts';
import { dueWords, isNamedByTime } from './render-reminders.ts';
import { heardOf, LONGEST_VALUE, type Phrase, phraseOf, sentenceOf } from './ssml.ts';
import { timeWords } from './time-words.ts';
import { ENGLISH, type Says, type Voice, voiceFor } from './voice.ts';
import { writtenWords } from './written-words.ts';

/** What a Card looks like: an icon and a colour on the Screen, and always a word. */
export const CARD_KINDS = ['urgent', 'reminder', 'appointment', 'diary', 'notice', 'message'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** The words of one Card. `lines` stand below the title; `speech` is read aloud, plain text; `ok` is what its first button says. */
export type CardWords = {
  readonly kind: CardKind;
  readonly label: string;
  readonly forWhom?: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly how: string;
  readonly speech: string;
  readonly ok: string;
};

/** `hasEcho`: an Echo of the Home can say what is hidden here. */
export type CardPlace = {
  readonly level: SpeakingLevel;
  readonly hasEcho: boolean;
  readonly council: Pick<Council, 'name' | 'phone'>;
  readonly now: Instant;
};

const ALERT_KINDS = {
  urgent: 'urgent',
  appointment: 'appointment',
  routine: 'notice',
  notice: 'notice',
  social: 'message',
} as const satisfies Record<ShownCard['delivery']['handling'], CardKind>;

const kindOf = ({ delivery: { content, handling } }: ShownCard): CardKind =>
  content.kind === 'alert' ? ALERT_KINDS[handling] : content.kind;

const voiceOf = ({ resident: { settings } }: ShownCard, { council, now }: CardPlace, says: Says): Voice =>
  voiceFor({ settings, name: settings.nameToUse, level: 'open', council, now, slower: false }, says);

/** The wake word is never spoken by a television: an Echo in the room would obey it. */
const toHear = (
  { hasEcho, council }: CardPlace,
  { say }: Voice,
): { readonly shown: Phrase; readonly spoken: Phrase } => {
  if (hasEcho) return { shown: say('card.say'), spoken: say('card.ask') };
  const ring = say('card.ring', { council: council.name, phone: phoneWords(council.phone) });
  return { shown: ring, spoken: ring };
};

const spoken = (phrases: readonly Phrase[]): string => phrases.map((one) => heardOf(sentenceOf(one))).join(' ');

const forWhom = ({ namesWhom }: ShownCard, { say, name = '' }: Voice): { readonly forWhom?: string } =>
  namesWhom ? { forWhom: say('card.for', { name }).text } : {};

const isUrgent = ({ delivery }: ShownCard): boolean => delivery.handling === 'urgent';

/** That there is a message, and how to hear it: nothing of what is in it, not even what kind it is of. */
const hiddenSpeech = (card: ShownCard, place: CardPlace, voice: Voice): string => {
  const { say, name = '' } = voice;
  const there = isUrgent(card) ? say('card.hidden-urgent-spoken', { name }) : say('card.hidden-spoken', { name });
  return spoken([there, toHear(place, voice).spoken]);
};

const hiddenWords = (card: ShownCard, place: CardPlace, voice: Voice): CardWords => {
  const { say } = voice;
  const kind = isUrgent(card) ? 'urgent' : 'message';
  return {
    kind,
    label: say(`card.${kind}`).text,
    ...forWhom(card, voice),
    title: say(isUrgent(card) ? 'card.hidden-urgent' : 'card.hidden').text,
    lines: [],
    how: toHear(place, voice).shown.text,
    speech: hiddenSpeech(card, place, voice),
    ok: say('card.later').text,
  };
};

/** Parted at blanks into pieces none of which is longer than a value may be: nothing is cut away. */
const piecesOf = (text: string): readonly Phrase[] => {
  const most = `.{1,${LONGEST_VALUE}}`;
  return (text.match(new RegExp(`${most}(?=\\s|$)|${most}`, 'gsu')) ?? []).map(writtenWords);
};

const together = (pieces: readonly Phrase[]): Phrase => ({
  ssml: pieces.map(({ ssml }) => ssml).join(' '),
  text: pieces.map(({ text }) => text).join(' '),
});

/** Text of any length, one phrase for each of its paragraphs. */
const paragraphsIn = (text: string): readonly Phrase[] =>
  text
    .split(/\n+/)
    .map((paragraph) => together(piecesOf(paragraph)))
    .filter(({ text: shown }) => shown !== '');

type Told = { readonly title: Phrase; readonly lines: readonly Phrase[]; readonly how: Phrase; readonly ok: Phrase };

const aboutReminder = ({ delivery, isLate }: ShownCard, voice: Voice): Told => {
  const { say, settings } = voice;
  const time = { time: timeWords(timeOf(delivery.due)) };
  const { content } = delivery;
  const at = isLate ? say('card.was-for', time) : say('card.for-time', time);
  return {
    title: dueWords(delivery, voice),
    lines: [
      ...(isLate || !isNamedByTime(delivery) ? [at] : []),
      ...(content.kind === 'reminder' && content.bins !== undefined
        ? [say('bins.day', { day: bareDayWords(content.bins.on, voice) })]
        : []),
      ...(settings.steadyWords
        ? [say('told.day', { date: dateWords(dateOf(delivery.due)), time: timeWords(timeOf(delivery.due)) })]
        : []),
    ],
    how: say('card.when-done'),
    ok: say('card.done'),
  };
};

const toldOf = (card: ShownCard, voice: Voice): Told => {
  const { content } = card.delivery;
  const { say } = voice;
  const read = { how: say('card.when-read'), ok: say('card.seen') };
  switch (content.kind) {
    case 'reminder':
      return aboutReminder(card, voice);
    case 'diary':
      return { title: say('told.title-diary'), lines: diaryWords(content, voice), ...read };
    case 'alert':
      return {
        title: phraseOf(content.title),
        lines: [
          ...(content.isCorrection ? [say('card.correction')] : []),
          ...paragraphsIn(content.text),
          say('card.from', { council: content.from }),
        ],
        ...read,
      };
  }
};

const inFull = (card: ShownCard, place: CardPlace, voice: Voice): CardWords => {
  const { say, name = '' } = voice;
  const { title, lines, how, ok } = toldOf(card, voice);
  const kind = kindOf(card);
  const mayBeSpoken = !card.isPersonal || place.level === 'open';
  return {
    kind,
    label: say(`card.${kind}`).text,
    ...forWhom(card, voice),
    title: sentenceOf(title).text,
    lines: lines.map((line) => sentenceOf(line).text),
    how: how.text,
    speech: mayBeSpoken
      ? [
          spoken([say('told.hello', { name })]),
          `${heardOf(sentenceOf(title)).replace(/[.!?]+$/, '')}.`,
          spoken([...lines, how]),
        ].join(' ')
      : hiddenSpeech(card, place, voice),
    ok: ok.text,
  };
};

/** The words of Cards in one language: see `renderCard`. */
export const renderCardWith =
  (says: Says) =>
  (card: ShownCard, place: CardPlace): { readonly words: CardWords; readonly hidden?: CardWords } => {
    const voice = voiceOf(card, place, says);
    const hidden = hiddenWords(card, place, voice);
    if (card.isHidden) return { words: hidden };
    const words = inFull(card, place, voice);
    return card.isPersonal
      ? { words, hidden: { ...hidden, how: voice.say('card.reveal').text, ok: voice.say('card.show').text } }
      : { words };
  };

/**
 * Words a Card for a Screen. `hidden` is there for personal words that may be shown: it takes their place after a minute,
 * and says how to bring them back.
 */
export const renderCard = renderCardWith(ENGLISH);
