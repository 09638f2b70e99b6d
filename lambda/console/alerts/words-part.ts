import type { AlertWords, DraftContent } from '../../core/alerts/alert.ts';
import { checkDraft } from '../../core/alerts/check-content.ts';
import { LONGEST_TEXT, LONGEST_TITLE } from '../../core/alerts/check-words.ts';
import { speechSeconds } from '../../core/alerts/speech-seconds.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { AlertDesk } from './alert-desk.ts';
import { wordRows } from './content-rows.ts';
import type { DraftPart } from './draft-part.ts';
import { problemWords } from './problem-words.ts';

/** The words of an Alert as they were typed. */
export type TypedWords = {
  readonly title: string;
  readonly text: string;
  readonly private: string;
  readonly correctionTitle: string;
  readonly correctionText: string;
};

export type WantedWords = Pick<DraftContent, 'words' | 'isPrivate'> & { readonly correction: AlertWords | undefined };

export const blankWords: TypedWords = { title: '', text: '', private: 'no', correctionTitle: '', correctionText: '' };

/** Words that stand, as they would have been typed. */
export const typedWordsFrom = ({
  words,
  isPrivate,
  correction,
}: Pick<DraftContent, 'words' | 'isPrivate' | 'correction'>): TypedWords => ({
  ...words,
  private: isPrivate ? 'yes' : 'no',
  correctionTitle: correction?.title ?? '',
  correctionText: correction?.text ?? '',
});

const NAMES = ['title', 'text', 'private', 'correctionTitle', 'correctionText'] as const;

/** A browser ends the lines of a box with CR LF (HTML Standard, 4.10.22.4). */
const typed = (form: Form, name: string): string => one(form, name).replaceAll('\r\n', '\n');

export const typedWordsIn = (form: Form): TypedWords => ({
  title: typed(form, 'title'),
  text: typed(form, 'text'),
  private: one(form, 'private'),
  correctionTitle: typed(form, 'correctionTitle'),
  correctionText: typed(form, 'correctionText'),
});

export const wordFields = (words: TypedWords) => NAMES.map((name) => ({ name, value: words[name] }));

const correctionOf = ({ correctionTitle: title, correctionText: text }: TypedWords): AlertWords | undefined =>
  title === '' && text === '' ? undefined : { title, text };

/** What is wrong with the words, all of it at once and in the order of the page. */
const mistakesIn = (words: TypedWords, wanted: WantedWords, desk: AlertDesk): readonly Mistake[] => {
  const { errors } = desk.words.alertForms;
  const { correction, ...rest } = wanted;
  const isHalf = correction !== undefined && (correction.title === '' || correction.text === '');
  const half = {
    field: correction?.title === '' ? 'correctionTitle' : 'correctionText',
    text: errors['correction-half'],
  };
  const checked = checkDraft(
    { ...rest, ...(correction === undefined || isHalf ? {} : { correction }) },
    desk.council,
    desk.now,
  );
  const isOfCorrection = ({ field }: Mistake) => field.startsWith('correction');
  const found = problemWords(checked, desk.words);
  return [
    ...found.filter((mistake) => !isOfCorrection(mistake)),
    ...(words.private === 'yes' || words.private === 'no'
      ? []
      : [{ field: 'private', text: errors['private-missing'] }]),
    ...(isHalf ? [half] : found.filter(isOfCorrection)),
  ];
};

/** Reads the words: what is wanted, or everything that is wrong with them. */
export const readWords = (
  words: TypedWords,
  desk: AlertDesk,
):
  | { readonly kind: 'wanted'; readonly change: WantedWords }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] } => {
  const { title, text } = words;
  const change = { words: { title, text }, isPrivate: words.private === 'yes', correction: correctionOf(words) };
  const mistakes = mistakesIn(words, change, desk);
  return mistakes.length === 0 ? { kind: 'wanted', change } : { kind: 'mistakes', mistakes };
};

/** What the page of the words shows beside them. */
export const wordsData = ({ text, correctionText }: TypedWords, { words }: AlertDesk) => ({
  longestTitle: LONGEST_TITLE,
  longestText: LONGEST_TEXT,
  seconds: text === '' ? undefined : words.alerts.rows.seconds(speechSeconds(text)),
  correctionSeconds: correctionText === '' ? undefined : words.alerts.rows.seconds(speechSeconds(correctionText)),
});

/** What is said and shown, whether it is private, and the correction kept ready. */
export const wordsPart: DraftPart<TypedWords> = {
  part: 'words',
  typedFrom: typedWordsFrom,
  typedIn: typedWordsIn,
  read: readWords,
  title: ({ words }) => words.alertForms.words.title,
  data: wordsData,
  fields: wordFields,
  rows: wordRows,
  next: () => 'preview',
};
