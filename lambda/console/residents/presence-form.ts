import type { PresenceRefusal, WantedPresence } from '../../core/people/change-presence.ts';
import { AWAY_REASONS, type AwayReason, ENDED_REASONS, type EndedReason } from '../../core/people/presence.ts';
import { type DateMistake, readDate, type TypedDate } from '../forms/date-field.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Words } from '../words/en.ts';

/** What stands in the form that says where somebody is. */
export type TypedPresence = {
  readonly where: string;
  readonly since: TypedDate;
  readonly until: TypedDate;
  /** The mark of what its writer saw. */
  readonly seen: string;
};

export const isAwayReason = (where: string): where is AwayReason => AWAY_REASONS.some((reason) => reason === where);
export const isEndedReason = (where: string): where is EndedReason => ENDED_REASONS.some((reason) => reason === where);

const dateIn = (form: Form, name: string): TypedDate => ({
  day: one(form, `${name}-day`),
  month: one(form, `${name}-month`),
  year: one(form, `${name}-year`),
});

export const typedPresence = (form: Form): TypedPresence => ({
  where: one(form, 'where'),
  since: dateIn(form, 'since'),
  until: dateIn(form, 'until'),
  seen: one(form, 'seen'),
});

const dateField = (name: string, { day, month, year }: TypedDate) => [
  { name: `${name}-day`, value: day },
  { name: `${name}-month`, value: month },
  { name: `${name}-year`, value: year },
];

/** What was typed, for a page that goes on with it. */
export const presenceFields = ({ where, since, until, seen }: TypedPresence) => [
  { name: 'where', value: where },
  ...dateField('since', since),
  ...dateField('until', until),
  { name: 'seen', value: seen },
];

const dateText = (mistake: DateMistake, { presence: { errors } }: Words): string =>
  ({ 'date-missing': errors.sinceMissing, 'date-incomplete': errors.dateIncomplete, 'date-wrong': errors.dateWrong })[
    mistake
  ];

/** What is wanted, or what is to be put right first. */
export const wantedPresence = (
  { where, since, until }: TypedPresence,
  words: Words,
): { readonly wanted: WantedPresence } | { readonly mistakes: readonly Mistake[] } => {
  if (where === 'home') return { wanted: { kind: 'home' } };
  if (isEndedReason(where)) return { wanted: { kind: 'ended', reason: where } };
  if (!isAwayReason(where)) return { mistakes: [{ field: 'where', text: words.presence.errors.whereMissing }] };
  const [first, last] = [readDate(since), readDate(until)];
  const hasLast = last !== 'date-missing';
  if (typeof first === 'object' && (!hasLast || typeof last === 'object')) {
    const end = typeof last === 'object' ? { until: last.date } : {};
    return { wanted: { kind: 'away', reason: where, since: first.date, ...end } };
  }
  return {
    mistakes: [
      ...(typeof first === 'object' ? [] : [{ field: 'since-day', text: dateText(first, words) }]),
      ...(typeof last === 'object' || !hasLast ? [] : [{ field: 'until-day', text: dateText(last, words) }]),
    ],
  };
};

/** Why it was refused, in words, beside the field that can put it right. */
export const presenceMistake = (
  {
    kind,
  }: Exclude<PresenceRefusal, { kind: 'not-allowed' | 'ended-is-final' }> | { readonly kind: 'changed-meanwhile' },
  { presence: { errors } }: Words,
): Mistake => {
  switch (kind) {
    case 'already-so':
      return { field: 'where', text: errors.alreadySo };
    case 'changed-meanwhile':
      return { field: 'where', text: errors.meanwhile };
    case 'since-not-possible':
      return { field: 'since-day', text: errors.sinceNotPossible };
    case 'until-not-possible':
      return { field: 'until-day', text: errors.untilNotPossible };
  }
};
