import type { Appointment } from '../core/diary/diary-entry.ts';
import { dateOf, localDate, timeOf } from '../core/kernel/uk-time.ts';
import { numberWords } from './calendar-words.ts';
import { daysWords, dayWords, shortDateWords, whenWords, windowWords } from './day-words.ts';
import type { DiaryOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, steadied, type Telling, telling } from './telling.ts';
import { factsATurn, isShort, type Voice } from './voice.ts';

export type AppointmentOutcome = Extract<
  DiaryOutcome,
  {
    kind:
      | 'next-appointment'
      | 'no-appointment-known'
      | 'appointments-on-day'
      | 'no-appointments-on-day'
      | 'appointments-between'
      | 'no-appointments-between'
      | 'day-gone'
      | 'day-too-far'
      | 'day-not-understood';
  }
>;

/** You are at a place, but you have an outing. */
const isSomething = ({ what }: Appointment): boolean => what === 'outing' || what === 'other-appointment';

const whatWords = (appointment: Appointment, { say }: Voice): Phrase => say(`where.${appointment.what}`);

const placeWords = (appointment: Appointment, voice: Voice): Phrase | undefined =>
  appointment.where === undefined || isShort(voice)
    ? undefined
    : voice.say('appointments.place', { place: appointment.where });

const nextOne = (appointment: Appointment, voice: Voice): readonly (Phrase | undefined)[] => [
  voice.say('appointments.next', { when: whenWords(appointment.at, undefined, voice) }),
  // What kind it is nobody said: "an appointment" would tell nothing.
  onlyIf(appointment.what !== 'other-appointment', () =>
    voice.say('appointments.what', { what: whatWords(appointment, voice) }),
  ),
  placeWords(appointment, voice),
];

const item = (appointment: Appointment, voice: Voice): Phrase => {
  const gaps = { what: whatWords(appointment, voice), time: windowWords(timeOf(appointment.at), undefined, voice) };
  return voice.say(isSomething(appointment) ? 'appointments.item-outing' : 'appointments.item', gaps);
};

const itemOnItsDay = (appointment: Appointment, voice: Voice): Phrase => {
  if (dateOf(appointment.at) === localDate(voice.now)) return item(appointment, voice);
  const gaps = {
    weekday: shortDateWords(dateOf(appointment.at)),
    what: whatWords(appointment, voice),
    time: windowWords(timeOf(appointment.at), undefined, voice),
  };
  return voice.say(
    isSomething(appointment) ? 'appointments.item-outing-on-weekday' : 'appointments.item-on-weekday',
    gaps,
  );
};

const list = (
  appointments: readonly Appointment[],
  from: number,
  day: Phrase,
  voice: Voice,
  word: (appointment: Appointment, voice: Voice) => Phrase,
): readonly (Phrase | undefined)[] => {
  const told = appointments.slice(from, from + factsATurn(voice));
  const [only, ...more] = told;
  return [
    onlyIf(from === 0, () =>
      voice.say('appointments.count', { count: appointments.length, number: numberWords(appointments.length), day }),
    ),
    ...told.map((appointment) => word(appointment, voice)),
    only !== undefined && more.length === 0 ? placeWords(only, voice) : undefined,
  ];
};

const sentences = (outcome: AppointmentOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'next-appointment':
      return nextOne(outcome.appointment, voice);
    case 'no-appointment-known':
      return [say('appointments.none-known')];
    case 'appointments-on-day':
      return list(outcome.appointments, outcome.from, dayWords(outcome.day, voice), voice, item);
    case 'appointments-between':
      return list(outcome.appointments, outcome.from, daysWords(outcome.days, voice), voice, itemOnItsDay);
    case 'no-appointments-on-day':
      return [
        say('appointments.none', { day: dayWords(outcome.day, voice) }),
        outcome.next === undefined
          ? undefined
          : say('appointments.next', { when: whenWords(outcome.next.at, undefined, voice) }),
      ];
    case 'no-appointments-between':
      return [say('appointments.none', { day: daysWords(outcome.days, voice) })];
    case 'day-gone':
      return [say('days.gone')];
    case 'day-too-far':
      return [say('days.too-far')];
    case 'day-not-understood':
      return [say('days.not-understood'), say('days.ask')];
  }
};

/** Where to be, and when. */
export const renderAppointments = (outcome: AppointmentOutcome, voice: Voice): Telling =>
  telling(voice.say('appointments.title'), [...steadied(voice), ...sentences(outcome, voice)]);
