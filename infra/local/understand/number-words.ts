export const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
export const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
export const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const FIRST_ORDINALS = [
  'zeroth',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
];
const TENS_ORDINALS = TENS.map((ten) => `${ten.slice(0, -1)}ieth`);

const BELOW_TWENTY = [...UNITS, ...TEENS];

/** `26` → `['twenty', 'six']`. Whole numbers from 0 to 99. */
export const cardinalWords = (n: number): readonly string[] => {
  const small = BELOW_TWENTY[n];
  if (small !== undefined) return [small];
  const ten = TENS[Math.floor(n / 10) - 2] ?? '';
  const unit = UNITS[n % 10] ?? '';
  return n % 10 === 0 ? [ten] : [ten, unit];
};

/** `26` → `['twenty', 'sixth']`. Whole numbers from 1 to 99. */
export const ordinalWords = (n: number): readonly string[] => {
  const small = FIRST_ORDINALS[n];
  if (small !== undefined) return [small];
  const ten = Math.floor(n / 10) - 2;
  return n % 10 === 0 ? [TENS_ORDINALS[ten] ?? ''] : [TENS[ten] ?? '', FIRST_ORDINALS[n % 10] ?? ''];
};

const upTo99 = Array.from({ length: 100 }, (_, n) => n);

/** `twenty six` → 26, for every whole number from 0 to 99. */
export const CARDINALS: ReadonlyMap<string, number> = new Map(upTo99.map((n) => [cardinalWords(n).join(' '), n]));

/** `twenty sixth` → 26, for every whole number from 1 to 99. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  upTo99.slice(1).map((n) => [ordinalWords(n).join(' '), n]),
);

export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  [...UNITS, ...TEENS, ...TENS, 'oh', 'nought', 'double', 'treble', 'triple', 'hundred', 'thousand', 'million'].concat(
    FIRST_ORDINALS,
    TENS_ORDINALS,
  ),
);

const digitWords = (digits: string): readonly string[] => [...digits].map((digit) => UNITS[Number(digit)] ?? digit);

/** How a written number is spoken: `8` eight, `26th` twenty sixth, `08` zero eight, `12345678` digit by digit; else undefined. */
export const spokenDigits = (written: string): readonly string[] | undefined => {
  const ordinal = /^([1-9]\d?)(?:st|nd|rd|th)$/.exec(written)?.[1];
  if (ordinal !== undefined) return ordinalWords(Number(ordinal));
  if (!/^\d+$/.test(written)) return undefined;
  return /^(?:\d|[1-9]\d)$/.test(written) ? cardinalWords(Number(written)) : digitWords(written);
};
