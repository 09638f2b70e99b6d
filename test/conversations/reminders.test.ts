import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { aReminder, aReminderDelivery, aResident } from '../render/support/builders.ts';
import { bothWays, conversation, no, open, pardon, say, script, silence, yes } from '../support/conversation.ts';
import { type SkillHome, skillHome } from '../support/skill-home.ts';

const from = '2026-11-01';
const eight = aReminder('rem-08', { kind: 'daily', time: '08:00', from });
const drink = aReminder('rem-15', { kind: 'daily', time: '15:00', from }, { label: 'drink' });
const evening = aReminder('rem-20', { kind: 'daily', time: '20:00', from });
const waiting = aReminderDelivery('2026-11-24T08:00');
const another = aReminderDelivery('2026-11-24T09:30', 'drink');
const done = {
  ...waiting,
  state: 'acknowledged',
  acknowledged: { at: instantOf('2026-11-24T08:10'), reply: 'done', by: 'voice' },
} as const;

const atHome =
  (deliveries = [waiting], settings = {}, more = {}) =>
  () =>
    skillHome({ residents: [aResident(settings)], reminders: [eight, drink, evening], deliveries, ...more });

const deliveryIn = async ({ stores }: SkillHome, id: string) =>
  (await stores.deliveries.ofKey({ council: 'harbour', residentId: 'bill', id }))?.value;

describe('what reminders there are', () => {
  bothWays(
    'those of the day, each with what was said about it',
    atHome([done]),
    say('MyRemindersIntent'),
    'You have three reminders today. I was told that your reminder at eight in the morning is done. ' +
      'Your reminder to have a drink comes at three in the afternoon. Your reminder comes at eight in the evening.',
    'reminders',
  );
  bothWays(
    'one that nobody has replied to is waiting',
    atHome([waiting], { length: 'short' }),
    say('MyRemindersIntent', { day: '2026-11-24' }),
    'You have three reminders today. Your reminder at eight in the morning is waiting for you. ' +
      'Your reminder to have a drink comes at three in the afternoon. Your reminder comes at eight in the evening.',
    'reminders',
  );
  bothWays(
    'none on a day says when the next one is',
    () =>
      skillHome({
        residents: [aResident()],
        reminders: [aReminder('one', { kind: 'once', at: '2026-11-26T10:00' })],
      }),
    say('MyRemindersIntent', { day: '2026-11-25' }),
    'You have no reminders tomorrow, Wednesday the 25th of November. ' +
      'The next one is on Thursday the 26th of November, at ten in the morning.',
    'no-reminders-on-day',
  );
  bothWays(
    'none at all',
    () => skillHome({ residents: [aResident()] }),
    say('MyRemindersIntent'),
    'You have no reminders.',
    'no-reminders',
  );
  bothWays(
    'those of a weekend are told three at a time',
    atHome([done]),
    say('MyRemindersIntent', { day: '2026-W48-WE' }),
    'You have six reminders between Saturday the 28th and Sunday the 29th. On Saturday the 28th, your reminder comes at eight in the morning. ' +
      'On Saturday the 28th, your reminder to have a drink comes at three in the afternoon. ' +
      'On Saturday the 28th, your reminder comes at eight in the evening. There are three more. Shall I go on?',
    'reminders-between',
  );
  bothWays(
    'none between two days',
    () =>
      skillHome({ residents: [aResident()], reminders: [aReminder('one', { kind: 'once', at: '2026-11-26T10:00' })] }),
    say('MyRemindersIntent', { day: '2026-W48-WE' }),
    'You have no reminders between Saturday the 28th and Sunday the 29th.',
    'no-reminders-between',
  );
});

