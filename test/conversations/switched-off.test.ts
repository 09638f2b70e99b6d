import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { INTENTS } from '../../lambda/skill/intents.ts';
import { safetyOf } from '../../lambda/skill/safety-classes.ts';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { open, say, script } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const things = {
  diary: [aVisit('2026-11-24T12:30', '2026-11-24T13:00')],
  deliveries: [aMessage(), aReminderDelivery('2026-11-24T08:00')],
};
const resident = aResident({ hasPendant: true });
const withdrawn = { ...resident, consent: { ...resident.consent, state: 'withdrawn' as const } };
const ended = { ...resident, presence: { kind: 'ended', since: '2026-11-20' } as const };
const away = { ...resident, presence: { kind: 'away', reason: 'hospital', since: '2026-11-22' } as const };

const OFF = 'This service is switched off here. You can ring Harbour County Council on 01632 960100.';
const PAUSED =
  'This service is paused here for now. If you are back home, ring Harbour County Council on 01632 960100.';

const endings = ['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent', 'PerhapsHurtIntent'];
const talk = INTENTS.filter((intent) => safetyOf(intent) === undefined && !endings.includes(intent));

describe('the service is off', () => {
  for (const [why, one] of [
    ['consent withdrawn', withdrawn],
    ['presence ended', ended],
  ] as const) {
    test(`${why}: opened, it says so with the council's number, and nothing else`, async () => {
      await script(await skillHome({ residents: [one], ...things }), [open, OFF]);
    });
    for (const intent of talk.filter((name) => name !== 'PairEchoIntent'))
      test(`${why}: ${intent} says so and nothing personal`, async () => {
        await script(await skillHome({ residents: [one], ...things }), [say(intent), OFF]);
      });
    test(`${why}: safety words are said all the same, without settings`, async () => {
      await script(await skillHome({ residents: [one], ...things }), [
        say('UrgentHelpIntent'),
        "I can't ring nine nine nine for you. If you can reach a phone, ring nine nine nine now. If you cannot, call out loudly to somebody near you.",
      ]);
    });
  }

  test('a resident whose row is gone is as if switched off', async () => {
    const home = await skillHome({ residents: [resident] });
    const echo = await home.stores.echos.ofHash('harbour', home.hash);
    assert.ok(echo !== undefined);
    await home.stores.echos.save({ ...echo, value: { ...echo.value, residents: ['erased'] } });
    await script(home, [open, OFF]);
  });
});

describe('T23: the resident is away', () => {
  const personal = [
    'WhoIsComingIntent',
    'NextAppointmentIntent',
    'AppointmentsOnDayIntent',
    'MyRemindersIntent',
    'ReminderDoneIntent',
    'MyMessagesIntent',
    'AcknowledgeMessageIntent',
    'ChangeSpeechIntent',
    'HowAmIHeardIntent',
  ] as const;
  for (const intent of personal)
    test(`${intent} tells nothing`, async () => {
      await script(await skillHome({ residents: [away], ...things }), [say(intent), PAUSED]);
    });

  test('opened, it tells nothing and no name', async () => {
    await script(await skillHome({ residents: [away], ...things }), [open, PAUSED]);
  });

  test('what is not personal is answered, and a call may be asked for', async () => {
    const home = await skillHome({ residents: [away], ...things });
    await script(home, [say('DayAndTimeIntent'), "It's Tuesday the 24th of November, ten in the morning."]);
    await script(home, [say('RingMeIntent', {}, 'CONFIRMED'), /^I've passed that on\./]);
  });
});
