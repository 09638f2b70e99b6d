import type { slu } from 'ask-sdk-model';
import type { LocalDate } from '../../../../lambda/core/kernel/uk-time.ts';
import { ORDINALS } from '../number-words.ts';
import { said, type Word } from '../words.ts';
import { dateValue } from './date.ts';
import { durationValue } from './duration.ts';
import { fourDigitNumber, numberValue } from './number.ts';
import { timeValue } from './time.ts';

/** What a slot would hold: its value and, for a custom type, what that resolved to. */
export type SlotReading = { readonly value: string; readonly resolutions?: slu.entityresolution.Resolutions };

/**
 * Reads words as one slot type. `read` wants all the words to be the slot, and says undefined when they are not.
 * `readUnlisted` is what Alexa sends when the carrier words were clear and the slot was not; absent where she would not.
 * `isOpen` types take any words, so whatever else matches comes before them.
 */
export type SlotReader = {
  readonly read: (words: readonly Word[], today: LocalDate) => SlotReading | undefined;
  readonly readUnlisted?: (words: readonly Word[]) => SlotReading;
  readonly mostWords: number;
  readonly isOpen: boolean;
};

type Parse = (words: readonly string[], today: LocalDate) => string | undefined;

const typed = (parse: Parse, mostWords: number, unlisted?: string): SlotReader => ({
  read: (words, today) => {
    const value = parse(
      words.map(({ word }) => word),
      today,
    );
    return value === undefined ? undefined : { value };
  },
  ...(unlisted === undefined ? {} : { readUnlisted: () => ({ value: unlisted }) }),
  mostWords,
  isOpen: false,
});

const free = (mostWords: number): SlotReader => ({
  read: (words) => (words.length > mostWords ? undefined : { value: said(words) }),
  mostWords,
  isOpen: true,
});

const ordinalValue: Parse = (words) => ORDINALS.get(words.join(' ').replace(/^the /, ''))?.toString();

const firstName: Parse = ([name = '', ...more]) =>
  more.length === 0 && /^[a-zà-ÿ]{2,}$/.test(name) ? name : undefined;

const BUILT_IN: Readonly<Record<string, SlotReader>> = {
  'AMAZON.DATE': typed(dateValue, 10),
  'AMAZON.TIME': typed(timeValue, 7),
  'AMAZON.NUMBER': typed(numberValue, 16, '?'),
  'AMAZON.FOUR_DIGIT_NUMBER': typed(fourDigitNumber, 6, '?'),
  'AMAZON.DURATION': typed(durationValue, 8),
  'AMAZON.Ordinal': typed(ordinalValue, 3),
  'AMAZON.FirstName': { ...typed(firstName, 1), isOpen: true },
  'AMAZON.SearchQuery': free(30),
};

/** The reader of one of Amazon's own types. A list type that is not modelled here (a room, a city) takes up to three words. */
export const builtInReader = (type: string): SlotReader => BUILT_IN[type] ?? free(3);