describe('"have I done it?": what was said is told, never whether to do it again', () => {
  const askedFor = say('MyRemindersIntent', { reminderTime: '08:00' });
  bothWays(
    'it was said to be done',
    atHome([done]),
    askedFor,
    "I was told that your eight o'clock reminder is done. That was today at ten past eight in the morning. " +
      "I can't tell you whether to do it again. If you're not sure, ring one one one. Shall I ask somebody to ring you?",
    'one-reminder',
  );
  bothWays(
    'nothing was said',
    atHome([waiting]),
    askedFor,
    "I have no note that your eight o'clock reminder is done. That doesn't mean it wasn't done. " +
      "I can't tell you whether to do it again. If you're not sure, ring one one one. Shall I ask somebody to ring you?",
    'one-reminder',
  );
  bothWays(
    'it is still to come',
    atHome([done]),
    say('MyRemindersIntent', { reminderTime: '15:00' }),
    "Your three o'clock reminder is still to come, today at three in the afternoon.",
    'one-reminder',
  );
  bothWays(
    'there is none at that time',
    atHome([done]),
    say('MyRemindersIntent', { reminderTime: '11:11' }),
    "I can't find a reminder at that time.",
    'no-such-reminder',
  );
});

describe('"it\'s done" and "not yet"', () => {
  bothWays(
    'the only one waiting is noted as said',
    atHome(),
    say('ReminderDoneIntent'),
    "Thank you. I've noted that your eight o'clock reminder is done.",
    'reminder-done',
  );
  bothWays(
    'named by its time on the dial, morning or evening',
    atHome([waiting, another]),
    say('ReminderDoneIntent', { reminderTime: '20:00' }),
    "Thank you. I've noted that your eight o'clock reminder is done.",
    'reminder-done',
  );
  bothWays(
    'named by a part of the day',
    atHome([waiting]),
    say('ReminderDoneIntent', { reminderTime: 'MO' }),
    "Thank you. I've noted that your eight o'clock reminder is done.",
    'reminder-done',
  );
  test('two waiting and no time said: which?', async () => {
    await script(await atHome([waiting, another])(), [
      say('ReminderDoneIntent'),
      "You have two reminders waiting: eight o'clock and half past nine. Is your eight o'clock reminder done?",
    ]);
  });
  bothWays(
    'said again: when it was told',
    atHome([done]),
    say('ReminderDoneIntent', { reminderTime: '08:00' }),
    "I was told that your eight o'clock reminder is done. That was today at ten past eight in the morning.",
    'already-done',
  );
  bothWays(
    'before its time',
    atHome([done], {}, { at: '2026-11-24T13:30' }),
    say('ReminderDoneIntent', { reminderTime: '15:00' }),
    "Thank you. I've noted that your three o'clock reminder is done. It won't come up again today.",
    'reminder-done',
  );
  bothWays(
    'nothing waits',
    () => skillHome({ residents: [aResident()], reminders: [evening] }),
    say('ReminderDoneIntent'),
    'No reminder is waiting for you now. The next one is today at eight in the evening.',
    'nothing-due',
  );
  bothWays(
    'not yet is noted, and the act is not prompted',
    atHome(),
    say('ReminderNotYetIntent'),
    "All right. I've noted that your eight o'clock reminder is not done yet.",
    'not-yet-noted',
  );
  test('not yet, with two waiting', async () => {
    await script(await atHome([waiting, another])(), [
      say('ReminderNotYetIntent'),
      "You have two reminders waiting: eight o'clock and half past nine. Do you mean your eight o'clock reminder?",
    ]);
  });
  test('at a closed Echo no time is said', async () => {
    await script(await atHome([waiting, another], {}, { level: 'closed' })(), [
      say('ReminderDoneIntent'),
      'You have two reminders waiting. Which one do you mean?',
    ]);
  });

  test('G13: the table holds who said what and when, and nothing else', async () => {
    const home = await atHome()();
    await script(home, [say('ReminderDoneIntent'), /noted/]);
    const delivery = await deliveryIn(home, waiting.id);
    assert.deepEqual(delivery?.acknowledged, { at: home.clock(), reply: 'done', by: 'voice' });
    assert.equal(delivery?.state, 'acknowledged');
  });

  test('which one: no to the first, yes to the second', async () => {
    const home = await atHome([waiting, another])();
    await script(
      home,
      [say('ReminderDoneIntent'), /Is your eight o'clock reminder done\?$/],
      [
        no,
        "All right. I've noted that your eight o'clock reminder is not done yet. Is your half past nine reminder done?",
      ],
      [pardon, /eight o'clock reminder is not done yet\. Is your half past nine reminder done\?$/],
      [yes, "Thank you. I've noted that your half past nine reminder is done."],
    );
    assert.equal((await deliveryIn(home, waiting.id))?.acknowledged, undefined);
    assert.equal((await deliveryIn(home, another.id))?.acknowledged?.reply, 'done');
  });

  test('two waiting: after yes to the first the second is asked about, and no is noted', async () => {
    const home = await atHome([waiting, another])();
    await script(
      home,
      [open, /Is your eight o'clock reminder done\?$/],
      [yes, /eight o'clock reminder is done\. Is your half past nine reminder done\?$/],
      [no, /half past nine reminder is not done yet/],
    );
    assert.equal((await deliveryIn(home, waiting.id))?.acknowledged?.reply, 'done');
    assert.equal((await deliveryIn(home, another.id))?.notYetAt, home.clock());
  });

  test('a time that is said counts more than the one that was asked about', async () => {
    const home = await atHome([waiting, another])();
    await script(
      home,
      [open, /Is your eight o'clock reminder done\?$/],
      [say('ReminderDoneIntent', { reminderTime: '09:30' }), /noted that your half past nine reminder is done/],
    );
    assert.equal((await deliveryIn(home, waiting.id))?.acknowledged, undefined);
  });

  test('Q09: "pardon" after an opening makes no new receipt', async () => {
    const home = await atHome()();
    const talk = conversation(home);
    const opened = await talk.turn(open);
    const openedAt = home.clock();
    home.waitUntil('2026-11-24T10:01');
    assert.equal((await talk.turn(pardon)).speech, opened.speech);
    assert.equal((await deliveryIn(home, waiting.id))?.readOutAt, openedAt);
  });

  test('which one: "not yet" of the second, and neither', async () => {
    const home = await atHome([waiting, another])();
    await script(
      home,
      [say('ReminderNotYetIntent'), /Do you mean your eight o'clock reminder\?$/],
      [no, 'All right. Do you mean your half past nine reminder?'],
      [yes, "All right. I've noted that your half past nine reminder is not done yet."],
    );
    assert.equal((await deliveryIn(home, another.id))?.notYetAt, home.clock());
    await script(
      await atHome([waiting, another])(),
      [say('ReminderNotYetIntent'), /\?$/],
      [no, /\?$/],
      [no, "All right. I've left it."],
    );
  });

  test('"pardon" after a reply says it again and replies only once', async () => {
    const home = await atHome()();
    await script(
      home,
      [open, "Hello Bill. Your eight o'clock reminder is waiting. Is it done?"],
      [yes, "Thank you. I've noted that your eight o'clock reminder is done. Is there anything else?"],
      [pardon, "Thank you. I've noted that your eight o'clock reminder is done. Is there anything else?"],
      [say('ReminderDoneIntent'), /^I was told that your eight o'clock reminder is done\. That was today at ten/],
      [pardon, /^I was told that your eight o'clock reminder is done\. That was today at ten/],
    );
  });

  test('opened with one waiting: no is "not yet", and it is not asked again in this conversation', async () => {
    const home = await atHome()();
    await script(
      home,
      [open, /Is it done\?$/],
      [no, "All right. I've noted that your eight o'clock reminder is not done yet. Is there anything else?"],
      [pardon, "All right. I've noted that your eight o'clock reminder is not done yet. Is there anything else?"],
    );
    assert.equal((await deliveryIn(home, waiting.id))?.notYetAt, home.clock());
  });

  test('G13: silence is never yes; it is only evidence that the words were played', async () => {
    const home = await atHome()();
    const talk = conversation(home);
    await talk.turn(open);
    assert.equal((await deliveryIn(home, waiting.id))?.readOutAt, home.clock());
    assert.equal((await deliveryIn(home, waiting.id))?.spokenAt, undefined);
    await talk.turn(silence);
    const delivery = await deliveryIn(home, waiting.id);
    assert.equal(delivery?.spokenAt, home.clock());
    assert.equal(delivery?.acknowledged, undefined);
  });

  test('after an error nobody knows whether the words were played', async () => {
    const home = await atHome()();
    const talk = conversation(home);
    await talk.turn(open);
    await talk.turn({ does: 'end', reason: 'ERROR' });
    assert.equal((await deliveryIn(home, waiting.id))?.spokenAt, undefined);
  });
});
