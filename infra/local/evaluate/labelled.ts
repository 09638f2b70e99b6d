import { StartProblem } from '../data-folder.ts';

/** One phrase and what it should have come to. Whatever the label does not name is not judged. */
export type Labelled = {
  readonly phrase: string;
  readonly label: string;
  /** The first part of the label: a family of intents, or `question`. */
  readonly family: string;
  /** The second part: an intent, or in the family `safety` its class. */
  readonly kind?: string;
  /** Canonical values by slot: ISO date, HH:MM, id. */
  readonly slots: Readonly<Record<string, string>>;
};

const slotsOf = (parts: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]));

/**
 * Reads a labelled file: a line is a label, a tab and a phrase; blank lines and those that begin with # are for the reader. A
 * label is `family`, `family/Intent`, `safety/class` or `question`, and may go on with `slot=value` for each slot. Throws a
 * `StartProblem` for a line without a tab.
 */
export const readLabelled = (text: string): readonly Labelled[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const [label = '', phrase] = line.split('\t').map((part) => part.trim());
    if (phrase === undefined || phrase === '') throw new StartProblem(`line ${index + 1}: a label, a tab and a phrase`);
    const [name = '', ...slots] = label.split(/\s+/);
    const [family = '', kind] = name.split('/');
    return [{ phrase, label: name, family, ...(kind === undefined ? {} : { kind }), slots: slotsOf(slots) }];
  });
