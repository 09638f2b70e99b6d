import type { BinDaysOutcome } from '../core/bin-days/bin-days-of-home.ts';
import type { Bin, BinDay } from '../core/bin-days/bin-rounds.ts';
import { bareDayWords } from './day-words.ts';
import { listWords, type Phrase } from './ssml.ts';
import { type Telling, telling } from './telling.ts';
import { factsATurn, type Voice } from './voice.ts';

/** "the green bin for recycling and the brown bin for food waste". */
export const binsWords = (bins: readonly Bin[], { say }: Pick<Voice, 'say'>): Phrase =>
  listWords(
    bins.map(({ kind, colour }) =>
      say('bins.one', { colour: say(`bin-colour.${colour}`), what: say(`bin-kind.${kind}`) }),
    ),
  );

const [NEXT, AFTER] = ['bins.next', 'bins.after'] as const;

const oneDay = ({ on, bins }: BinDay, key: typeof NEXT | typeof AFTER, voice: Voice): readonly Phrase[] => [
  voice.say(key, { day: bareDayWords(on, voice) }),
  voice.say('bins.out', { bins: binsWords(bins, voice) }),
];

/** The next bin day and which bins are put out, and the one after it for whoever takes more than one thing at a time. */
export const renderBinDays = ({ days }: BinDaysOutcome & { readonly kind: 'bin-days' }, voice: Voice): Telling => {
  const told = days.slice(0, factsATurn(voice) === 1 ? 1 : 2);
  const sentences = told.flatMap((day, at) => oneDay(day, at === 0 ? NEXT : AFTER, voice));
  return telling(voice.say('bins.title'), sentences.length === 0 ? [voice.say('bins.none')] : sentences);
};
