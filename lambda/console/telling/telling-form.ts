import * as v from 'valibot';
import type { LocalTime } from '../../core/kernel/uk-time.ts';
import type { WantedTelling } from '../../core/people/change-telling.ts';
import type { CircleMember } from '../../core/people/circle-of-care.ts';
import { type Contact, readUkMobile, writtenMobile } from '../../core/people/contact.ts';
import { type Form, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import { readTime } from '../forms/time-field.ts';
import type { Words } from '../words/en.ts';

/** What stands in the form that says how a Carer is told. */
export type TypedTelling = {
  readonly agreed: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly email: string;
};

/** GOV.UK Notify takes addresses up to this length. */
const LONGEST_ADDRESS = 320;
const emailAddress = v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS), v.email());

export const typedTelling = (form: Form): TypedTelling => ({
  agreed: one(form, 'agreed'),
  from: one(form, 'from'),
  to: one(form, 'to'),
  text: one(form, 'text'),
  email: one(form, 'email'),
});

/** The form as it stands before anything is typed. */
export const tellingSoFar = (
  { agreedToBeTold: hours }: CircleMember,
  contact: Contact = {},
  { when }: Words,
): TypedTelling => ({
  agreed: hours === undefined ? 'no' : 'yes',
  from: hours === undefined ? '' : when.time(hours.from),
  to: hours === undefined ? '' : when.time(hours.to),
  text: contact.text === undefined ? '' : writtenMobile(contact.text),
  email: contact.email ?? '',
});

type Read<T> = { readonly value: T } | { readonly mistakes: readonly Mistake[] };

const timeIn = (typed: string): LocalTime | undefined => {
  const read = readTime(typed);
  return typeof read === 'object' ? read.time : undefined;
};

const readHours = ({ agreed, from, to }: TypedTelling, { errors }: Words['telling']): Read<WantedTelling['agreed']> => {
  if (agreed === 'no') return { value: undefined };
  if (agreed !== 'yes') return { mistakes: [{ field: 'agreed', text: errors.agreed }] };
  const [start, end] = [timeIn(from), timeIn(to)];
  if (start !== undefined && end !== undefined)
    return start === end ? { mistakes: [{ field: 'to', text: errors.noHours }] } : { value: { from: start, to: end } };
  return {
    mistakes: [
      ...(start === undefined ? [{ field: 'from', text: errors.from }] : []),
      ...(end === undefined ? [{ field: 'to', text: errors.to }] : []),
    ],
  };
};

const readContact = ({ text, email }: TypedTelling, { errors }: Words['telling']): Read<Contact> => {
  const number = readUkMobile(text);
  const isWrongNumber = text !== '' && number === undefined;
  const isWrongAddress = email !== '' && !v.is(emailAddress, email);
  if (!isWrongNumber && !isWrongAddress)
    return { value: { ...(number === undefined ? {} : { text: number }), ...(email === '' ? {} : { email }) } };
  return {
    mistakes: [
      ...(isWrongNumber ? [{ field: 'text', text: errors.text }] : []),
      ...(isWrongAddress ? [{ field: 'email', text: errors.email }] : []),
    ],
  };
};

/** What is wanted, or what is to be put right first. */
export const wantedTelling = (
  typed: TypedTelling,
  { telling }: Words,
): { readonly wanted: WantedTelling } | { readonly mistakes: readonly Mistake[] } => {
  const [hours, contact] = [readHours(typed, telling), readContact(typed, telling)];
  if ('value' in hours && 'value' in contact)
    return {
      wanted: { contact: contact.value, ...(hours.value === undefined ? {} : { agreed: hours.value }) },
    };
  return { mistakes: [hours, contact].flatMap((read) => ('mistakes' in read ? read.mistakes : [])) };
};
