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

/**
 * The phrases that a pattern stands for, in order and without doubles: `(can|could) you tell me [please]` is four.
 * `(a|b)` is one of them, `[a]` is a or nothing; both may stand in one another. Throws on a bracket left open or too many.
 */
export const expand = (pattern: string): readonly string[] => {
  const { texts, next } = readRun(pattern, 0);
  if (next < pattern.length) throw new Error(`"${pattern}" has a "${pattern[next]}" too many`);
  return [...new Set(texts.map((text) => text.replace(/\s+/g, ' ').trim()))].filter((text) => text !== '');
};
