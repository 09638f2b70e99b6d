import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  aMessage,
  anAppointment,
  aReminder,
  aReminderDelivery,
  aResident,
  aVisit,
} from '../render/support/builders.ts';
import { bothWays, conversation, no, open, pardon, say, script, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const atHome =
  (settings = {}, more = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], diary: [aVisit('2026-11-24T12:30', '2026-11-24T13:00')], ...more });
const fallback = say('AMAZON.FallbackIntent');

describe('the day and the time', () => {
  const words = "It's Tuesday the 24th of November, ten in the morning.";
  bothWays('both, always', atHome(), say('DayAndTimeIntent'), words, 'day-and-time');

  test('asked ten times, the tenth answer is as kind as the first', async () => {
    const talk = conversation(await atHome()());
    await talk.turn(open);
    for (let times = 0; times < 10; times += 1)
      assert.equal((await talk.turn(say('DayAndTimeIntent'))).speech, `${words} Is there anything else?`);
  });
});

describe('who can hear', () => {
  const member = {
    carerId: 'iain',
    name: 'Iain MacLeod',
    rights: ['see', 'set-reminders'],
    from: '2026-01-01',
  } as const;
  const circle = [
    member,
    { ...member, carerId: 'mark', name: 'Mark', until: '2026-11-23' },
    { ...member, carerId: 'sees', name: 'Sees Only', rights: ['see'] as const },
  ];
  bothWays(
    'who may set reminders today, by name',
    () => skillHome({ residents: [aResident({}, { circle })] }),
    say('HowAmIHeardIntent'),
    'Alexa listens for her name, and Amazon turns what you say into words. I keep no recording of your voice. ' +
      'Harbour County Council keeps your diary, your reminders, and when you say that one is done. Iain MacLeod can set reminders for you.',
    'how-heard',
  );
  bothWays(
    'at a closed Echo by number',
    () => skillHome({ residents: [aResident({ length: 'short' }, { circle })], level: 'closed' }),
    say('HowAmIHeardIntent'),
    'Alexa listens for her name, and Amazon turns what you say into words. Harbour County Council keeps your diary, your reminders, and when you say that one is done. One carer can set reminders for you.',
    'how-heard',
  );
});

describe('help and endings', () => {
  bothWays(
    'V-03: what can be asked, the urgent sentence last, and a question',
    atHome(),
    say('AMAZON.HelpIntent'),
    "You can ask who is coming, or what day it is. You can hear your messages and your reminders. I can't see reminders that you set with Alexa herself. You can ask for somebody to ring you. " +
      "I can't call for help. If it's urgent, ring nine nine nine. What would you like?",
    'help',
  );

  test('V-04: stop, cancel and the home button end it', async () => {
    for (const intent of ['AMAZON.StopIntent', 'AMAZON.CancelIntent', 'AMAZON.NavigateHomeIntent'] as const) {
      const turn = await script(await atHome()(), [open, /\?$/], [say(intent), "That's all for now. Goodbye."]);
      assert.equal(turn.open, false);
    }
  });

  test('V-04: cancel leaves the task that is under way, not the conversation', async () => {
    await script(
      await atHome()(),
      [open, /\?$/],
      [say('RingMeIntent'), 'Shall I ask somebody to ring you?'],
      [say('AMAZON.CancelIntent'), "All right. I've left it. Is there anything else?"],
      [pardon, "All right. I've left it. Is there anything else?"],
      [say('AMAZON.CancelIntent'), "That's all for now. Goodbye."],
    );
  });

  test('"yes, there is something else" asks what; "no" ends', async () => {
    await script(
      await atHome()(),
      [open, /\?$/],
      [say('DayAndTimeIntent'), /anything else\?$/],
      [yes, 'All right. What would you like?'],
      [yes, /^You can ask who is coming/],
      [no, "That's all for now. Goodbye."],
    );
  });

  test('easy words are short ones', async () => {
    await script(await atHome({ easyWords: true })(), [open, /\?$/], [say('AMAZON.StopIntent'), 'Goodbye.']);
  });
});

describe('yes, no, next and pardon when nothing was asked', () => {
  bothWays(
    'yes',
    atHome({}, { diary: [] }),
    say('DayAndTimeIntent'),
    "It's Tuesday the 24th of November, ten in the morning.",
    'day-and-time',
  );
  test('in one breath each says so, with a question', async () => {
    await script(await atHome()(), [yes, "Sorry, I'm not sure what you're saying yes to. What would you like?"]);
    await script(await atHome()(), [no, "Sorry, I'm not sure what you're saying no to. What would you like?"]);
    await script(await atHome()(), [pardon, "I haven't said anything yet. What would you like?"]);
    await script(await atHome()(), [say('AMAZON.NextIntent'), 'That was all.']);
    await script(await atHome()(), [say('AMAZON.StartOverIntent'), /^Hello Bill\. Amina is coming/]);
  });
});

describe('what was not understood: another way each time', () => {
  test('an example, then two choices from this day, then a person', async () => {
    const deliveries = [aMessage()];
    await script(
      await atHome({}, { deliveries })(),
      [fallback, "Sorry, I didn't catch that. You can say: who is coming today. What would you like?"],
      [fallback, 'Let me ask in another way. Shall I tell you about your visits or your messages?'],
      [fallback, "I'm having trouble understanding, and that's my fault. Shall I ask somebody to ring you?"],
      [yes, /^I've passed that on\./],
    );
  });

  test('the choices are those of the day: reminders and appointments', async () => {
    const home = await atHome(
      {},
      {
        diary: [anAppointment('2026-11-26T10:30')],
        reminders: [aReminder('r', { kind: 'daily', time: '20:00', from: '2026-11-01' })],
      },
    )();
    await script(
      home,
      [fallback, /\?$/],
      [fallback, 'Let me ask in another way. Shall I tell you about your reminders or your appointments?'],
      [yes, /^You have one reminder today\./],
    );
  });

  test('a quiet day still has two choices; yes takes the first, no leaves it', async () => {
    const quiet = atHome({}, { diary: [] });
    const two = 'Let me ask in another way. Shall I tell you about the day and time or your visits?';
    await script(await quiet(), [fallback, /\?$/], [fallback, two], [yes, /^It's Tuesday/]);
    await script(await quiet(), [fallback, /\?$/], [fallback, two], [no, "All right. I've left it."]);
  });

  test('where nobody rings back the third is the number, and the end', async () => {
    await script(
      await atHome({}, { council: { staffedHours: [] } })(),
      [fallback, /\?$/],
      [fallback, /\?$/],
      [
        fallback,
        "I'm having trouble understanding, and that's my fault. You can ring Harbour County Council on 01632 960100.",
      ],
    );
  });

  test('a question that was open is asked in other words', async () => {
    const home = await atHome({}, { deliveries: [aReminderDelivery('2026-11-24T08:00')] })();
    await script(
      home,
      [open, /Is it done\?$/],
      [fallback, "Sorry, I didn't catch that. Have you done it, yes or no?"],
      [yes, /noted that your eight o'clock reminder is done/],
      [fallback, /^Sorry, I didn't catch that\. You can say/],
    );
  });
});
