import { addDays, type LocalDate } from '../../core/kernel/uk-time.ts';
import type { Decision } from '../../core/people/change-consent.ts';
import { CONSENT_CAPACITIES, CONSENT_PURPOSES, OTHERS_TOLD } from '../../core/people/consent.ts';
import type { Officer } from '../../core/people/officer.ts';
import type { Resident } from '../../core/people/resident.ts';
import { readDate, type TypedDate, typedDateOf } from '../forms/date-field.ts';
import { all, type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Words } from '../words/en.ts';
import { choicesOf, type Question } from './question.ts';

/** The form of a decision as it was typed. */
export type TypedConsent = {
  readonly state: string;
  readonly decidedBy: string;
  readonly decider: string;
  readonly documentSeen: readonly string[];
  readonly explainedBy: string;
  readonly how: string;
  readonly purposes: readonly string[];
  readonly othersTold: string;
  readonly review: TypedDate;
};

const DECISIONS = ['given', 'withdrawn'] as const;
const MOST_LETTERS = 200;
const REVIEW_AFTER = 365;

/** What stands in the form at first: what was decided before, a year until the next look, and whoever is there explaining it. */
export const consentAtFirst = ({ consent }: Resident, officer: Officer, today: LocalDate): TypedConsent => {
  const wasAsked = consent.state !== 'not-asked';
  return {
    state: '',
    decidedBy: wasAsked ? consent.decidedBy : '',
    decider: consent.decider ?? '',
    documentSeen: [],
    explainedBy: officer.name,
    how: wasAsked ? consent.how : '',
    purposes: consent.purposes ?? [...CONSENT_PURPOSES],
    othersTold: consent.othersTold ?? '',
    review: typedDateOf(addDays(today, REVIEW_AFTER)),
  };
};

export const typedConsent = (form: Form): TypedConsent => ({
  state: one(form, 'state'),
  decidedBy: one(form, 'decidedBy'),
  decider: one(form, 'decider'),
  documentSeen: all(form, 'documentSeen'),
  explainedBy: one(form, 'explainedBy'),
  how: one(form, 'how'),
  purposes: all(form, 'purposes'),
  othersTold: one(form, 'othersTold'),
  review: { day: one(form, 'review-day'), month: one(form, 'review-month'), year: one(form, 'review-year') },
});

/** The questions, in the order in which they are asked. */
export const consentQuestions = (typed: TypedConsent, today: LocalDate, words: Words): readonly Question[] => {
  const c = words.setUp.consent;
  const example = Object.values(typedDateOf(addDays(today, REVIEW_AFTER))).join(' ');
  return [
    { kind: 'one', name: 'state', legend: c.state, items: choicesOf(DECISIONS, c.states), value: typed.state },
    {
      kind: 'one',
      name: 'decidedBy',
      legend: c.by,
      items: choicesOf(CONSENT_CAPACITIES, c.bys),
      value: typed.decidedBy,
    },
    { kind: 'text', name: 'decider', legend: c.decider, hint: c.deciderHint, value: typed.decider },
    {
      kind: 'several',
      name: 'documentSeen',
      legend: c.documentTitle,
      items: [{ value: 'yes', text: c.document }],
      values: typed.documentSeen,
    },
    { kind: 'text', name: 'explainedBy', legend: c.explainedBy, value: typed.explainedBy },
    { kind: 'text', name: 'how', legend: c.how, hint: c.howHint, value: typed.how },
    {
      kind: 'several',
      name: 'purposes',
      legend: c.purposes,
      items: choicesOf(CONSENT_PURPOSES, c.purposeNames),
      values: typed.purposes,
    },
    {
      kind: 'one',
      name: 'othersTold',
      legend: c.others,
      items: choicesOf(OTHERS_TOLD, c.othersNames),
      value: typed.othersTold,
    },
    { kind: 'day', name: 'review', legend: c.review, hint: c.reviewHint(example), value: typed.review },
  ];
};

const textMistake = (field: string, text: string, missing: string, tooLong: string): readonly Mistake[] => {
  if (text === '') return [{ field, text: missing }];
  return text.length > MOST_LETTERS ? [{ field, text: tooLong }] : [];
};

/** The decision that was typed, or what is wrong with the form. Whether it may be written down is for the heart to say. */
export const decisionOf = (
  typed: TypedConsent,
  today: LocalDate,
  {
    setUp: {
      consent: { errors },
    },
  }: Words,
): { readonly decision: Decision } | { readonly mistakes: readonly Mistake[] } => {
  const state = DECISIONS.find((one) => one === typed.state);
  const decidedBy = CONSENT_CAPACITIES.find((one) => one === typed.decidedBy);
  const othersTold = OTHERS_TOLD.find((one) => one === typed.othersTold);
  const read = readDate(typed.review);
  const date = typeof read === 'object' ? read.date : undefined;
  const mistakes: readonly Mistake[] = [
    ...(state === undefined ? [{ field: 'state', text: errors.stateMissing }] : []),
    ...(decidedBy === undefined ? [{ field: 'decidedBy', text: errors.byMissing }] : []),
    ...(typed.decider.length > MOST_LETTERS ? [{ field: 'decider', text: errors.tooLong }] : []),
    ...textMistake('explainedBy', typed.explainedBy, errors.explainedByMissing, errors.tooLong),
    ...textMistake('how', typed.how, errors.howMissing, errors.tooLong),
    ...(state === 'given' && date === undefined ? [{ field: 'review-day', text: errors['review-not-possible'] }] : []),
  ];
  if (state === undefined || decidedBy === undefined || mistakes.length > 0) return { mistakes };
  return {
    decision: {
      state,
      decidedBy,
      ...(decidedBy === 'resident' || typed.decider === '' ? {} : { decider: typed.decider }),
      ...(typed.documentSeen.includes('yes') ? { documentSeen: true } : {}),
      explainedBy: typed.explainedBy,
      how: typed.how,
      purposes: CONSENT_PURPOSES.filter((purpose) => typed.purposes.includes(purpose)),
      ...(othersTold === undefined ? {} : { othersTold }),
      reviewOn: date ?? today,
    },
  };
};
