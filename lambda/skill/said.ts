import type { CareSubject } from '../core/answers/answer.ts';
import { CARE_SUBJECTS } from '../core/answers/answer.ts';
import { PARTS_OF_DAY, type PartOfDay } from '../core/diary/part-of-day.ts';
import { SPEECH_CHANGES, type SpeechChange } from '../core/people/change-settings.ts';
import type { ReminderDraft } from '../core/reminders/reminder-draft.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../core/safeguarding/safety-class.ts';
import { GUIDANCE, type Guidance } from '../render/guidance.ts';
import { readDraft } from './draft.ts';
import { flagIn, idsIn, numberIn, oneOfIn, type Small, smallIn, textIn } from './small-values.ts';

/** Outcomes that can be said again from their kind alone. */
export const PLAIN_KINDS = [
  'no-such-reminder',
  'no-reminder-due',
  'messages-kept',
  'nothing-to-mark',
  'speech-not-changed',
  'call-not-wanted',
  'try-again',
  'already-paired',
  'code-not-eight-digits',
  'code-not-known',
  'too-many-tries',
  'not-paired',
  'pairing-left',
  'nobody-named',
  'switched-off',
  'resident-away',
  'left-it',
  'go-ahead',
  'no-more',
  'nothing-due',
  'asks-for-code',
  'asks-for-change',
  'asks-for-subject',
  'asks-to-ring',
] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/** The same about reminders set by speaking, and about what Bellbird cannot do. */
export const DOING_KINDS = [
  'asks-if-hurt',
  'asks-for-reminder',
  'which-one-to-do',
  'reminder-cancelled',
  'reminder-not-by-voice',
  'reminder-too-many',
  'reminder-not-set',
  'name-not-known',
  'cannot-pass-on',
  'cannot-ring',
  'family-not-known',
  'no-listings',
  'hushed',
  'not-hushed',
  'hush-not-changed',
  'private-first',
] as const;
export type DoingKind = (typeof DOING_KINDS)[number];

const MANNER_KINDS = ['manner-not-changed', 'asks-for-name', 'asks-for-quiet-hours'] as const;
const MANNERS = ['name', 'quiet-hours', 'no-quiet-hours'] as const;

/** The same about televisions. */
export const SCREEN_KINDS = [
  'asks-for-screen-code',
  'screen-paired',
  'waits-for-ok',
  'screen-refused',
  'screen-not-paired',
  'too-many-screens',
  'screen-not-switched',
] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

/** The same about numbers that nobody needs, and about untying an Echo or stopping everything. */
export const ECHO_KINDS = [
  'no-number-needed',
  'not-set-up',
  'asks-to-unpair',
  'echo-unpaired',
  'echo-not-unpaired',
  'asks-to-stop',
  'consent-withdrawn',
  'consent-not-changed',
] as const;
export type EchoKind = (typeof ECHO_KINDS)[number];

/** A list that is told a few at a time: where this telling began, and where the next one begins if anything is left. */
export type SaidList = {
  readonly topic: 'visits' | 'appointments' | 'reminders';
  readonly day?: string;
  readonly part?: PartOfDay;
  readonly from: number;
  readonly next?: number;
};

/**
 * What was said last, as little as is needed to say it again: dates, ids and words from closed lists. Session attributes go back
 * to Amazon with every turn, so no name and no message stands in them. `day` and `time` are slot values of Amazon's.
 */
export type Said =
  | SaidList
  | {
      readonly topic:
        | 'welcome'
        | 'next-appointment'
        | 'reminders-due'
        | 'day-and-time'
        | 'how-heard'
        | 'help'
        | 'help-code';
    }
  | { readonly topic: 'one-reminder'; readonly time: string }
  | { readonly topic: 'draft'; readonly draft: ReminderDraft }
  | { readonly topic: 'to-cancel'; readonly id: string }
  | { readonly topic: 'reminder-set'; readonly id: string; readonly changed: boolean }
  | { readonly topic: 'messages'; readonly ids: readonly string[]; readonly isMore: boolean }
  | { readonly topic: 'messages-heard' | 'messages-not-heard'; readonly count: number }
  | {
      readonly topic: 'reply';
      readonly reply: 'done' | 'already' | 'not-yet';
      readonly id: string;
      readonly early: boolean;
    }
  | { readonly topic: 'which-reminder'; readonly ids: readonly string[] }
  | {
      readonly topic: 'answer';
      readonly subject?: CareSubject;
      readonly listing?: string;
      readonly missing: boolean;
    }
  | { readonly topic: 'speech'; readonly change: SpeechChange; readonly already: boolean }
  | { readonly topic: 'call'; readonly already: boolean }
  | { readonly topic: 'words' | 'screen-words'; readonly words: readonly string[] }
  | { readonly topic: 'screen'; readonly on: boolean; readonly already: boolean }
  | { readonly topic: 'guidance'; readonly about: Guidance }
  | { readonly topic: 'safety'; readonly safety: SafetyClass }
  | { readonly topic: 'screen-plain'; readonly outcome: ScreenKind }
  | { readonly topic: 'code-part'; readonly digits: string }
  | { readonly topic: 'echo-plain'; readonly outcome: EchoKind }
  | { readonly topic: 'plain'; readonly outcome: PlainKind }
  | { readonly topic: 'doing'; readonly outcome: DoingKind }
  | { readonly topic: 'manner'; readonly outcome: (typeof MANNER_KINDS)[number] }
  | { readonly topic: 'manner-changed'; readonly what: (typeof MANNERS)[number] };

