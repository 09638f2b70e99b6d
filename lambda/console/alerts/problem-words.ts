import { FURTHEST_START, LONGEST_LIFE } from '../../core/alerts/alert.ts';
import { type ContentProblem, SHORTEST_LIFE } from '../../core/alerts/check-content.ts';
import { LONGEST_TEXT, LONGEST_TITLE, type WordProblem } from '../../core/alerts/check-words.ts';
import { DAY, MINUTE } from '../../core/kernel/clock.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Words } from '../words/en.ts';
import type { Part } from './content-rows.ts';

/** The id of the box in which each field of an Alert is typed. */
const BOXES = {
  title: 'title',
  text: 'text',
  'correction-title': 'correctionTitle',
  'correction-text': 'correctionText',
  audience: 'areas',
  handling: 'handling',
  starts: 'start',
  expires: 'endTime',
} as const satisfies Readonly<Record<ContentProblem['field'], string>>;

const PARTS = {
  title: 'words',
  text: 'words',
  'correction-title': 'words',
  'correction-text': 'words',
  audience: 'audience',
  handling: 'when',
  starts: 'when',
  expires: 'when',
} as const satisfies Readonly<Record<ContentProblem['field'], Part>>;

type WordField = keyof Words['alertForms']['errors']['fields'];

const wordProblem = (field: WordField, problem: WordProblem, { alertForms: { errors } }: Words): string => {
  const what = errors.fields[field];
  const most = field.endsWith('title') ? LONGEST_TITLE : LONGEST_TEXT;
  return problem === 'too-long' ? errors.words['too-long'](what, most) : errors.words[problem](what);
};

const textOf = (found: ContentProblem, words: Words): string => {
  const { errors } = words.alertForms;
  switch (found.field) {
    case 'audience':
      return errors.audience[found.problem];
    case 'handling':
      return errors.handling[found.problem];
    case 'starts':
      return found.problem === 'too-far'
        ? errors.starts['too-far'](FURTHEST_START / DAY)
        : errors.starts[found.problem];
    case 'expires':
      if (found.problem === 'too-soon') return errors.expires['too-soon'](words.when.minutes(SHORTEST_LIFE / MINUTE));
      return found.problem === 'too-late'
        ? errors.expires['too-late'](LONGEST_LIFE / DAY)
        : errors.expires[found.problem];
    default:
      return wordProblem(found.field, found.problem, words);
  }
};

/** What is wrong with an Alert, in words that say what to do, beside the box in which it can be put right. */
export const problemWords = (problems: readonly ContentProblem[], words: Words): readonly Mistake[] =>
  problems.map((found) => ({ field: BOXES[found.field], text: textOf(found, words) }));

/** On which page of the form each problem can be put right, and in which words. */
export const problemsByPart = (problems: readonly ContentProblem[], words: Words) =>
  problems.map((found) => ({ part: PARTS[found.field], text: textOf(found, words) }));
