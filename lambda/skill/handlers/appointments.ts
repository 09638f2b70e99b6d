import { appointmentsOnDay, nextAppointment } from '../../core/diary/appointments.ts';
import { appointmentsBetween } from '../../core/diary/coming-days.ts';
import type { SpokenOutcome } from '../../render/spoken-outcome.ts';
import { dayAsked } from '../day-slot.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { walked } from '../offers.ts';
import type { SaidList } from '../said.ts';
import { type PageTurn, withPage } from '../turn.ts';

const appointmentsOf = ({ page, today, now }: PageTurn, said: SaidList): SpokenOutcome => {
  const { entries } = page.diary;
  const asked = dayAsked(said.day, today);
  switch (asked.kind) {
    case 'no-day':
      return nextAppointment(entries, now);
    case 'day': {
      const told = appointmentsOnDay(entries, asked.day, now);
      return told.kind === 'appointments-on-day' ? { ...told, from: said.from } : told;
    }
    case 'days': {
      const told = appointmentsBetween(entries, asked.days, now);
      return told.kind === 'appointments-between' ? { ...told, from: said.from } : told;
    }
    default:
      return asked;
  }
};

const after = (outcome: SpokenOutcome, said: SaidList, { voice }: PageTurn): Pick<Reply, 'said' | 'asks'> => {
  switch (outcome.kind) {
    case 'appointments-on-day':
    case 'appointments-between':
      return walked(said, outcome.appointments.length, voice);
    case 'day-not-understood':
      return { said, asks: { kind: 'which-day' } };
    default:
      return { said };
  }
};

/** The appointments of a day or several, from a place in the list. */
export const tellAppointments =
  (needs: SkillNeeds) =>
  (said: SaidList): Answer =>
    withPage(needs, async (turn) => {
      const outcome = appointmentsOf(turn, said);
      return { outcome, voice: turn.voice, ...after(outcome, said, turn) };
    });

/** The next appointment. */
export const tellNextAppointment = (needs: SkillNeeds): Answer =>
  withPage(needs, async ({ page, now, voice }) => ({
    outcome: nextAppointment(page.diary.entries, now),
    voice,
    said: { topic: 'next-appointment' },
  }));

/** "Am I going anywhere on Friday?" */
export const appointmentsOnADay = (needs: SkillNeeds): Feature =>
  forIntents('appointments-on-a-day', ['AppointmentsOnDayIntent'], (asked) => {
    const { day } = asked.slots;
    return tellAppointments(needs)({
      topic: 'appointments',
      ...(day === undefined ? {} : { day: day.value }),
      from: 0,
    })(asked);
  });

/** "When is my next appointment?" */
export const nextAppointments = (needs: SkillNeeds): Feature =>
  forIntents('next-appointment', ['NextAppointmentIntent'], tellNextAppointment(needs));
