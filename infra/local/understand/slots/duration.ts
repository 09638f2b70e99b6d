import { cardinal } from './number.ts';

type Amount = { readonly field: string; readonly many: number };

const FIELDS: Readonly<Record<string, string>> = {
  year: 'Y',
  month: 'M',
  week: 'W',
  fortnight: 'W',
  day: 'D',
  hour: 'TH',
  minute: 'TM',
  second: 'TS',
};
const ORDER = Object.values(FIELDS);

const amountOf = (words: string): readonly Amount[] | undefined => {
  if (/^half an hour$/.test(words)) return [{ field: 'TM', many: 30 }];
  if (/^(?:a )?quarter of an hour$/.test(words)) return [{ field: 'TM', many: 15 }];
  if (/^three quarters of an hour$/.test(words)) return [{ field: 'TM', many: 45 }];
  const halfMore = /^(.+?) hours? and a half$/.exec(words) ?? /^(.+?) and a half hours$/.exec(words);
  const [, count, unit] = halfMore ?? /^(.+?) (year|month|week|fortnight|day|hour|minute|second)s?$/.exec(words) ?? [];
  const many = count === 'a' || count === 'an' ? 1 : cardinal((count ?? '').split(' '));
  if (many === undefined) return undefined;
  if (halfMore !== null)
    return [
      { field: 'TH', many },
      { field: 'TM', many: 30 },
    ];
  const field = FIELDS[unit ?? ''];
  return field === undefined ? undefined : [{ field, many: unit === 'fortnight' ? many * 2 : many }];
};

const amountsOf = (words: string): readonly Amount[] | undefined => {
  const whole = amountOf(words);
  if (whole !== undefined) return whole;
  const parts = [...words.matchAll(/ and /g)].map(({ index }) => [words.slice(0, index), words.slice(index + 5)]);
  for (const [left = '', right = ''] of parts) {
    const head = amountOf(left);
    const rest = amountsOf(right);
    if (head !== undefined && rest !== undefined) return [...head, ...rest];
  }
  return undefined;
};

/** AMAZON.DURATION in ISO 8601: "ten minutes" `PT10M`, "an hour and a half" `PT1H30M`, "a fortnight" `P2W`; else undefined. */
export const durationValue = (words: readonly string[]): string | undefined => {
  const amounts = amountsOf(words.join(' ').replace(/^(?:in|for|about) /, ''));
  if (amounts === undefined) return undefined;
  const sorted = [...amounts].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));
  const dated = sorted.filter(({ field }) => !field.startsWith('T')).map(({ field, many }) => `${many}${field}`);
  const timed = sorted
    .filter(({ field }) => field.startsWith('T'))
    .map(({ field, many }) => `${many}${field.slice(1)}`);
  return `P${dated.join('')}${timed.length === 0 ? '' : `T${timed.join('')}`}`;
};
