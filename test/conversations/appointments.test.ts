import { describe, test } from 'node:test';
import { anAppointment, aResident } from '../render/support/builders.ts';
import { bothWays, no, open, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const entries = [
  anAppointment('2026-11-26T10:30', { id: 'a', where: 'Harbour Street Surgery' }),
  anAppointment('2026-11-27T14:00', { id: 'b', what: 'hairdresser' }),
  anAppointment('2026-11-27T16:00', { id: 'c', what: 'outing', where: 'the domino club' }),
  anAppointment('2026-11-28T09:00', { id: 'd', what: 'dentist', state: 'cancelled' }),
];
const atHome =
  (settings = {}, more = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], diary: entries, ...more });

describe('appointments', () => {
  bothWays(
    'the next one: when, then where',
    atHome(),
    say('NextAppointmentIntent'),
    'Your next appointment is on Thursday the 26th of November, at half past ten in the morning. ' +
      'The appointment is at the surgery. The place is Harbour Street Surgery.',
    'next-appointment',
  );
  bothWays(
    'short answers leave out the place',
    atHome({ length: 'short' }),
    say('NextAppointmentIntent'),
    'Your next appointment is on Thursday the 26th of November, at half past ten in the morning. The appointment is at the surgery.',
    'next-appointment',
  );
  bothWays(
    'none that is known',
    atHome({}, { diary: [] }),
    say('NextAppointmentIntent'),
    "I don't know of any appointment in the next two weeks.",
    'no-appointment-known',
  );
  bothWays(
    'those of a day',
    atHome(),
    say('AppointmentsOnDayIntent', { day: '2026-11-27' }),
    'You have two appointments on Friday the 27th of November. You are at the hairdresser at two in the afternoon. ' +
      'You have an outing at four in the afternoon.',
    'appointments-on-day',
  );
  bothWays(
    'a cancelled one is not told',
    atHome(),
    say('AppointmentsOnDayIntent', { day: '2026-11-28' }),
    'I have no appointment in your diary on Saturday the 28th of November. ' +
      'Your next appointment is on Thursday the 26th of November, at half past ten in the morning.',
    'no-appointments-on-day',
  );
  bothWays(
    'those of a weekend',
    atHome(),
    say('AppointmentsOnDayIntent', { day: '2026-W48-WE' }),
    'I have no appointment in your diary between Saturday the 28th and Sunday the 29th.',
    'no-appointments-between',
  );
  bothWays(
    'those of a week',
    atHome(),
    say('AppointmentsOnDayIntent', { day: '2026-W48' }),
    'You have three appointments between Tuesday the 24th and Sunday the 29th. ' +
      'On Thursday the 26th, you are at the surgery at half past ten in the morning. ' +
      'On Friday the 27th, you are at the hairdresser at two in the afternoon. ' +
      'On Friday the 27th, you have an outing at four in the afternoon.',
    'appointments-between',
  );
  bothWays(
    'without a day: the next one',
    atHome({ length: 'short' }),
    say('AppointmentsOnDayIntent'),
    'Your next appointment is on Thursday the 26th of November, at half past ten in the morning. The appointment is at the surgery.',
    'next-appointment',
  );
  bothWays(
    'a day that was not understood',
    atHome(),
    say('AppointmentsOnDayIntent', { day: '2026-13' }),
    "I didn't get which day you mean. You can say: today, tomorrow, or a day of the week. Which day do you mean?",
    'day-not-understood',
  );
  bothWays(
    'a closed Echo counts only',
    atHome({}, { level: 'closed' }),
    say('NextAppointmentIntent'),
    'You have an appointment coming up. The details stay off this Echo, because that was chosen for your home.',
    'next-appointment',
  );

  test('one at a time, on with "yes" and left with "no"', async () => {
    await script(
      await atHome({ oneAtATime: true })(),
      [open, /\?$/],
      [
        say('AppointmentsOnDayIntent', { day: '2026-11-27' }),
        'You have two appointments on Friday the 27th of November. You are at the hairdresser at two in the afternoon. There is one more. Shall I go on?',
      ],
      [yes, 'You have an outing at four in the afternoon. The place is the domino club. Is there anything else?'],
      [no, "That's all for now. Goodbye."],
    );
  });
});
