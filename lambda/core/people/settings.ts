import type { LocalTime } from '../kernel/uk-time.ts';

/** A window of the day in UK wall time; it may run over midnight. */
export type DayWindow = { readonly from: LocalTime; readonly to: LocalTime };

/** How fast Bellbird speaks. Slower means slower words and longer pauses, never stretched ones. */
export const SPEECH_RATES = ['slower', 'slow', 'normal', 'fast'] as const;
export type SpeechRate = (typeof SPEECH_RATES)[number];

export const TEXT_SIZES = ['large', 'larger', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Alexa's own voice, or one of those she has for British English (Amazon, "SSML Reference"): some are lower, some clearer. */
export const SPOKEN_VOICES = ['alexa', 'amy', 'brian', 'emma'] as const;
export type SpokenVoice = (typeof SPOKEN_VOICES)[number];

/** What a person needs in order to take in what we tell them (Accessible Information Standard, DAPB1605). */
export const ACCESS_NEEDS = [
  'voice',
  'large-print',
  'captions',
  'text-message',
  'easy-read',
  'british-sign-language',
  'interpreter',
  'through-a-carer',
] as const;
export type AccessNeed = (typeof ACCESS_NEEDS)[number];

/** How one Resident wants to be spoken to and told: the per-user settings. */
export type Settings = {
  /** The name the person chose to be called. */
  readonly nameToUse: string;
  readonly rate: SpeechRate;
  readonly longerPauses: boolean;
  /** Missing: Alexa's own. */
  readonly voice?: SpokenVoice;
  /** Remind the person how to make the Echo louder when a message matters. */
  readonly volumeHint: boolean;
  /** One item, then a question, instead of up to three. */
  readonly oneAtATime: boolean;
  readonly length: 'short' | 'full';
  /** Alerts and messages wait until these are over; urgent ones do not. */
  readonly quietHours?: DayWindow;
  readonly screen: { readonly on: boolean; readonly privateItems: 'hidden' | 'shown' };
  readonly textSize: TextSize;
  readonly chime: 'low' | 'none';
  readonly languages: readonly ('en' | 'cy')[];
  readonly accessNeeds: readonly AccessNeed[];
  /** Words for people who live with dementia: always day and time, reassurance first, never "remember". */
  readonly steadyWords: boolean;
  /** Short common words. */
  readonly easyWords: boolean;
  /** The person needs time to speak: one-word questions and a patient reprompt. */
  readonly slowToSpeak: boolean;
  readonly hasPendant: boolean;
};

/** What a Resident has until somebody chooses. */
export const defaultSettings = (nameToUse: string): Settings => ({
  nameToUse,
  rate: 'normal',
  longerPauses: false,
  volumeHint: false,
  oneAtATime: false,
  length: 'full',
  quietHours: { from: '22:00', to: '07:00' },
  screen: { on: true, privateItems: 'hidden' },
  textSize: 'large',
  chime: 'low',
  languages: ['en'],
  accessNeeds: [],
  steadyWords: false,
  easyWords: false,
  slowToSpeak: false,
  hasPendant: false,
});
