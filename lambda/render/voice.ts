import type { Instant } from '../core/kernel/clock.ts';
import type { SpeakingLevel } from '../core/pairing/echo.ts';
import type { Council } from '../core/people/council.ts';
import { type Settings, SPEECH_RATES, type SpeechRate, type SpokenVoice } from '../core/people/settings.ts';
import { easyEnglish, english, type Say } from './say.ts';
import type { Pace } from './ssml.ts';

/**
 * How Bellbird speaks at one Echo now: to whom, by whose Settings, and how much may be said aloud. `name` is there only when it is
 * known who is speaking and may be said. `slower`: the same was asked for a second time.
 */
export type Voice = {
  readonly say: Say;
  readonly settings: Settings;
  readonly name?: string;
  readonly level: SpeakingLevel;
  readonly council: Pick<Council, 'name' | 'phone'>;
  readonly now: Instant;
  readonly slower: boolean;
};

export type Says = { readonly full: Say; readonly easy: Say };

/** British English. */
export const ENGLISH: Says = { full: english, easy: easyEnglish };

/** The voice for somebody's Settings. */
export const voiceFor = (speaking: Omit<Voice, 'say'>, says: Says = ENGLISH): Voice => ({
  ...speaking,
  say: speaking.settings.easyWords ? says.easy : says.full,
});

/** How many facts a turn holds: one at a time for whoever wants that, three otherwise. */
export const factsATurn = (voice: Pick<Voice, 'settings' | 'slower'>): number =>
  voice.settings.oneAtATime || voice.slower ? 1 : 3;

export const isShort = (voice: Voice): boolean => voice.settings.length === 'short';

/** Percent of normal speed. Comfort lies close to normal; below eighty per cent words are harder to make out. */
const PERCENT: Readonly<Record<SpeechRate, number>> = { slower: 80, slow: 90, normal: 100, fast: 110 };

const oneSlower = (rate: SpeechRate): SpeechRate => SPEECH_RATES[SPEECH_RATES.indexOf(rate) - 1] ?? rate;

const NAMES = { amy: 'Amy', brian: 'Brian', emma: 'Emma' } as const satisfies Record<
  Exclude<SpokenVoice, 'alexa'>,
  string
>;

/** The pace of a voice: whose it is, its rate, one step slower when it says the same again, and pauses for whoever wants them. */
export const paceOf = ({ settings, slower }: Pick<Voice, 'settings' | 'slower'>): Pace => ({
  percent: PERCENT[slower ? oneSlower(settings.rate) : settings.rate],
  pause: settings.longerPauses || slower ? 500 : 0,
  ...(settings.voice === undefined || settings.voice === 'alexa' ? {} : { voice: NAMES[settings.voice] }),
});
