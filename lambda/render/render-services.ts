import type { Answer } from '../core/answers/answer.ts';
import type { FindAnswerOutcome } from '../core/answers/find-answer.ts';
import type { Listing } from '../core/answers/listing.ts';
import { calendarDay } from '../core/kernel/uk-time.ts';
import type { ChangeSpeechOutcome, SpeechChange } from '../core/people/change-settings.ts';
import type { OfficeHours } from '../core/people/council.ts';
import { monthAndYear } from './calendar-words.ts';
import { instantWords } from './day-words.ts';
import { phoneWords } from './phone-words.ts';
import type { CallOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, type Telling, telling } from './telling.ts';
import { factsATurn, isShort, type Voice } from './voice.ts';
import { writtenWords } from './written-words.ts';

/** The council's own number. */
export const councilPhone = (voice: Voice): Phrase =>
  voice.say('answers.council-phone', { council: voice.council.name, phone: phoneWords(voice.council.phone) });

/** In words: a longer one is not easily heard. */
const LONGEST_SENTENCE = 20;

const phone = (number: string, voice: Voice): readonly (Phrase | undefined)[] => [
  voice.say('answers.phone', { phone: phoneWords(number) }),
  onlyIf(!isShort(voice), () => voice.say('answers.again', { phone: phoneWords(number) })),
];

const answered = (answer: Answer, voice: Voice): readonly (Phrase | undefined)[] => {
  const more = isShort(voice) ? [] : answer.facts.slice(0, factsATurn(voice) - 1);
  return [
    ...[answer.answer, ...more].map((text) => voice.say('answers.written', { text: writtenWords(text) })),
    ...(answer.phone === undefined ? [] : phone(answer.phone, voice)),
  ];
};

/** The first sentence, when it is short enough to be heard. */
const shortSentence = (text: string): string | undefined => {
  const [first] = /^[^.!?]+[.!?]?/.exec(text) ?? [];
  const sentence = first?.trim();
  return sentence === undefined || sentence.split(' ').length > LONGEST_SENTENCE ? undefined : sentence;
};

const listed = (listing: Listing, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  const alert = listing.alert === undefined ? undefined : (shortSentence(listing.alert) ?? listing.alert);
  const about = shortSentence(listing.description);
  return [
    onlyIf(alert !== undefined, () =>
      say('answers.listing-alert', { name: listing.name, alert: writtenWords(alert ?? '') }),
    ),
    say('answers.listing-name', { name: listing.name }),
    onlyIf(about !== undefined && !isShort(voice), () => say('answers.written', { text: writtenWords(about ?? '') })),
    ...(listing.phone === undefined ? [] : phone(listing.phone, voice)),
    listing.assured === undefined
      ? say('answers.listing-unchecked')
      : say('answers.listing-checked', { month: monthAndYear(calendarDay(listing.assured)) }),
  ];
};

/** What the council has written about a subject, what its directory lists, or that it has written nothing. */
export const renderAnswer = (outcome: FindAnswerOutcome, voice: Voice): Telling => {
  const { say } = voice;
  if (outcome.kind === 'answer')
    return telling(say('answers.title-of', { council: voice.council.name }), answered(outcome.answer, voice));
  if (outcome.kind === 'listing') return telling(say('answers.title-directory'), listed(outcome.listing, voice));
  const none =
    outcome.subject === 'not-understood'
      ? say('answers.none-known')
      : say('answers.none', { subject: say(`subject.${outcome.subject}`) });
  return telling(say('answers.title'), [none, councilPhone(voice)]);
};

const officeWords = (office: OfficeHours, voice: Voice): Phrase => {
  const { say } = voice;
  switch (office.kind) {
    case 'open':
      return say('calls.office-open');
    case 'opens':
      return say('calls.office-opens', { when: instantWords(office.at, voice) });
    case 'never-staffed':
      return councilPhone(voice);
  }
};

const callSentences = (outcome: CallOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'asks-to-ring':
      return [];
    case 'call-asked':
      return [say('calls.passed-on'), officeWords(outcome.office, voice), say('calls.not-known-when')];
    case 'call-already-asked':
      return [say('calls.already'), officeWords(outcome.office, voice)];
    case 'call-not-wanted':
      return [say('calls.not-wanted')];
    case 'nobody-rings-back':
      return [say('calls.nobody'), councilPhone(voice)];
    case 'try-again':
      return [say('calls.not-sent'), councilPhone(voice)];
  }
};

/** What became of a wish to be rung. */
export const renderCall = (outcome: CallOutcome, voice: Voice): Telling =>
  telling(
    voice.say('calls.title'),
    callSentences(outcome, voice),
    outcome.kind === 'call-asked' || outcome.kind === 'call-already-asked' ? 'done' : 'calm',
  );

const UNDO = {
  slower: 'speech.undo-speed',
  faster: 'speech.undo-speed',
  'normal-speed': undefined,
  shorter: 'speech.undo-length',
  fuller: undefined,
  'one-at-a-time': 'speech.undo-one',
  'several-at-a-time': undefined,
  'bigger-text': 'speech.undo-bigger',
  'smaller-text': 'speech.undo-smaller',
  'voice-amy': 'speech.undo-voice',
  'voice-brian': 'speech.undo-voice',
  'voice-emma': 'speech.undo-voice',
  'voice-alexa': undefined,
} as const satisfies Record<SpeechChange, string | undefined>;

const changed = (change: SpeechChange, voice: Voice): readonly (Phrase | undefined)[] => {
  const undo = UNDO[change];
  return [voice.say(`speech.changed.${change}`), undo === undefined ? undefined : voice.say(undo)];
};

/** A change of how Bellbird speaks, told in the new way already. */
export const renderSpeech = (outcome: ChangeSpeechOutcome, before: Voice): Telling => {
  const title = before.say('speech.title');
  switch (outcome.kind) {
    case 'speech-changed':
      return telling(title, changed(outcome.change, { ...before, settings: outcome.settings }), 'done');
    case 'speech-already-so':
      return telling(title, [before.say(`speech.already.${outcome.change}`)]);
    case 'speech-not-changed':
      return telling(title, [before.say('speech.not-changed')]);
  }
};
