import * as v from 'valibot';
import { WEEKDAYS } from '../../core/kernel/uk-time.ts';
import { readUkMobile, writtenMobile } from '../../core/people/contact.ts';
import type { StaffedHours } from '../../core/people/council.ts';
import type { WantedMode } from '../../core/safeguarding/choose-safety-mode.ts';
import type { SafetyMode } from '../../core/safeguarding/safety-mode.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import { readTime } from '../forms/time-field.ts';
import type { Words } from '../words/en.ts';

const FIELDS = [
  ...['kind', 'lead', 'name', 'response', 'firstOnDuty', 'onward', 'text', 'email'],
  ...WEEKDAYS.flatMap((day) => [`from-${day}`, `to-${day}`]),
] as const;

/** What stands in each field of the form. */
export type TypedMode = Readonly<Record<string, string>>;

export const typedMode = (form: Form): TypedMode => Object.fromEntries(FIELDS.map((name) => [name, one(form, name)]));

/** The form as it stands before anything is typed. Who may look is asked for each time. */
export const modeSoFar = (mode: SafetyMode | undefined, { when }: Words): TypedMode => {
  if (mode?.kind !== 'duty') return { kind: mode?.kind ?? '' };
  const { name, lead, hours, responseMinutes, onward } = mode.queue;
  const { text, email = '' } = onward.contact;
  return {
    kind: 'duty',
    name,
    lead,
    response: String(responseMinutes),
    onward: onward.name,
    text: text === undefined ? '' : writtenMobile(text),
    email,
    ...Object.fromEntries(
      hours.flatMap(({ weekday, from, to }) => [
        [`from-${weekday}`, when.time(from)],
        [`to-${weekday}`, when.time(to)],
      ]),
    ),
  };
};

/** GOV.UK Notify takes addresses up to this length. */
const emailAddress = v.pipe(v.string(), v.maxLength(320), v.email());

/** The hours that were typed; undefined when a day has half of them, or something that is no time. */
const hoursIn = (typed: TypedMode): readonly StaffedHours[] | undefined => {
  const days = WEEKDAYS.map((weekday) => ({ weekday, from: typed[`from-${weekday}`], to: typed[`to-${weekday}`] }));
  const hours = days.flatMap(({ weekday, from = '', to = '' }) => {
    if (from === '' && to === '') return [];
    const [start, end] = [readTime(from), readTime(to)];
    return [typeof start === 'object' && typeof end === 'object' ? { weekday, from: start.time, to: end.time } : 'no'];
  });
  const read = hours.filter((one) => typeof one === 'object');
  return read.length === hours.length ? read : undefined;
};

/** What is wanted, or what is to be put right before it can be asked for. What a duty needs is decided by the heart. */
export const wantedMode = (
  typed: TypedMode,
  { duty }: Words,
): { readonly wanted: WantedMode } | { readonly mistakes: readonly Mistake[] } => {
  const { errors } = duty.mode;
  const { kind, lead = '', name = '', response = '', firstOnDuty = '', onward = '', text = '', email = '' } = typed;
  if (kind === 'count-only') return { wanted: { kind, lead } };
  if (kind !== 'duty') return { mistakes: [{ field: 'kind', text: errors.kind }] };
  const [number, hours] = [readUkMobile(text), hoursIn(typed)];
  const mistakes = [
    ...(hours === undefined ? [{ field: 'hours', text: errors.hours }] : []),
    ...(text !== '' && number === undefined ? [{ field: 'text', text: errors.text }] : []),
    ...(email !== '' && !v.is(emailAddress, email) ? [{ field: 'email', text: errors.email }] : []),
  ];
  if (mistakes.length > 0) return { mistakes };
  const contact = { ...(number === undefined ? {} : { text: number }), ...(email === '' ? {} : { email }) };
  const queue = {
    name,
    lead,
    hours: hours ?? [],
    responseMinutes: /^\d{1,4}$/.test(response) ? Number(response) : 0,
    onward: { name: onward, contact },
  };
  return { wanted: { kind, queue, firstOnDuty } };
};