const listIn = (topic: SaidList['topic'], small: Small): SaidList => {
  const day = textIn(small, 'day');
  const part = oneOfIn(small, 'part', PARTS_OF_DAY);
  const next = numberIn(small, 'next');
  return {
    topic,
    ...(day === undefined ? {} : { day }),
    ...(part === undefined ? {} : { part }),
    from: numberIn(small, 'from'),
    ...(next === 0 ? {} : { next }),
  };
};

const reading = (small: Small): Said | undefined => {
  const { topic } = small;
  switch (topic) {
    case 'welcome':
    case 'next-appointment':
    case 'reminders-due':
    case 'day-and-time':
    case 'how-heard':
    case 'help':
    case 'help-code':
      return { topic };
    case 'visits':
    case 'appointments':
    case 'reminders':
      return listIn(topic, small);
    case 'one-reminder': {
      const time = textIn(small, 'time');
      return time === undefined ? undefined : { topic, time };
    }
    case 'draft':
      return { topic, draft: readDraft(smallIn(small, 'draft')) };
    case 'to-cancel': {
      const id = textIn(small, 'id');
      return id === undefined ? undefined : { topic, id };
    }
    case 'reminder-set': {
      const id = textIn(small, 'id');
      return id === undefined ? undefined : { topic, id, changed: flagIn(small, 'changed') };
    }
    case 'messages':
      return { topic, ids: idsIn(small, 'ids'), isMore: flagIn(small, 'isMore') };
    case 'messages-heard':
    case 'messages-not-heard':
      return { topic, count: numberIn(small, 'count') };
    case 'which-reminder':
      return { topic, ids: idsIn(small, 'ids') };
    default:
      return acting(small);
  }
};

const acting = (small: Small): Said | undefined => {
  const { topic } = small;
  switch (topic) {
    case 'reply': {
      const reply = oneOfIn(small, 'reply', ['done', 'already', 'not-yet'] as const);
      const id = textIn(small, 'id');
      return reply === undefined || id === undefined ? undefined : { topic, reply, id, early: flagIn(small, 'early') };
    }
    case 'answer': {
      const subject = oneOfIn(small, 'subject', CARE_SUBJECTS);
      const missing = flagIn(small, 'missing');
      const listing = textIn(small, 'listing');
      return {
        topic,
        ...(subject === undefined ? {} : { subject }),
        ...(listing === undefined ? {} : { listing }),
        missing,
      };
    }
    case 'speech': {
      const change = oneOfIn(small, 'change', SPEECH_CHANGES);
      return change === undefined ? undefined : { topic, change, already: flagIn(small, 'already') };
    }
    case 'call':
      return { topic, already: flagIn(small, 'already') };
    case 'words':
    case 'screen-words':
      return { topic, words: idsIn(small, 'words') };
    case 'screen':
      return { topic, on: flagIn(small, 'on'), already: flagIn(small, 'already') };
    case 'guidance': {
      const about = oneOfIn(small, 'about', GUIDANCE);
      return about === undefined ? undefined : { topic, about };
    }
    case 'safety': {
      const safety = oneOfIn(small, 'safety', SAFETY_CLASSES);
      return safety === undefined ? undefined : { topic, safety };
    }
    case 'screen-plain': {
      const outcome = oneOfIn(small, 'outcome', SCREEN_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'manner': {
      const outcome = oneOfIn(small, 'outcome', MANNER_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'manner-changed': {
      const what = oneOfIn(small, 'what', MANNERS);
      return what === undefined ? undefined : { topic, what };
    }
    case 'doing': {
      const outcome = oneOfIn(small, 'outcome', DOING_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'code-part': {
      const digits = textIn(small, 'digits');
      return digits === undefined || !/^\d{1,7}$/.test(digits) ? undefined : { topic, digits };
    }
    case 'echo-plain': {
      const outcome = oneOfIn(small, 'outcome', ECHO_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    case 'plain': {
      const outcome = oneOfIn(small, 'outcome', PLAIN_KINDS);
      return outcome === undefined ? undefined : { topic, outcome };
    }
    default:
      return undefined;
  }
};

/** Reads what was said from session attributes; what cannot be read is as if nothing had been said. */
export const readSaid = (small: Small | undefined): Said | undefined =>
  small === undefined ? undefined : reading(small);
