import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aReminder, aReminderDelivery, aResident } from '../render/support/builders.ts';
import { heardOnly, is, no, open, pardon, type Said, say, script, silence, yes } from '../support/conversation.ts';
import { aWeekdayReminder, inPlacingHome } from '../support/placing-home.ts';
import { type HomeSetUp, type SkillHome, skillHome } from '../support/skill-home.ts';

const atHome = (settings = {}, more: Partial<HomeSetUp> = {}) =>
  skillHome({ residents: [aResident(settings)], managed: true, ...more });

const morning = aReminder('rem-08', { kind: 'daily', time: '08:00', from: '2026-11-01' });
const once = aReminder('rem-14', { kind: 'once', at: '2026-11-25T14:00' });

const standing = async ({ stores }: SkillHome) =>
  (await stores.reminders.ofResident('harbour', 'bill'))
    .filter(({ state }) => state === 'on')
    .map(({ label, recurrence }) => [label, recurrence]);

const set = (slots: Parameters<typeof say>[1] = {}): Said => say('SetReminderIntent', slots);

describe('setting a reminder aloud', () => {
  test('in one breath: everything is said back, and it is set after the yes only', async () => {
    const home = await atHome();
    const whole = 'Your reminder is for tomorrow, Wednesday the 25th of November. The time is nine in the morning.';
    await script(home, [set({ day: '2026-11-25', reminderTime: '09:00' }), `${whole} Shall I set it?`]);
    assert.deepEqual(await standing(home), []);
    const last = await script(
      home,
      [set({ day: '2026-11-25', reminderTime: '09:00' }), `${whole} Shall I set it?`],
      [yes, `That's set. ${whole}`],
    );
    assert.equal(last.outcome, 'reminder-set');
    assert.deepEqual(await standing(home), [['routine', { kind: 'once', at: '2026-11-25T09:00' }]]);
  });

  test('missing things are asked for one at a time, and a "pardon" asks the same again', async () => {
    const home = await atHome();
    await script(
      home,
      [set(), 'Which day is it for?'],
      [pardon, 'Which day is it for?'],
      [set({ day: '2026-12-01' }), 'What time?'],
      [pardon, 'What time?'],
      [
        set({ reminderTime: '09:30' }),
        'Your reminder is for Tuesday the 1st of December. The time is half past nine in the morning. Shall I set it?',
      ],
      [pardon, /half past nine in the morning\. Shall I set it\?$/],
      [yes, /^That's set\./],
    );
    assert.equal((await standing(home)).length, 1);
  });

  test('a time alone is the next such time; a time that may be either half of the day is asked about', async () => {
    await script(await atHome(), [set({ reminderTime: '11:00' }), /^Your reminder is for today\./]);
    await script(await atHome(), [set({ reminderTime: '08:00' }), /^Your reminder is for tomorrow, Wednesday/]);
    await script(
      await atHome(),
      [set({ reminderTime: '03:00' }), 'Is that three in the morning, or three in the afternoon?'],
      [set({ reminderTime: 'AF' }), /today\. The time is three in the afternoon\. Shall I set it\?$/],
    );
    await script(
      await atHome(),
      [set({ reminderTime: '03:00' }), /\?$/],
      [set({ reminderTime: '03:00' }), /three in the morning\. That is in your quiet hours, and it will speak\. Shall/],
    );
  });

  test('every day, and by a label', async () => {
    const home = await atHome();
    await script(
      home,
      [
        set({ howOften: is('EVERY_DAY'), reminderTime: '19:00', reminderLabel: is('LOCK_UP') }),
        'Your reminder to lock up is for every day. The time is seven in the evening. Shall I set it?',
      ],
      [yes, /^That's set\./],
    );
    assert.deepEqual(await standing(home), [['lock-up', { kind: 'daily', time: '19:00', from: '2026-11-24' }]]);
  });

  test('what it is for is never kept in words', async () => {
    const home = await atHome();
    await script(
      home,
      [set({ reminderTime: '11:00', reminderLabel: heardOnly('my blue ones') }), /^Your reminder is/],
      [yes, /./],
    );
    assert.deepEqual(await standing(home), [['routine', { kind: 'once', at: '2026-11-24T11:00' }]]);
  });

  test('a correction takes its place in it, at any point', async () => {
    await script(
      await atHome(),
      [set({ day: '2026-11-26', reminderTime: '09:00' }), /Thursday the 26th/],
      [say('CorrectionIntent', { day: '2026-12-01' }), /Tuesday the 1st of December\. The time is nine in the morning/],
      [
        say('CorrectionIntent', { reminderTime: '10:00' }),
        /Tuesday the 1st of December\. The time is ten in the morning/,
      ],
      [say('CorrectionIntent', { partOfDay: is('EVENING') }), /The time is ten at night/],
      [no, "All right. I've left it."],
    );
    await script(
      await atHome(),
      [set({ day: '2026-11-26' }), 'What time?'],
      [say('CorrectionIntent', { day: '2026-12-01' }), 'What time?'],
      [set({ reminderTime: '09:00' }), /Tuesday the 1st of December/],
    );
  });

  test('a time that has gone, one that is taken, and one too many are said so', async () => {
    const home = await atHome({}, { reminders: [morning] });
    await script(home, [set({ day: '2026-11-24', reminderTime: '09:00' }), 'That time has gone. What time?']);
    await script(home, [set({ reminderTime: '08:00' }), 'You have a reminder at that time already. What time?']);
    const many = Array.from({ length: 20 }, (_, n) =>
      aReminder(`rem-${n}`, { kind: 'daily', time: `${String(n).padStart(2, '0')}:30`, from: '2026-11-01' }),
    );
    const full = await atHome({}, { reminders: many });
    await script(full, [set({ reminderTime: '11:00' }), 'You have as many reminders as I can keep.']);
  });

  test('an Echo that cannot speak up by itself says so', async () => {
    const home = await skillHome({ residents: [aResident()] });
    await script(home, [set({ reminderTime: '11:00' }), /\?$/], [yes, /This Echo may not speak up by itself/]);
  });
});

describe('where an Echo could ring for what was just set', () => {
  const ONCE = 'alexa, ask bell bird to remind me at eleven';
  const DAILY = 'alexa, ask bell bird to remind me every day at eleven';

  test('that is asked instead, also in one breath, and after the yes the Echo holds it', () =>
    inPlacingHome({ mayRemind: true }, async (home) => {
      assert.match(await home.say(ONCE), /Shall I set it\?$/);
      const asks =
        /^That's set\. Your reminder is for today\. The time is eleven in the morning\. You have a reminder that this Echo could ring for\. .* Shall it ring then\?$/;
      assert.match(await home.say('yes'), asks);
      assert.match(await home.say('what did you say'), asks);
      const placed = await home.say('yes');
      assert.match(placed, /^It's set on this Echo\./);
      assert.doesNotMatch(placed, /\?$/, 'what began in one breath ends');
      assert.equal(home.onEcho().length, 1);
      assert.deepEqual(home.refusals, []);
    }));

  test('a no keeps the reminder, and nothing rings', () =>
    inPlacingHome({ mayRemind: true }, async (home) => {
      await home.say(ONCE);
      await home.say('yes');
      assert.match(await home.say('no'), /leave it for a week/);
      assert.equal((await home.remindersKnown()).length, 1);
      assert.deepEqual(home.onEcho(), []);
    }));

  test('a daily one is asked as a routine', () =>
    inPlacingHome({}, async (home) => {
      await home.say(DAILY);
      const said = await home.say('yes');
      assert.match(said, /Shall I start by myself every day at eleven in the morning and tell you what is due\?$/);
      assert.doesNotMatch(said, /speak up/);
    }));

  test('only what was just set is asked about, however much else waits', () =>
    inPlacingHome({ mayRemind: true, reminders: [aWeekdayReminder()] }, async (home) => {
      await home.say(ONCE);
      assert.match(await home.say('yes'), /Once, on Tuesday the 24th of November at eleven .* Shall it ring then\?$/);
    }));

  test('where nothing private may be said aloud nothing is asked, and it is said that the Echo stays silent', () =>
    inPlacingHome({ mayRemind: true, level: 'closed' }, async (home) => {
      await home.say(ONCE);
      assert.match(await home.say('yes'), /This Echo may not speak up by itself\. You can ask me what is due\.$/);
    }));

  test('a copy that stands already follows a change by itself: nothing is asked, and nobody hears of silence', () =>
    inPlacingHome({ mayRemind: true }, async (home) => {
      for (const words of [ONCE, 'yes', 'yes']) await home.say(words);
      assert.match(await home.say('alexa, ask bell bird to change my eleven reminder to twelve'), /\?$/);
      const said = await home.say('yes');
      assert.match(said, /^That's changed\./);
      assert.doesNotMatch(said, /speak up|could ring/);
    }));
});

describe('changing, cancelling and hearing it again later', () => {
  test('changed after a yes, and nothing else of it changes', async () => {
    const home = await atHome({}, { reminders: [morning] });
    await script(
      home,
      [
        say('ChangeReminderIntent', { reminderTime: '08:00', newTime: '09:00' }),
        'Your reminder is for every day. The time is nine in the morning. Shall I change it?',
      ],
      [yes, "That's changed. Your reminder is for every day. The time is nine in the morning."],
    );
    assert.deepEqual(await standing(home), [['routine', { kind: 'daily', time: '09:00', from: '2026-11-01' }]]);
  });

  test('which one, and to what, are asked one at a time', async () => {
    const home = await atHome({}, { reminders: [morning, once] });
    await script(
      home,
      [say('ChangeReminderIntent'), 'Which one do you mean?'],
      [say('CorrectionIntent', { reminderTime: '14:00' }), 'What time?'],
      [set({ reminderTime: '15:00' }), /tomorrow.*three in the afternoon\. Shall I change it\?$/],
      [yes, /^That's changed/],
    );
    assert.deepEqual((await standing(home))[1], ['routine', { kind: 'once', at: '2026-11-25T15:00' }]);
  });

  test('a rule of several times is changed on the page', async () => {
    const twice = aReminder('rem-2', { kind: 'daily', time: '08:00', andAt: ['20:00'], from: '2026-11-01' });
    await script(await atHome({}, { reminders: [twice] }), [
      say('ChangeReminderIntent', { reminderTime: '08:00', newTime: '09:00' }),
      "I can't change that one by voice. A carer can, on the web page.",
    ]);
  });

  test('cancelled after a yes; kept after a no', async () => {
    const home = await atHome({}, { reminders: [morning, once] });
    const asks = 'Your reminder is for every day. The time is eight in the morning. Shall I cancel it?';
    await script(home, [say('CancelReminderIntent', { reminderTime: '08:00' }), asks], [pardon, asks], [no, /left it/]);
    assert.equal((await standing(home)).length, 2);
    await script(home, [say('CancelReminderIntent', { reminderTime: '08:00' }), asks], [yes, "That's cancelled."]);
    assert.equal((await standing(home)).length, 1);
    await script(home, [
      say('CancelReminderIntent', { reminderTime: '08:00' }),
      "I can't find a reminder at that time.",
    ]);
  });

  test('while somebody else is there, what a reminder is about is not said before it is cancelled', async () => {
    const drink = { ...morning, label: 'drink' as const };
    await script(await atHome({}, { reminders: [drink], level: 'closed' }), [
      say('CancelReminderIntent', { reminderTime: '08:00' }),
      'Your reminder is for every day. The time is eight in the morning. Shall I cancel it?',
    ]);
  });

  test('on a closed Echo, what a reminder is about is not said when it is changed; one that is set is said back', async () => {
    const drink = { ...morning, label: 'drink' as const };
    await script(
      await atHome({}, { reminders: [drink], level: 'closed' }),
      [
        say('ChangeReminderIntent', { reminderTime: '08:00', newTime: '09:00' }),
        'Your reminder is for every day. The time is nine in the morning. Shall I change it?',
      ],
      [yes, "That's changed. Your reminder is for every day. The time is nine in the morning."],
    );
    await script(await atHome({}, { level: 'closed' }), [
      set({ day: '2026-11-25', reminderTime: '09:00', reminderLabel: is('DRINK') }),
      /^(?!Your reminder is).*Shall I set it\?$/,
    ]);
  });

  test('"cancel it" after one was spoken of is that one', async () => {
    await script(
      await atHome({}, { reminders: [morning, once] }),
      [open, /\?$/],
      [say('MyRemindersIntent', { reminderTime: '08:00' }), /\?$/],
      [say('CancelReminderIntent'), /every day\. The time is eight in the morning\. Shall I cancel it\?$/],
    );
  });

  test('"again in ten minutes": what waits is told once more, and is not put down as done', async () => {
    const home = await atHome({}, { reminders: [morning], deliveries: [aReminderDelivery('2026-11-24T09:50')] });
    await script(home, [
      say('SnoozeReminderIntent', { snoozeFor: 'PT20M' }),
      /today\. The time is twenty past ten in the morning\.$/,
    ]);
    assert.deepEqual((await standing(home))[0], ['routine', { kind: 'once', at: '2026-11-24T10:20' }]);
    const page = await home.stores.readPage('harbour', 'bill', '2026-11-24');
    assert.equal(page?.deliveries[0]?.acknowledged, undefined);
    await script(await atHome(), [say('SnoozeReminderIntent'), 'No reminder is waiting for you.']);
  });
});

describe('cut off, and taken up again', () => {
  const cut = async (lines: readonly (readonly [Said, string | RegExp])[], settings = {}) => {
    const home = await atHome(settings, { reminders: [morning, once] });
    await script(home, ...lines, [silence, '']);
    return home;
  };
  const tuesday = set({ day: '2026-12-01' });

  test('at the day', async () => {
    const home = await cut([[set(), 'Which day is it for?']]);
    await script(
      home,
      [open, 'We were setting a reminder. Which day is it for?'],
      [tuesday, 'What time?'],
      [set({ reminderTime: '09:00' }), /\?$/],
      [yes, /^That's set/],
    );
  });

  test('at the time: "We were setting Tuesday\'s reminder. What time?"', async () => {
    const home = await cut([[tuesday, 'What time?']]);
    await script(
      home,
      [open, "We were setting Tuesday's reminder. What time?"],
      [set({ reminderTime: '09:00' }), /Tuesday the 1st of December.*Shall I set it\?$/],
      [yes, /^That's set/],
    );
  });

  test('at the half of the day, at the yes, at which one, and at the yes to cancel', async () => {
    const half = await cut([[set({ day: '2026-11-25', reminderTime: '03:00' }), /\?$/]]);
    await script(
      half,
      [open, "We were setting tomorrow's reminder. Is that three in the morning, or three in the afternoon?"],
      [set({ reminderTime: 'AF' }), /three in the afternoon\. Shall I set it\?$/],
    );
    const atYes = await cut([[set({ day: '2026-11-25', reminderTime: '09:00' }), /\?$/]]);
    await script(atYes, [open, /^Your reminder is for tomorrow.*Shall I set it\?$/], [yes, /^That's set/]);
    const which = await cut([[say('CancelReminderIntent'), /\?$/]]);
    await script(
      which,
      [open, 'We were setting a reminder. Which one do you mean?'],
      [say('CorrectionIntent', { reminderTime: '14:00' }), /Shall I cancel it\?$/],
    );
    const cancel = await cut([[say('CancelReminderIntent', { reminderTime: '08:00' }), /\?$/]]);
    await script(cancel, [open, /Shall I cancel it\?$/], [yes, /^That's cancelled\./]);
  });

  test('after ten minutes, or after a goodbye, it is over', async () => {
    const home = await cut([[tuesday, 'What time?']]);
    home.waitUntil('2026-11-24T10:11');
    await script(home, [open, /^Hello/]);
    const ended = await atHome();
    await script(ended, [tuesday, 'What time?'], [{ does: 'end', reason: 'USER_INITIATED' }, '']);
    await script(ended, [open, /^Hello/]);
  });

  test('nothing of it holds words: only ids, dates and closed lists stand in the table', async () => {
    const home = await cut([[set({ day: '2026-12-01', reminderLabel: heardOnly('Zebedee') }), 'What time?']]);
    const page = await home.stores.readPage('harbour', 'bill', '2026-11-24');
    assert.equal(page?.leftOff?.length, 1);
    assert.doesNotMatch(JSON.stringify(page?.leftOff), /Zebedee/);
  });
});
