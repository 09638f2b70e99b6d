import type { TypedDate } from '../forms/date-field.ts';

/** One question of a set-up visit, on the page and on paper alike. */
export type Question = { readonly name: string; readonly legend: string; readonly hint?: string } & (
  | { readonly kind: 'one'; readonly items: readonly Choice[]; readonly value: string }
  | { readonly kind: 'several'; readonly items: readonly Choice[]; readonly values: readonly string[] }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'day'; readonly value: TypedDate }
);

export type Choice = { readonly value: string; readonly text: string };

/** The values of a closed list with their words, in the order of the list. */
export const choicesOf = <V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
): readonly Choice[] => values.map((value) => ({ value, text: words[value] }));

/** Yes or no, in words of its own. */
export const yesOrNo = (yes: string, no: string): readonly Choice[] => [
  { value: 'yes', text: yes },
  { value: 'no', text: no },
];
