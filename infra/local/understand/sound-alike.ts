/** Words that are taken for one another when they are heard (residents 7.1, rule 16). */
const CONFUSED = [
  ['carer', 'career', 'korea', 'carrier', 'cara'],
  ['carers', 'careers', 'carriers'],
  ['council', 'cancel', 'counsel', 'console'],
  ['bins', 'beans'],
  ['bin', 'bean'],
  ['respite', 'despite'],
  ['badge', 'batch'],
  ['echo', 'gecko'],
  ['pendant', 'pendent'],
];

/** The other words that this one is easily taken for. */
export const confusedWith = (word: string): readonly string[] =>
  CONFUSED.filter((group) => group.includes(word))
    .flat()
    .filter((other) => other !== word);

/** A rough key of how a word sounds: first letter, then consonants, with like-sounding letters made equal. */
export const soundOf = (word: string): string =>
  word
    .replace(/^kn/, 'n')
    .replace(/^wr/, 'r')
    .replace(/ph/g, 'f')
    .replace(/gh/g, '')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/[cq]/g, 'k')
    .replace(/z/g, 's')
    .replace(/(?!^)[aeiouyhw]/g, '')
    .replace(/(.)\1+/g, '$1');

/** The least number of letters put in, left out, changed or swapped with a neighbour (Damerau, optimal string alignment). */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

const allowedEdits = (word: string): number => {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
};

/** Whether a misheard or mistyped word may well be this one: few letters away, or the same in sound. */
export const isNearly = (heard: string, word: string): boolean => {
  if (confusedWith(heard).includes(word)) return true;
  if (heard.length < 4 || word.length < 4 || heard[0] !== word[0]) return false;
  if (Math.abs(heard.length - word.length) > 2) return false;
  if (editDistance(heard, word) <= allowedEdits(heard)) return true;
  return soundOf(heard).length > 2 && soundOf(heard) === soundOf(word);
};
