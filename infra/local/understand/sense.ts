import { isSlot, type Part } from './compile.ts';

const NEGATIONS = new Set(['not', 'no', 'never', 'nobody', 'none', 'nothing', 'without']);
const AUXILIARIES = new Set(
  'have has had did do does is are am was were can could will would shall should might must'.split(' '),
);
const ASKS_POLITELY = new Set(['can', 'could', 'will', 'would']);
const SUBJECTS = new Set('i you he she it we they this that my the there these those somebody anybody our'.split(' '));

/** What loose matching must not turn round: a "not" lost, or a question taken for a statement ("have I done it"). */
export type Sense = { readonly negated: ReadonlySet<string>; readonly isQuestion: boolean };

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

export const senseOf = (parts: readonly Part[]): Sense => ({
  negated: negatedIn(parts),
  isQuestion: isQuestion(parts),
});

/** Both a question or neither; both deny nothing, or deny something that is the same. */
export const isSameSense = (a: Sense, b: Sense): boolean =>
  a.isQuestion === b.isQuestion &&
  (a.negated.size === 0 ? b.negated.size === 0 : [...a.negated].some((word) => b.negated.has(word)));
