/** Words that say nothing of what is asked about. */
const EMPTY = new Set(
  `a about after again all am an and any anybody anyone anything are as at be because been before but by can could d did do does doing
  don down er erm find first for from get getting give go going good got had has have he hello help her here him his how i if in into is it its
  just kind know let like ll look love m may me might mind mine more much my need never no not now of off oh ok okay on one or our out over
  please put re really round s said say see she should so some somebody someone something sort still t tell thank thanks that the
  their them then there these they thing things think this those time to told too two um up us ve very want wanted was we well were
  what when where which who why will with would yes yet you your`.split(/\s+/),
);

/** Plurals are one word with their singular: "day centres" is asked of "day centre". */
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;

/** The words of a text that say what it is about: lower case, letters only, plurals as their singular, in their order. */
export const contentWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map(singular);
