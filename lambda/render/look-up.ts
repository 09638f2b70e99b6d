import { words } from './catalogue.ts';

const catalogue: Readonly<Record<string, string>> = words;

/** The plural of English for whole numbers: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html */
const formOf = (count: unknown): string | undefined => {
  if (typeof count !== 'number') return undefined;
  return count === 1 ? '_one' : '_other';
};

/** The names under which a sentence may stand, the best first: for this manner and number, for this manner, for this number, for all. */
const namesOf = (key: string, context: unknown, form: string | undefined): readonly string[] => {
  const manners = typeof context === 'string' ? [`${key}_${context}`, key] : [key];
  return manners.flatMap((name) => (form === undefined ? [name] : [name + form, name]));
};

/**
 * Looks a key up in the catalogue, which is written as i18next reads it; the words are those that i18next would give, without waiting
 * for it to start. What has no words is a fault, and is said as one.
 */
export const lookUpInEnglish = (key: string, values: Readonly<Record<string, unknown>>): string => {
  const name = namesOf(key, values.context, formOf(values.count)).find((one) => Object.hasOwn(catalogue, one));
  const template = name === undefined ? undefined : catalogue[name];
  if (template === undefined) return words['control.fault'];
  return template.replace(/\{\{(.+?)\}\}/g, (_, gap: string) => String(values[gap] ?? ''));
};
