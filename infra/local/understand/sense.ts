import { isSlot, type Part } from './compile.ts';

const NEGATIONS = new Set(['not', 'no', 'never', 'nobody', 'none', 'nothing', 'without']);
const AUXILIARIES = new Set(
  'have has had did do does is are am was were can could will would shall should might must'.split(' '),
);
const ASKS_POLITELY = new Set(['can', 'could', 'will', 'would']);
const SUBJECTS = new Set(
  'i you he she it we they this that my the there these those somebody anybody our mum dad'.split(' '),
);

/** Words without which a sample means another thing: "I've taken my tablets" is not "I've taken too many tablets". */
const TELLING = new Set(
  'all too twice double doubled whole wrong lots overdose overdosed mixed again elses wifes husbands tomorrows weeks'.split(
    ' ',
  ),
);

/**
 * What loose matching must not turn round: a "not" lost, a question taken for a statement ("have I done it"), or a word of
 * the sample left out that makes it what it is.
 */
export type Sense = {
  readonly negated: ReadonlySet<string>;
  readonly isQuestion: boolean;
  readonly telling: ReadonlySet<string>;
};

const wordAt = (parts: readonly Part[], at: number): string => {
  const part = parts[at];
  return part === undefined || isSlot(part) ? '' : part;
};

const QUESTION_WORDS = new Set('who what when where why how which'.split(' '));

const isQuestion = (parts: readonly Part[]): boolean => {
  if (parts.some((part) => !isSlot(part) && QUESTION_WORDS.has(part))) return true;
  const [first, second] = [wordAt(parts, 0), wordAt(parts, 1)];
  const isRequest = ASKS_POLITELY.has(first) && second === 'you';
  return AUXILIARIES.has(first) && SUBJECTS.has(second) && !isRequest;
};

/** The words that follow a "not": what it is that is denied. */
const negatedIn = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(parts.flatMap((part, at) => (!isSlot(part) && NEGATIONS.has(part) ? [wordAt(parts, at + 1)] : [])));

/** Whether words open as a question does; one that only has "when" or "who" in it may be none. */
export const opensAsQuestion = (parts: readonly Part[]): boolean => {
  const [first, second] = [wordAt(parts, 0), wordAt(parts, 1)];
  return QUESTION_WORDS.has(first) || (AUXILIARIES.has(first) && SUBJECTS.has(second));
};

export const senseOf = (parts: readonly Part[]): Sense => ({
  negated: negatedIn(parts),
  isQuestion: isQuestion(parts),
  telling: new Set(parts.flatMap((part) => (!isSlot(part) && TELLING.has(part) ? [part] : []))),
});

/**
 * Whether a sample has the sense of what was said: both a question or neither; both deny nothing, or deny something that is the
 * same; and what makes the sample what it is was said.
 */
export const isSameSense = (a: Sense, b: Sense): boolean =>
  a.isQuestion === b.isQuestion &&
  [...a.telling].every((word) => b.telling.has(word)) &&
  (a.negated.size === 0 ? b.negated.size === 0 : [...a.negated].some((word) => b.negated.has(word)));
