/** A plain object out of session attributes, which came back over the wire: every value is looked at before it is used. */
export type Small = Readonly<Record<string, unknown>>;

export const isSmall = (value: unknown): value is Small =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The longest text that session attributes hold: ids and slot values. */
const LONGEST = 300;
const MOST_IDS = 50;

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;

export const smallIn = (small: Small, key: string): Small | undefined => {
  const value = small[key];
  return isSmall(value) ? value : undefined;
};

export const textIn = (small: Small, key: string): string | undefined => {
  const value = small[key];
  return isShortText(value) ? value : undefined;
};

/** A whole number from 0; 0 for anything else. */
export const numberIn = (small: Small, key: string): number => {
  const value = small[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0;
};

export const flagIn = (small: Small, key: string): boolean => small[key] === true;

export const oneOfIn = <T extends string>(small: Small, key: string, known: readonly T[]): T | undefined =>
  known.find((one) => one === small[key]);

export const idsIn = (small: Small, key: string): readonly string[] => {
  const value = small[key];
  return Array.isArray(value) ? value.filter(isShortText).slice(0, MOST_IDS) : [];
};

/** A dictionary of short texts. */
export const textsIn = (small: Small, key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(smallIn(small, key) ?? {}).filter((entry): entry is [string, string] => isShortText(entry[1])),
  );
