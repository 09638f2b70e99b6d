type Reading = { readonly texts: readonly string[]; readonly next: number };

const joined = (heads: readonly string[], tails: readonly string[]): readonly string[] =>
  heads.flatMap((head) => tails.map((tail) => `${head}${tail}`));

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

const readChoice = (pattern: string, from: number, close: string): Reading => {
  const choices: string[] = [];
  let at = from;
  for (;;) {
    const { texts, next } = readRun(pattern, at);
    choices.push(...texts);
    if (pattern[next] === close) return { texts: close === ']' ? ['', ...choices] : choices, next: next + 1 };
    if (pattern[next] !== '|') throw new Error(`"${pattern}" has an open "${close === ')' ? '(' : '['}"`);
    at = next + 1;
  }
};

const readRun = (pattern: string, from: number): Reading => {
  let texts: readonly string[] = [''];
  let at = from;
  while (at < pattern.length && !')]|'.includes(pattern[at] ?? '')) {
    const close = CLOSES[pattern[at] ?? ''];
    const part =
      close === undefined ? { texts: [pattern[at] ?? ''], next: at + 1 } : readChoice(pattern, at + 1, close);
    texts = joined(texts, part.texts);
    at = part.next;
  }
  return { texts, next: at };
};

/** How many phrases of one pattern are written out: Alexa, and the virtual Echo, put the others together themselves. */
const MOST = 40;

const pairsOf = (text: string): readonly string[] => {
  const words = ['', ...text.split(' '), ''];
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
};

/** As many, from all over the list, as bring two words together that did not stand together yet. */
const thinned = (texts: readonly string[]): readonly string[] => {
  const seen = new Set<string>();
  const kept = new Set<string>();
  const stride = Math.ceil(texts.length * 0.618);
  for (let n = 0, at = 0; n < texts.length && kept.size < MOST; n += 1, at = (at + stride) % texts.length) {
    const text = texts[at] ?? '';
    const pairs = pairsOf(text);
    if (pairs.some((pair) => !seen.has(pair))) kept.add(text);
    for (const pair of pairs) seen.add(pair);
  }
  return texts.filter((text) => kept.has(text));
};

/**
 * The phrases that a pattern stands for, in order and without doubles: `(can|could) you tell me [please]` is four.
 * `(a|b)` is one of them, `[a]` is a or nothing; both may stand in one another. Of a pattern with more than 40 phrases
 * those are taken that show which words stand side by side, but for `every one`. Throws on a bracket left open or too many.
 */
export const expand = (pattern: string, how: 'as needed' | 'every one' = 'as needed'): readonly string[] => {
  const { texts, next } = readRun(pattern, 0);
  if (next < pattern.length) throw new Error(`"${pattern}" has a "${pattern[next]}" too many`);
  const whole = [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '');
  return whole.length <= MOST || how === 'every one' ? whole : thinned(whole);
};
