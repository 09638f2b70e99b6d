import { localDateTime, timeOf } from '../core/kernel/uk-time.ts';
import { dateWords } from './day-words.ts';
import { type Phrase, sentenceOf } from './ssml.ts';
import { timeWords } from './time-words.ts';
import type { Voice } from './voice.ts';

export const TONES = ['calm', 'urgent', 'done'] as const;
export type Tone = (typeof TONES)[number];

/** What a tone is called on a Screen, where colour alone would not do. Calm needs no word. */
export const toneWords = (tone: Tone, { say }: Pick<Voice, 'say'>): Phrase | undefined =>
  tone === 'calm' ? undefined : say(`tone.${tone}`);

/** What an outcome says, sentence by sentence, and the head of its card. The question that may follow stands apart. */
export type Telling = { readonly sentences: readonly Phrase[]; readonly title: Phrase; readonly tone: Tone };

/** A telling of the sentences that are there. */
export const telling = (title: Phrase, sentences: readonly (Phrase | undefined)[], tone: Tone = 'calm'): Telling => ({
  title: sentenceOf(title),
  sentences: sentences.flatMap((sentence) => (sentence === undefined ? [] : [sentenceOf(sentence)])),
  tone,
});

/** A sentence that is said only if. */
export const onlyIf = (is: boolean, sentence: () => Phrase): Phrase | undefined => (is ? sentence() : undefined);

/** The day and the time now: "It's Tuesday the 24th of November, ten in the morning." */
export const nowWords = (voice: Voice): Phrase => {
  const local = localDateTime(voice.now);
  return voice.say('time.now', { date: dateWords(local.slice(0, 10)), time: timeWords(timeOf(local)) });
};

/** For whoever lives with dementia every look-up begins with reassurance, then the day and the time. */
export const steadied = (voice: Voice): readonly Phrase[] =>
  voice.settings.steadyWords ? [voice.say('steady.of-course'), nowWords(voice)] : [];
