const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/**
 * Orders two strings by their UTF-8 bytes, as DynamoDB orders sort keys; JavaScript's `<` goes by UTF-16 units instead and puts
 * an emoji before U+E000–U+FFFF. Negative, zero or positive, as `Array.sort` expects.
 */
export const compareUtf8 = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const difference = byteRank(a.charCodeAt(i)) - byteRank(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
};

// Half of a pair stands for a character above U+FFFF, whose UTF-8 comes after everything that has no pair.
const byteRank = (unit: number): number => (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE ? unit + 0x10000 : unit);
