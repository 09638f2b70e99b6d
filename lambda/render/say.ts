import type { words } from './catalogue.ts';
import { lookUpInEnglish } from './look-up.ts';
import { type Phrase, phraseOf } from './ssml.ts';

type Catalogue = typeof words;
type Name = keyof Catalogue & string;
type WithoutForm<N extends string> = N extends `${infer Key}_${'one' | 'other' | 'easy'}` ? Key : N;

/** A sentence or phrase of the catalogue; `_one` and `_other` follow a count, `_easy` is for residents who want easy words. */
export type Key = WithoutForm<Name>;

type Template<K extends Key> = Catalogue[Extract<Name, K | `${K}_${'one' | 'other' | 'easy'}`>];
type Gap<T extends string> = T extends `${string}{{${infer G}}}${infer Rest}` ? G | Gap<Rest> : never;
type Counted<K extends Key> = `${K}_other` extends Name ? { readonly count: number } : unknown;

/** What a template's gaps are filled with: text from outside, which is escaped here and only here, or a phrase of ours. */
export type Value = string | Phrase;
type Values<K extends Key> = { readonly [G in Gap<Template<K>>]: Value } & Counted<K>;

/** Says a key of the catalogue, spoken and shown. A key that is not there, or a gap left open, does not compile. */
export type Say = <K extends Key>(key: K, ...values: keyof Values<K> extends never ? [] : [Values<K>]) => Phrase;

/** What looks a key up as i18next does: `count` chooses the form, `context` the words, and every gap is filled with its value. */
export type LookUp = (key: string, values: Readonly<Record<string, unknown>>) => string;

const filled = (values: Readonly<Record<string, Value | number>>, side: keyof Phrase) =>
  Object.fromEntries(
    Object.entries(values).map(([gap, value]) => {
      if (typeof value === 'number') return [gap, value];
      return [gap, (typeof value === 'string' ? phraseOf(value) : value)[side]];
    }),
  );

/** Says with a look-up; `easy` prefers the easy form of a sentence where there is one. */
export const sayWith =
  (lookUp: LookUp, manner: { readonly easy: boolean }): Say =>
  (key, ...[values]) => {
    const context = manner.easy ? { context: 'easy' } : {};
    const given: Readonly<Record<string, Value | number>> = { ...values };
    return {
      ssml: lookUp(key, { ...filled(given, 'ssml'), ...context }),
      text: lookUp(key, { ...filled(given, 'text'), ...context }),
    };
  };

/** Says in British English, in full or in easy words. */
export const english: Say = sayWith(lookUpInEnglish, { easy: false });
export const easyEnglish: Say = sayWith(lookUpInEnglish, { easy: true });
