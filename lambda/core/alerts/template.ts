import type { AlertHandling, AlertWords } from './alert.ts';

/** Words kept for use again, with `((placeholders))` to fill in. */
export type AlertTemplate = {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly words: AlertWords;
  readonly correction?: AlertWords;
  readonly handling: AlertHandling;
};

export type AlertTemplates = {
  /** In order of their ids. */
  readonly ofCouncil: (council: string) => Promise<readonly AlertTemplate[]>;
  readonly ofId: (council: string, id: string) => Promise<AlertTemplate | undefined>;
  readonly save: (template: AlertTemplate) => Promise<void>;
};

const PLACEHOLDER = /\(\(([^()]+)\)\)/g;

const partsOf = ({ words, correction }: AlertTemplate): readonly string[] => [
  words.title,
  words.text,
  ...(correction === undefined ? [] : [correction.title, correction.text]),
];

/** The names of a template's placeholders, each once, in the order in which they are read. */
export const placeholdersOf = (template: AlertTemplate): readonly string[] => [
  ...new Set(
    partsOf(template).flatMap((text) => [...text.matchAll(PLACEHOLDER)].map(([, name]) => (name ?? '').trim())),
  ),
];

export type FillOutcome =
  | { readonly kind: 'filled'; readonly words: AlertWords; readonly correction?: AlertWords }
  | { readonly kind: 'left-empty'; readonly names: readonly string[] };

/**
 * Fills a template. Every placeholder needs a value; a value stands as it is typed, and is never read for placeholders itself.
 */
export const fillTemplate = (template: AlertTemplate, values: ReadonlyMap<string, string>): FillOutcome => {
  const names = placeholdersOf(template).filter((name) => (values.get(name) ?? '').trim() === '');
  if (names.length > 0) return { kind: 'left-empty', names };
  const filled = (text: string): string =>
    text.replace(PLACEHOLDER, (_all, name: string) => (values.get(name.trim()) ?? '').trim());
  const words = ({ title, text }: AlertWords): AlertWords => ({ title: filled(title), text: filled(text) });
  return template.correction === undefined
    ? { kind: 'filled', words: words(template.words) }
    : { kind: 'filled', words: words(template.words), correction: words(template.correction) };
};
