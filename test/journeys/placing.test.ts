import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cancelReminder, pauseReminder } from '../../lambda/core/reminders/change-reminder.ts';
import { aReminder } from '../support/builders/things-told.ts';
import { aWeekdayReminder, inPlacingHome, type PlacingHome } from '../support/placing-home.ts';

const OPEN = 'alexa, open bell bird';

describe('a reminder that a carer set comes onto the Echo', () => {
  test('N-01 N-02 the Resident is asked with its rule, says yes, allows it, and hears the rule again; then it rings by itself', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()] }, async (home) => {
      assert.deepEqual(await home.placement(), { kind: 'waits-for-yes', since: aReminder().lastAct.at });
      assert.match(await home.say(OPEN), /could ring for\. Every weekday at midday\. Shall it ring then\?$/);
      assert.match(await home.say('yes'), /^First, you have to say yes to Alexa\. Do you give .* permission/);
      assert.match(await home.say('yes'), /^It's set on this Echo\. Every weekday at midday\./);
      assert.deepEqual(home.refusals, []);
      const [copy] = home.onEcho();
      assert.equal(copy?.text, 'Your midday reminder.');
      assert.deepEqual(copy?.trigger.recurrence?.recurrenceRules, [
        'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=12;BYMINUTE=0;BYSECOND=0;INTERVAL=1;',
      ]);
      assert.equal((await home.placement())?.kind, 'on-the-echo');
    }));

  test('D-06 no is kept for seven days, and then it may be asked again', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await home.say(OPEN);
      assert.match(await home.say('no'), /leave it for a week/);
      await home.say('no');
      assert.equal((await home.placement())?.kind, 'not-placed');
      await home.pass(6 * 24 * 60);
      assert.doesNotMatch(await home.say(OPEN), /could ring for/);
      await home.say('stop');
      await home.pass(24 * 60);
      assert.match(await home.say(OPEN), /could ring for/);
    }));

  test('at most two are asked in one conversation', () =>
    inPlacingHome(
      {
        mayRemind: true,
        reminders: ['12:00', '13:00', '14:00'].map((time, n) => aWeekdayReminder(time, { id: `rem${n}` })),
      },
      async (home) => {
        await home.say(OPEN);
        assert.match(await home.say('yes'), /It's set.*could ring for.*one in the afternoon/);
        assert.match(await home.say('yes'), /It's set.*Is there anything else\?$/);
        assert.equal(home.onEcho().length, 2);
        await home.say('no');
        assert.match(await home.say(OPEN), /could ring for.*two in the afternoon/);
      },
    ));

  test('D-05 N-05 a permission that is denied is not asked for again for a week, and silence leaves a card in the Alexa app', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()] }, async (home) => {
      await home.say(OPEN);
      await home.say('yes');
      assert.match(await home.silence(), /card to her app/);
      assert.equal(home.alexa.view('kitchen').cards[0]?.type, 'AskForPermissionsConsent');
      const placement = await home.placement();
      assert.ok(placement?.kind === 'not-placed' && placement.why === 'no-permission');
      await home.alexa.setReminders('bill', true);
      assert.equal((await home.placement())?.kind, 'waits-for-yes', 'allowed in the app: it may be asked again');
    }));

  test('where nothing may be said aloud nothing is asked, and a rule that no Echo holds says why', () =>
    inPlacingHome({ level: 'closed', reminders: [aWeekdayReminder()] }, async (home) => {
      assert.doesNotMatch(await home.say(OPEN), /could ring for/);
      assert.equal((await home.placement())?.kind, 'no-echo');
      const everyThirdDay = aReminder('2026-11-25T09:00', {
        id: 'third',
        recurrence: { kind: 'every-n-days', every: 3, time: '09:00', from: '2026-11-25' },
        council: 'harbour-county-council',
      });
      await home.stores.reminders.save({
        value: { ...everyThirdDay, council: (await home.request()).resident.council },
        version: 0,
      });
      assert.deepEqual(await home.placement('third'), { kind: 'cannot-hold', why: 'counts-days' });
    }));

  test('N-02 too many calls while it is placed is said, leaves nothing half done, and it is asked another time', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await home.say(OPEN);
      home.apis.failNext('reminders', { kind: 'status', status: 429 });
      assert.match(await home.say('yes'), /couldn't set it just now/);
      assert.deepEqual((await home.mirror())?.copies, []);
      assert.equal((await home.placement())?.kind, 'waits-for-yes');
    }));

  for (const [what, failure] of [
    ['an answer that was lost', { kind: 'no-answer', effect: true }],
    ['an error', { kind: 'status', status: 500 }],
    ['a call that never arrived', { kind: 'no-answer', effect: false }],
  ] as const)
    test(`after ${what} nobody knows whether it stands: the Echo is looked at, and it can be asked again`, () =>
      inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
        await home.say(OPEN);
        home.apis.failNext('reminders', failure);
        assert.match(await home.say('yes'), /couldn't set it just now/);
        await home.say('stop');
        assert.equal((await home.mirror())?.copies[0]?.state, 'placing');
        assert.doesNotMatch(await home.say(OPEN), /could ring for/, 'not while nobody knows');
        await home.say('stop');
        await home.pass(10);
        assert.deepEqual(home.onEcho(), [], 'what nobody knows by name never rings twice');
        await home.say(OPEN);
        assert.match(await home.say('yes'), /It's set/);
        assert.equal(home.onEcho().length, 1);
      }));
});

