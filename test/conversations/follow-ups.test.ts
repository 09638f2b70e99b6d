import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anAppointment, aReminder, aResident, aVisit } from '../render/support/builders.ts';
import { is, no, open, say, script, silence, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const atHome = () =>
  skillHome({
    residents: [aResident()],
    diary: [
      aVisit('2026-11-24T12:30', undefined, { id: 'tue', who: 'Blessing' }),
      aVisit('2026-11-26T08:00', undefined, { id: 'thu', who: 'Sandra' }),
      anAppointment('2026-11-27T10:30', { id: 'fri' }),
    ],
    reminders: [aReminder('rem-20', { kind: 'daily', time: '20:00', from: '2026-11-01' })],
  });

const today = 'Blessing is coming today at half past twelve in the afternoon.';
const more = ' Is there anything else?';

describe('what follows from what was last spoken of', () => {
  test('"what time?" and "who is it?" after a visit mean that visit', async () => {
    await script(
      await atHome(),
      [open, /\?$/],
      [say('WhoIsComingIntent'), `${today}${more}`],
      [say('FollowUpIntent', { followUp: is('TIME') }), `${today}${more}`],
      [say('FollowUpIntent', { followUp: is('WHO') }), `${today}${more}`],
    );
  });

  test('right after an opening they mean the visit that was told', async () => {
    await script(await atHome(), [open, /\?$/], [say('FollowUpIntent', { followUp: is('TIME') }), `${today}${more}`]);
  });

  test('with nothing spoken of, "what time?" is the time and "who is it?" is who comes next', async () => {
    await script(await atHome(), [say('FollowUpIntent', { followUp: is('TIME') }), /^It's Tuesday/]);
    await script(await atHome(), [say('FollowUpIntent', { followUp: is('WHO') }), today]);
    await script(await atHome(), [say('FollowUpIntent', { followUp: is('WHERE') }), /^Your next appointment/]);
  });

  test('"no, I said Thursday", "and on Friday?": the same for another day, which is said', async () => {
    await script(
      await atHome(),
      [open, /\?$/],
      [say('WhoIsComingIntent', { day: '2026-11-24' }), /today/],
      [say('CorrectionIntent', { day: '2026-11-26' }), /^Sandra is coming on Thursday the 26th of November/],
      [say('NextAppointmentIntent'), /^Your next appointment/],
      [say('CorrectionIntent', { day: '2026-11-27' }), /appointment.*Friday the 27th|Friday the 27th.*appointment/],
      [say('MyRemindersIntent'), /reminder/],
      [say('CorrectionIntent', { day: '2026-11-26' }), /reminder.*Thursday the 26th/],
    );
  });

  test('"not that" climbs the ladder of repair: an example, two likely things, then a person', async () => {
    await script(
      await atHome(),
      [say('CorrectionIntent'), /^Sorry, I didn't catch that\./],
      [say('CorrectionIntent'), 'Let me ask in another way. Shall I tell you about your visits or your reminders?'],
      [say('CorrectionIntent'), /Shall I ask somebody to ring you\?$/],
      [yes, /^I've passed that on\./],
    );
  });

  test('what was spoken of before a silence is still meant ten minutes later', async () => {
    const home = await atHome();
    await script(home, [open, /\?$/], [say('NextAppointmentIntent'), /appointment/], [silence, '']);
    home.waitUntil('2026-11-24T10:08');
    await script(home, [open, /^Hello/], [say('FollowUpIntent', { followUp: is('TIME') }), /^Your next appointment/]);
  });
});

describe('somebody who needs time to speak', () => {
  test('is offered one thing at a time, to be answered with one word', async () => {
    const home = await skillHome({
      residents: [aResident({ slowToSpeak: true })],
      diary: [aVisit('2026-11-24T12:30', undefined, { who: 'Blessing' })],
    });
    const last = await script(
      home,
      [say('AMAZON.FallbackIntent'), "Sorry, I didn't catch that. Shall I tell you about your visits?"],
      [no, 'All right. Shall I tell you about your messages?'],
    );
    assert.equal(last.reprompt, 'Take your time. Yes or no?');
  });
});

describe('what only a person, or Alexa herself, can do', () => {
  test('"tell my carer I\'m out" is never said to be passed on; the office is offered', async () => {
    const home = await atHome();
    await script(
      home,
      [say('TellCarerIntent'), "I can't pass a message on by myself. Shall I ask the office to ring you?"],
      [no, "All right. I haven't asked anybody to ring."],
    );
  });

  test('"ring my daughter", "is my husband coming home", "what time is the news on"', async () => {
    await script(await atHome(), [
      say('RingFamilyIntent', { relation: is('DAUGHTER') }),
      "I can't ring your family. You can say: Alexa, call, and then the name.",
    ]);
    await script(
      await atHome(),
      [
        say('FamilyComingIntent', { relation: is('HUSBAND') }),
        'I only know about the visits in your plan. Shall I tell you about your visits?',
      ],
      [yes, today],
    );
    await script(
      await atHome(),
      [
        say('ProgrammeIntent', { programme: is('NEWS') }),
        "I don't have the television times. Tell me the time, and I can remind you. What time?",
      ],
      [say('SetReminderIntent', { reminderTime: '18:00' }), /^Your reminder for the TV is for today\./],
      [yes, /^That's set\./],
    );
  });
});
