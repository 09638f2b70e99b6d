import type { Figures, Judged, Share } from './judge.ts';

const percent = ({ right, of }: Share): string => (of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} %`);

const row = (name: string, share: Share): string =>
  `${name.padEnd(14)} ${String(share.right).padStart(4)} of ${String(share.of).padStart(4)}  ${percent(share).padStart(7)}`;

const miss = ({ labelled, heard, isRight }: Judged): string =>
  `  ${labelled.label}\t${labelled.phrase}\t→ ${isRight ? 'other slots' : heard}`;

/** The figures as lines of text: accuracy by label family, then what was taken for what, then every phrase that was missed. */
export const printFigures = ({ intents, wrong, repaired, slots, families, confusions, misses }: Figures): string =>
  [
    ...families.toSorted(([a], [b]) => a.localeCompare(b)).map(([family, share]) => row(family, share)),
    '',
    row('right intent', intents),
    row('wrong intent', wrong),
    row('asked again', repaired),
    row('right slots', slots),
    '',
    `Confusions: ${confusions.length}`,
    ...confusions.map(([wanted, heard, count]) => `  ${count} × ${wanted} → ${heard}`),
    '',
    `Misses: ${misses.length}`,
    ...misses.map(miss),
    '',
  ].join('\n');