const placed = async (home: Parameters<Parameters<typeof inPlacingHome>[1]>[0]) => {
  await home.say(OPEN);
  await home.say('yes');
  await home.say('no');
  assert.equal(home.onEcho().length, 1);
};

describe('a copy that stands on the Echo', () => {
  test("follows the carer's change from afar, and the Resident hears of it at the next conversation, once", () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      assert.equal(await home.changeTime('rem', '15:00'), 'reminder-changed');
      assert.deepEqual(
        home.onEcho().map(({ text }) => text),
        ["Your three o'clock reminder."],
      );
      assert.equal((await home.placement())?.kind, 'on-the-echo');
      assert.match(await home.say(OPEN), /A reminder on this Echo has changed\. Every weekday at three/);
      await home.say('stop');
      assert.doesNotMatch(await home.say(OPEN), /has changed/);
    }));

  test('goes when the carer cancels or pauses it, and may still ring until Amazon has confirmed that', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      home.loses(true);
      const [reminder] = await home.remindersKnown();
      const one = { ...(await home.request()), reminderId: 'rem', act: reminder?.lastAct.number ?? 0 };
      assert.equal((await pauseReminder(home.carerNeeds)(one)).kind, 'reminder-paused');
      await home.settle();
      assert.deepEqual(await home.placement(), { kind: 'may-ring-as-before' });
      assert.equal(home.onEcho().length, 1);
      home.loses(false);
      await home.pass(10);
      assert.deepEqual(home.onEcho(), []);
      const [paused] = await home.remindersKnown();
      await cancelReminder(home.carerNeeds)({ ...one, act: paused?.lastAct.number ?? 0 });
      await home.settle();
      assert.deepEqual((await home.mirror())?.copies, []);
    }));

  test('N-04 that the Resident removed at the Echo is learned, shown, and never made again', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      await home.alexa.removeReminder('kitchen', home.onEcho()[0]?.alertToken ?? '');
      const placement = await home.placement();
      assert.ok(placement?.kind === 'not-placed' && placement.why === 'removed-at-echo');
      await home.changeTime('rem', '15:00');
      await home.pass(8 * 24 * 60);
      assert.doesNotMatch(await home.say(OPEN), /could ring for/);
      assert.deepEqual(home.onEcho(), []);
    }));

  const timesThere = (home: PlacingHome) =>
    home
      .onEcho()
      .map(({ trigger }) => /BYHOUR=\d+;BYMINUTE=\d+/.exec(trigger.recurrence?.recurrenceRules[0] ?? '')?.[0]);
  const movedTo = async (home: PlacingHome): Promise<unknown> => {
    const placement = await home.placement();
    return placement?.kind === 'moved-at-echo' && placement.rule.kind === 'again'
      ? placement.rule.times
      : placement?.kind;
  };

  test('that somebody moved at the Echo is learned, shown with its time, and never moved back', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      await home.pass(10);
      await home.alexa.moveReminder('kitchen', home.onEcho()[0]?.alertToken ?? '', '16:00');
      await home.pass(2);
      assert.deepEqual(await movedTo(home), ['16:00']);
      await home.pass(3 * 24 * 60);
      assert.deepEqual(timesThere(home), ['BYHOUR=16;BYMINUTE=0'], 'nobody fought over it');
      assert.deepEqual(await movedTo(home), ['16:00']);
    }));

  test('that was moved is also told at its own time, because the Echo is silent then', () =>
    inPlacingHome({ at: '2026-11-25T10:00', reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await home.alexa.setNotifications('bill', true);
      await placed(home);
      await home.pass(10);
      await home.alexa.moveReminder('kitchen', home.onEcho()[0]?.alertToken ?? '', '16:00');
      await home.pass(2);
      await home.pass(4 * 60);
      assert.equal(home.heard().filter(({ kind }) => kind === 'chime').length, 1);
    }));

  test('that was moved follows the carer again when the carer changes the reminder later', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      await home.pass(10);
      await home.alexa.moveReminder('kitchen', home.onEcho()[0]?.alertToken ?? '', '16:00');
      await home.pass(2);
      await home.changeTime('rem', '15:30');
      assert.deepEqual(timesThere(home), ['BYHOUR=15;BYMINUTE=30']);
      assert.equal((await home.placement())?.kind, 'on-the-echo');
    }));

  test('that was moved and moved back stands as before; one moved while its event was lost is learned in the night', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      const [before] = timesThere(home);
      const token = home.onEcho()[0]?.alertToken ?? '';
      home.loses(true);
      await home.alexa.moveReminder('kitchen', token, '16:00');
      home.loses(false);
      await home.pass(26 * 60);
      assert.deepEqual(await movedTo(home), ['16:00']);
      const [, hour = '', minute = ''] = /BYHOUR=(\d+);BYMINUTE=(\d+)/.exec(before ?? '') ?? [];
      await home.alexa.moveReminder('kitchen', token, `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
      await home.pass(2);
      assert.equal((await home.placement())?.kind, 'on-the-echo');
    }));

  test('is learned to be gone in the night when the event was lost', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      const token = home.onEcho()[0]?.alertToken ?? '';
      home.world.changeEcho('kitchen', (before) => ({
        ...before,
        reminders: before.reminders.filter(({ alertToken }) => alertToken !== token),
      }));
      await home.pass(24 * 60);
      const placement = await home.placement();
      assert.ok(placement?.kind === 'not-placed' && placement.why === 'removed-at-echo');
    }));

  test('rings without a chime beside it; its ring is the evidence, and the Delivery is sent, not acknowledged', () =>
    inPlacingHome({ at: '2026-11-25T10:00', reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await home.alexa.setNotifications('bill', true);
      await placed(home);
      await home.pass(180);
      const kinds = home.heard().map(({ kind }) => kind);
      assert.equal(kinds.filter((kind) => kind === 'reminder').length, 1);
      assert.ok(!kinds.includes('chime'), 'never both for one occurrence');
      const council = (await home.request()).resident.council;
      const delivery = await home.stores.deliveries.ofKey({
        council,
        residentId: 'bill',
        id: '2026-11-25T12:00#R#rem',
      });
      assert.equal(delivery?.value.state, 'sent');
      assert.deepEqual(
        delivery?.value.attempts.map(({ channel, came }) => [channel, came]),
        [['placed-reminder', 'sent']],
      );
    }));

  test('that gives no sign of ringing within ninety seconds is helped by the chime', () =>
    inPlacingHome({ at: '2026-11-25T10:00', reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await home.alexa.setNotifications('bill', true);
      await placed(home);
      // The Echo is unplugged: it holds the copy and does not ring.
      home.world.changeEcho('kitchen', (before) => ({
        ...before,
        reminders: before.reminders.map((one) => ({
          ...one,
          ringsAt: one.ringsAt === null ? null : one.ringsAt + 8_640_000_000,
        })),
      }));
      await home.pass(121);
      assert.ok(!home.heard().some(({ kind }) => kind === 'chime'), 'the Echo is waited for');
      await home.pass(1);
      assert.ok(home.heard().some(({ kind }) => kind === 'chime'));
    }));

  test('doubled and late ring events change nothing', () =>
    inPlacingHome({ at: '2026-11-25T10:00', reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      await home.pass(125);
      const before = await home.mirror();
      const alertToken = home.onEcho()[0]?.alertToken ?? '';
      home.alexa.tellSkill('bill', {
        type: 'Reminders.ReminderStarted',
        body: { status: 'ON', alertToken: 'unknown' },
      });
      home.alexa.tellSkill('bill', { type: 'Reminders.ReminderCreated', body: { status: 'ON', alertToken } });
      await home.settle();
      assert.deepEqual((await home.mirror())?.copies, before?.copies);
    }));
});

describe('a skill that is disabled', () => {
  test('D-11 unpairs the Echo, forgets its copies, and a second event changes nothing; nothing reaches the next pairing', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      await home.alexa.disableSkill('bill');
      const { council } = (await home.request()).resident;
      assert.equal((await home.stores.echos.ofHash(council, home.hash))?.value.state, 'unpaired');
      assert.deepEqual((await home.mirror())?.copies, []);
      const home1 = await home.stores.homes.ofId(council, 'home');
      assert.deepEqual(home1?.value.echos, []);
      await home.alexa.enableSkill('bill');
      assert.match(await home.say(OPEN), /code|set up/i);
    }));

  test('goes from the Echo as soon as the Resident has disconnected it by voice', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      await home.say('alexa, ask bell bird to unpair this echo');
      await home.say('yes');
      const { council } = (await home.request()).resident;
      assert.equal((await home.stores.echos.ofHash(council, home.hash))?.value.state, 'unpaired');
      await home.pass(2);
      assert.deepEqual(home.onEcho(), []);
    }));

  test('a change while Amazon knows no such user is not tried again, and the console says so', () =>
    inPlacingHome({ reminders: [aWeekdayReminder()], mayRemind: true }, async (home) => {
      await placed(home);
      home.loses(true);
      home.world.changeAccount('bill', (before) => ({ ...before, enabled: false }));
      await home.changeTime('rem', '15:00');
      assert.deepEqual(await home.placement(), { kind: 'may-ring-as-before', trouble: 'link-stale' });
      assert.equal((await home.mirror())?.lookAt, undefined);
    }));
});

describe('the daily anchor', () => {
  const daily = [aReminder('2026-11-25T12:00')];
  const anchored = async (home: Parameters<Parameters<typeof inPlacingHome>[1]>[0]) => {
    assert.match(await home.say(OPEN), /Shall I start by myself every day at midday and tell you what is due\?$/);
    assert.match(await home.say('yes'), /^Alexa will ask you about it now\. .*every day at 12:00/);
    assert.match(await home.say('yes'), /^I'll start by myself every day at midday\./);
    assert.deepEqual(home.refusals, []);
  };

  test('is offered at the times of daily reminders, then says what is due at its time and asks whether it is done', () =>
    inPlacingHome({ reminders: daily }, async (home) => {
      await home.alexa.setNotifications('bill', true);
      await anchored(home);
      assert.equal((await home.placement())?.kind, 'at-a-routine');
      await home.say('no');
      await home.say('no');
      await home.pass(26 * 60);
      const spoken = home.heard().flatMap((one) => (one.kind === 'turn' ? [one.spoken] : []));
      assert.match(spoken.at(-1) ?? '', /midday reminder is waiting\. Is it done\?$/);
      assert.match(await home.say("it's done"), /noted/);
      const kinds = home.heard().map(({ kind }) => kind);
      assert.ok(!kinds.includes('chime') && !kinds.includes('reminder'), 'never a chime or a copy beside it');
      assert.deepEqual(home.onEcho(), []);
    }));

  test('with nothing due nothing is said, and no session stays open', () =>
    inPlacingHome({ reminders: daily }, async (home) => {
      await anchored(home);
      await home.say('no');
      await home.say('no');
      const [reminder] = await home.remindersKnown();
      await cancelReminder(home.carerNeeds)({
        ...(await home.request()),
        reminderId: 'rem',
        act: reminder?.lastAct.number ?? 0,
      });
      const before = home.heard().length;
      await home.pass(26 * 60);
      const after = home.heard().slice(before);
      assert.ok(after.every((one) => one.kind === 'turn' && one.spoken === '' && !one.sessionOpen));
      assert.equal(after.length, 1, 'it started, and said nothing');
    }));

  test('that is refused is left in peace, and the reminder is asked as a copy instead', () =>
    inPlacingHome({ reminders: daily, mayRemind: true }, async (home) => {
      await home.say(OPEN);
      await home.say('yes');
      assert.match(await home.say('no'), /won't start by myself.*could ring for\. Every day at midday/);
      assert.match(await home.say('yes'), /It's set/);
    }));

  test('that the Resident turned off falls back to the chime', () =>
    inPlacingHome({ reminders: daily }, async (home) => {
      await home.alexa.setNotifications('bill', true);
      await anchored(home);
      await home.say('no');
      await home.say('no');
      await home.alexa.removeRoutine('kitchen', home.alexa.view('kitchen').routines[0]?.id ?? '');
      await home.pass(26 * 60 + 2);
      assert.ok(home.heard().some(({ kind }) => kind === 'chime'));
    }));

  test('by words: "my day" always gets an answer', () =>
    inPlacingHome({ reminders: daily }, async (home) => {
      await anchored(home);
      assert.match(await home.say('yes'), /Alexa will ask you.*my day/);
      assert.match(await home.say('yes'), /you can say: Alexa, my day/);
      await home.say('no');
      assert.match(await home.say('alexa, my day'), /^Hello/);
    }));

  test('is not offered where two people live', () =>
    inPlacingHome({ reminders: daily, withRosa: true, mayRemind: true }, async (home) => {
      await home.say(OPEN);
      assert.match(await home.say('yes'), /could ring for\. Every day at midday/);
    }));
});
