import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { addDays, instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { INTENTS } from '../../lambda/skill/intents.ts';
import {
  aMessage,
  anAppointment,
  aReminder,
  aReminderDelivery,
  aResident,
  aVisit,
} from '../render/support/builders.ts';
import { conversation, is, open, type Said, say } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const DAYS = 730;
const back = (n: number) => addDays('2026-11-24', -n);

/** Two years of three visits a day, two reminders a day and a message a week, all answered; and the week to come. */
const history = () => {
  const days = Array.from({ length: DAYS }, (_, n) => back(n - 14));
  const acknowledged = (at: string) =>
    ({ state: 'acknowledged', acknowledged: { at: instantOf(at), reply: 'done', by: 'voice' } }) as const;
  return {
    diary: days.flatMap((day) => [
      ...['08:00', '12:30', '18:00'].map((time) => aVisit(`${day}T${time}`, undefined, { id: `${day}-${time}` })),
      ...(day.endsWith('5') ? [anAppointment(`${day}T10:30`, { id: `${day}-appointment` })] : []),
    ]),
    deliveries: days
      .filter((day) => day < '2026-11-24')
      .flatMap((day) => [
        ...['08:00', '20:00'].map((time) =>
          aReminderDelivery(`${day}T${time}`, 'routine', acknowledged(`${day}T${time}`)),
        ),
        ...(day.endsWith('1') ? [aMessage({}, { due: `${day}T09:00`, ...acknowledged(`${day}T09:05`) })] : []),
      ]),
    reminders: Array.from({ length: 20 }, (_, n) =>
      aReminder(`rem-${n}`, { kind: 'daily', time: `${String(n).padStart(2, '0')}:30`, from: '2024-11-01' }),
    ),
  };
};

/** What is only looked up: nothing is written, so every request is a read. */
const lookUps: readonly Said[] = [
  open,
  say('WhoIsComingIntent', { day: '2026-W48' }),
  say('NextAppointmentIntent'),
  say('AppointmentsOnDayIntent', { day: '2026-11-25' }),
  say('MyRemindersIntent'),
  say('MyMessagesIntent'),
  say('CareQuestionIntent', { subject: is('MEALS_AT_HOME') }),
  say('CareQuestionIntent'),
  say('ChangeSpeechIntent'),
  say('RingMeIntent'),
  say('DayAndTimeIntent'),
  say('HowAmIHeardIntent'),
  say('ReminderDoneIntent', { reminderTime: '04:11' }),
  say('ReminderNotYetIntent'),
  say('AcknowledgeMessageIntent'),
  ...INTENTS.filter((intent) => !/Care|Speech|Ring|Reminder|ScreenO|PairEcho|SomeoneHere|JustMe/.test(intent)).map(
    (intent) => say(intent),
  ),
];

describe('a turn of speech of a resident with two years of history', () => {
  let home: SkillHome;
  before(async () => {
    const answers = [
      { council: 'harbour', subject: 'meals-at-home', answer: 'We bring a hot lunch.', facts: [], asOf: 0 },
    ] as const;
    home = await skillHome({ residents: [aResident()], ...history(), answers });
    await conversation(home).turn(say('DayAndTimeIntent'));
  });

  for (const said of lookUps) {
    const name = said.does === 'say' ? said.intent.name : 'a launch';
    test(`${name} reads in two waves and at most four requests`, async () => {
      home.counting.reset();
      await conversation(home).turn(said);
      assert.ok(home.counting.requests() <= 4, `${home.counting.requests()} requests`);
      assert.ok(home.counting.waves() <= 2, `${home.counting.waves()} waves`);
    });
  }

  test('the second turn of a conversation reads no more, and neither does "pardon"', async () => {
    const talk = conversation(home);
    await talk.turn(open);
    for (const said of [
      say('WhoIsComingIntent'),
      say('AMAZON.RepeatIntent'),
      say('AMAZON.NextIntent'),
      say('AMAZON.FallbackIntent'),
      say('AMAZON.FallbackIntent'),
    ]) {
      home.counting.reset();
      await talk.turn(said);
      assert.ok(home.counting.requests() <= 4 && home.counting.waves() <= 2);
    }
  });

  test('the first turn of a process reads the council as well, in the first wave', async () => {
    const fresh = await skillHome({ residents: [aResident()], diary: [aVisit('2026-11-24T12:30')] });
    fresh.counting.reset();
    await conversation(fresh).turn(say('WhoIsComingIntent'));
    assert.deepEqual([fresh.counting.waves(), fresh.counting.requests()], [2, 5]);
  });

  test('a conversation leaves one sign of life for the opening and one for what was asked, after the answer is known', async () => {
    home.counting.reset();
    const talk = conversation(home);
    for (const said of [open, say('AMAZON.FallbackIntent'), say('WhoIsComingIntent'), say('DayAndTimeIntent')])
      await talk.turn(said);
    assert.equal(home.counting.marks(), 2);
    const signs = await home.stores.homeSigns.ofHome('harbour', 'home');
    assert.deepEqual(signs, { opened: home.clock(), asked: home.clock() });
  });

  test('a safety turn leaves no sign of life, nor anything else', async () => {
    home.counting.reset();
    await conversation(home).turn(say('AbuseIntent'));
    assert.equal(home.counting.marks(), 0);
  });

  test('asking who is speaking reads one name and nothing else', async () => {
    const stan = aResident({ nameToUse: 'Stan' }, { id: 'stan' });
    const two = await skillHome({ residents: [stan, aResident({ nameToUse: 'Joyce' }, { id: 'joyce' })] });
    await conversation(two).turn(say('DayAndTimeIntent'));
    two.counting.reset();
    await conversation(two).turn(say('WhoIsComingIntent'));
    assert.deepEqual([two.counting.waves(), two.counting.requests()], [2, 2]);
  });

  test('"it\'s done" reads as much, then makes the Delivery that is said to be done early, and acknowledges it', async () => {
    home.counting.reset();
    await conversation(home).turn(say('ReminderDoneIntent'));
    assert.equal(home.counting.requests(), 4 + 3);
  });

  test('words that are told leave their evidence: a read and a write for each, after the answer is known', async () => {
    const telling = await skillHome({ residents: [aResident()], deliveries: [aMessage()] });
    await conversation(telling).turn(say('DayAndTimeIntent'));
    telling.counting.reset();
    await conversation(telling).turn(say('MyMessagesIntent'));
    assert.equal(telling.counting.requests(), 4 + 2);
  });
});
