import type { BinDay } from '../../core/bin-days/bin-rounds.ts';
import type { Words } from '../words/en.ts';

/** "Thursday 3 December: green (recycling) and brown (food waste)". */
export const binDayLine = ({ on, bins }: BinDay, { bins: words, when }: Words): string =>
  words.line(
    when.day(on),
    when.list(bins.map(({ kind, colour }) => words.bin(words.colours[colour], words.kinds[kind]))),
  );
