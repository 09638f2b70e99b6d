import { ALERT_HANDLINGS, type AlertHandling, type AlertStart, type DraftContent } from '../../core/alerts/alert.ts';
import { checkDraft, startOf } from '../../core/alerts/check-content.ts';
import { HANDLING_RULES } from '../../core/delivery/handling.ts';
import { HOUR } from '../../core/kernel/clock.ts';
import { atTime, dateOf, type LocalDateTime, localDateTime, timeOf } from '../../core/kernel/uk-time.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { readDate, type TypedDate, typedDateOf } from '../forms/date-field.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import { readTime } from '../forms/time-field.ts';
import { exampleDate } from '../reminders/typed-reminder.ts';
import type { Words } from '../words/en.ts';
import type { AlertDesk } from './alert-desk.ts';
import { alikeLines } from './alike-view.ts';
import { clockNotes } from './clock-notes.ts';
import { handlingMeans, whenRows } from './content-rows.ts';
import { type DraftPart, nextStep, type ReadPart } from './draft-part.ts';
import { problemWords } from './problem-words.ts';

type TypedWhen = {
  readonly handling: string;
  readonly start: string;
  readonly startDate: TypedDate;
  readonly startTime: string;
  readonly endDate: TypedDate;
  readonly endTime: string;
};

const NO_DATE: TypedDate = { day: '', month: '', year: '' };

const typedDate = (form: Form, name: string): TypedDate => ({
  day: one(form, `${name}-day`),
  month: one(form, `${name}-month`),
  year: one(form, `${name}-year`),
});

const isEmpty = ({ day, month, year }: TypedDate): boolean => day + month + year === '';

const typedFrom = ({ handling, starts, expires }: DraftContent): TypedWhen => ({
  handling: handling ?? '',
  start: starts?.kind ?? '',
  startDate: starts?.kind === 'at' ? typedDateOf(dateOf(starts.at)) : NO_DATE,
  startTime: starts?.kind === 'at' ? timeOf(starts.at) : '',
  endDate: expires === undefined ? NO_DATE : typedDateOf(dateOf(expires)),
  endTime: expires === undefined ? '' : timeOf(expires),
});

type Moment = { readonly at: LocalDateTime } | { readonly mistakes: readonly Mistake[] };

/** A day and a time, or what is wrong with either. */
const momentOf = (name: 'start' | 'end', date: TypedDate, time: string, { alertForms: { errors } }: Words): Moment => {
  const [day, hour] = [readDate(date), readTime(time)];
  if (typeof day === 'object' && typeof hour === 'object') return { at: atTime(day.date, hour.time) };
  return {
    mistakes: [
      ...(typeof day === 'object' ? [] : [{ field: `${name}Date-day`, text: errors[day] }]),
      ...(typeof hour === 'object' ? [] : [{ field: `${name}Time`, text: errors[hour] }]),
    ],
  };
};

const startIn = (
  typed: TypedWhen,
  words: Words,
): { readonly starts: AlertStart } | { readonly mistakes: readonly Mistake[] } => {
  if (typed.start === 'on-approval') return { starts: { kind: 'on-approval' } };
  if (typed.start !== 'at') return { mistakes: [{ field: 'start', text: words.alertForms.errors.starts.missing }] };
  const moment = momentOf('start', typed.startDate, typed.startTime, words);
  return 'at' in moment ? { starts: { kind: 'at', at: moment.at } } : moment;
};

/** What we suggest when the end is left empty: how long each way to treat an Alert lives, from its start. */
const suggestedEnd = (handling: AlertHandling, starts: AlertStart, now: number): LocalDateTime =>
  localDateTime(Math.max(startOf(starts, now), now) + HANDLING_RULES[handling].livesFor);

const read = (typed: TypedWhen, desk: AlertDesk): ReadPart => {
  const { words, now, council } = desk;
  const handling = ALERT_HANDLINGS.find((known) => known === typed.handling);
  const start = startIn(typed, words);
  const leftEmpty = isEmpty(typed.endDate) && typed.endTime === '';
  const end = leftEmpty ? undefined : momentOf('end', typed.endDate, typed.endTime, words);
  const mistakes = [
    ...(handling === undefined ? [{ field: 'handling', text: words.alertForms.errors.handling.missing }] : []),
    ...('mistakes' in start ? start.mistakes : []),
    ...(end !== undefined && 'mistakes' in end ? end.mistakes : []),
  ];
  if (handling === undefined || 'mistakes' in start || (end !== undefined && 'mistakes' in end))
    return { kind: 'mistakes', mistakes };
  const expires = end?.at ?? suggestedEnd(handling, start.starts, now);
  const change = { handling, starts: start.starts, expires };
  const problems = checkDraft(change, council, now);
  return problems.length === 0
    ? { kind: 'wanted', change }
    : { kind: 'mistakes', mistakes: problemWords(problems, words) };
};

const suggestion = ({ alertForms: { when } }: Words): string => {
  const lives = (handling: AlertHandling) => when.hours(HANDLING_RULES[handling].livesFor / HOUR);
  return when.suggestion(lives('urgent'), lives('notice'), lives('social'));
};

/** How an Alert is treated, when it starts and when it ends. */
export const whenPart = (needs: ConsoleNeeds): DraftPart<TypedWhen> => ({
  part: 'when',
  typedFrom,
  typedIn: (form) => ({
    handling: one(form, 'handling'),
    start: one(form, 'start'),
    startDate: typedDate(form, 'startDate'),
    startTime: one(form, 'startTime'),
    endDate: typedDate(form, 'endDate'),
    endTime: one(form, 'endTime'),
  }),
  read,
  title: ({ words }) => words.alertForms.when.title,
  data: async (_typed, desk, content) => ({
    handlings: ALERT_HANDLINGS.map((value) => ({
      value,
      text: desk.words.alerts.handlings[value].name,
      hint: { text: handlingMeans(value, desk.words) },
    })),
    suggestion: suggestion(desk.words),
    dateHint: desk.words.alertForms.when.dateHint(exampleDate(desk.today)),
    notes: clockNotes(content, desk),
    alike: await alikeLines(needs, content, desk),
  }),
  fields: (typed) => [
    { name: 'handling', value: typed.handling },
    { name: 'start', value: typed.start },
    ...(['startDate', 'endDate'] as const).flatMap((name) =>
      (['day', 'month', 'year'] as const).map((box) => ({ name: `${name}-${box}`, value: typed[name][box] })),
    ),
    { name: 'startTime', value: typed.startTime },
    { name: 'endTime', value: typed.endTime },
  ],
  rows: (content, desk) => whenRows({ content }, desk),
  next: (_form, content) => nextStep(content),
});
