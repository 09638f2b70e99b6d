/** FNV-1a, 32 bits (draft-eastlake-fnv): spreads short texts evenly. */
const hash = (text: string): number => {
  let sum = 0x811c9dc5;
  for (const character of text) sum = Math.imul(sum ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum;
};

/** One of some things, always the same one for the same seed; undefined of none. */
export const pick = <T>(seed: string, from: readonly T[]): T | undefined => from[hash(seed) % from.length];
