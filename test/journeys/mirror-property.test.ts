import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { changePresence } from '../../lambda/core/people/change-presence.ts';
import { presenceMark } from '../../lambda/core/people/presence.ts';
import {
  cancelReminder,
  confirmReminder,
  pauseReminder,
  resumeReminder,
} from '../../lambda/core/reminders/change-reminder.ts';
import { aWeekdayReminder, inPlacingHome, type PlacingHome } from '../support/placing-home.ts';

const IDS = ['rem0', 'rem1', 'rem2'];
const TIMES = ['11:00', '12:30', '14:00'];

const AWAY = { kind: 'away', reason: 'hospital', since: '2026-11-24' } as const;

type Act =
  | { readonly does: 'open'; readonly answers: readonly ('yes' | 'no')[] }
  | { readonly does: 'change'; readonly id: number; readonly minute: number }
  | { readonly does: 'pause' | 'resume' | 'cancel' | 'confirm'; readonly id: number }
  | { readonly does: 'remove-at-echo'; readonly n: number }
  | { readonly does: 'move-at-echo'; readonly n: number; readonly minute: number }
  | { readonly does: 'allow'; readonly on: boolean }
  | { readonly does: 'lose'; readonly on: boolean }
  | { readonly does: 'go' | 'come-home' }
  | { readonly does: 'fail'; readonly status: number }
  | { readonly does: 'no-answer'; readonly effect: boolean }
  | { readonly does: 'wait'; readonly minutes: number };

const id = fc.integer({ min: 0, max: IDS.length - 1 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constant('open' as const),
    answers: fc.array(fc.constantFrom('yes' as const, 'no' as const), { maxLength: 4 }),
  }),
  fc.record({ does: fc.constant('open' as const), answers: fc.constant(['yes', 'yes', 'yes'] as const) }),
  fc.record({ does: fc.constant('change' as const), id, minute: fc.integer({ min: 1, max: 29 }) }),
  fc.record({ does: fc.constantFrom('pause' as const, 'resume' as const, 'cancel' as const, 'confirm' as const), id }),
  fc.record({ does: fc.constant('remove-at-echo' as const), n: fc.nat({ max: 2 }) }),
  fc.record({
    does: fc.constant('move-at-echo' as const),
    n: fc.nat({ max: 2 }),
    minute: fc.integer({ min: 0, max: 59 }),
  }),
  fc.record({ does: fc.constant('allow' as const), on: fc.boolean() }),
  fc.record({ does: fc.constant('lose' as const), on: fc.boolean() }),
  fc.record({ does: fc.constantFrom('go' as const, 'come-home' as const) }),
  fc.record({ does: fc.constant('fail' as const), status: fc.constantFrom(429, 500, 503, 504) }),
  fc.record({ does: fc.constant('no-answer' as const), effect: fc.boolean() }),
  fc.record({ does: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 3_000 }) }),
);

const OF_CARER = { pause: pauseReminder, resume: resumeReminder, cancel: cancelReminder, confirm: confirmReminder };

/** What was once removed at the Echo must never ring again. */
type Seen = { readonly removed: Set<string> };

const byCarer = async (home: PlacingHome, does: keyof typeof OF_CARER, reminderId: string): Promise<void> => {
  const reminder = (await home.remindersKnown()).find((one) => one.id === reminderId);
  if (reminder === undefined) return;
  await OF_CARER[does](home.carerNeeds)({ ...(await home.request()), reminderId, act: reminder.lastAct.number });
  await home.settle();
};

const doAct = async (home: PlacingHome, one: Act, { removed }: Seen): Promise<void> => {
  switch (one.does) {
    case 'open':
      await home.say('alexa, open bell bird');
      for (const answer of one.answers) await home.say(answer);
      await home.say('stop');
      return;
    case 'change': {
      const [known] = (await home.remindersKnown()).filter((reminder) => reminder.id === IDS[one.id]);
      const hour = TIMES[one.id]?.slice(0, 2) ?? '11';
      if (known !== undefined) await home.changeTime(known.id, `${hour}:${String(one.minute + 30).padStart(2, '0')}`);
      return;
    }
    case 'pause':
    case 'resume':
    case 'cancel':
    case 'confirm':
      return byCarer(home, one.does, IDS[one.id] ?? '');
    case 'remove-at-echo': {
      const token = home.onEcho()[one.n]?.alertToken;
      const copy = (await home.mirror())?.copies.find((known) => known.token === token);
      if (token === undefined) return;
      if (copy?.state === 'standing') removed.add(copy.reminderId);
      await home.alexa.removeReminder('kitchen', token);
      await home.settle();
      return;
    }
    case 'move-at-echo': {
      const token = home.onEcho()[one.n]?.alertToken;
      if (token === undefined) return;
      await home.alexa.moveReminder('kitchen', token, `17:${String(one.minute).padStart(2, '0')}`);
      await home.settle();
      return;
    }
    case 'allow':
      await home.alexa.setReminders('bill', one.on);
      return;
    case 'lose':
      home.loses(one.on);
      return;
    case 'go':
    case 'come-home': {
      const { resident, acting } = await home.request();
      const wanted = one.does === 'go' ? AWAY : ({ kind: 'home' } as const);
      await changePresence({ ...home.kept, audit: home.stores.audit, clock: home.clock.now })({
        acting,
        council: resident.council,
        residentId: resident.id,
        seen: presenceMark(resident.presence),
        wanted,
      });
      await home.settle();
      return;
    }
    case 'fail':
      home.apis.failNext('reminders', { kind: 'status', status: one.status });
      return;
    case 'no-answer':
      home.apis.failNext('reminders', { kind: 'no-answer', effect: one.effect });
      return;
    case 'wait':
      return home.pass(one.minutes);
  }
};

/** The Echo holds exactly what the console says it holds; whatever it does not hold has a reason there. */
const assertEqualOrExplained = async (home: PlacingHome, { removed }: Seen): Promise<void> => {
  const mirror = await home.mirror();
  const onEcho = new Map(home.onEcho().map((copy) => [copy.alertToken, copy]));
  const isAllowed = home.alexa.view('kitchen').remindersAllowed;
  for (const reminder of await home.remindersKnown()) {
    const placement = await home.placement(reminder.id);
    const token = mirror?.copies.find(({ reminderId }) => reminderId === reminder.id)?.token;
    const copy = onEcho.get(token ?? '');
    if (placement?.kind === 'on-the-echo') {
      const { recurrence } = reminder;
      assert.ok(copy !== undefined && recurrence.kind === 'weekdays', 'the console says that it stands there');
      const [hour, minute] = recurrence.time.split(':').map(Number);
      const rule = `BYHOUR=${hour};BYMINUTE=${minute};`;
      assert.ok(copy.trigger.recurrence?.recurrenceRules[0]?.includes(rule), 'it rings when the Reminder is due');
    } else if (placement?.kind === 'moved-at-echo') {
      assert.ok(copy !== undefined && placement.rule.kind === 'again', 'the console says that it was moved there');
      const [hour, minute] = (placement.rule.times[0] ?? '').split(':').map(Number);
      const rule = `BYHOUR=${hour};BYMINUTE=${minute};`;
      assert.ok(copy.trigger.recurrence?.recurrenceRules[0]?.includes(rule), 'it rings when the console says');
    } else if (placement?.kind === 'may-ring-as-before') {
      assert.ok(
        !isAllowed && placement.trouble !== undefined,
        `unequal without a reason: ${JSON.stringify(placement)}`,
      );
    } else assert.equal(copy, undefined, `it rings, and the console says ${placement?.kind}`);
    if (removed.has(reminder.id)) assert.equal(copy, undefined, 'what was removed at the Echo is never made again');
  }
  if (isAllowed) {
    const known = new Set(mirror?.copies.map(({ token }) => token));
    for (const token of onEcho.keys()) assert.ok(known.has(token), 'a copy that nobody knows rings');
  }
};

describe('the Echo and what is wanted', () => {
  test('after any edits, deletions, lost messages, refusals and changes of permission the Echo is equal, or the console says why', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), (acts) =>
        inPlacingHome(
          { mayRemind: true, reminders: IDS.map((one, n) => aWeekdayReminder(TIMES[n], { id: one })) },
          async (home) => {
            const seen: Seen = { removed: new Set() };
            for (const one of acts) await doAct(home, one, seen);
            home.loses(false);
            for (let n = 0; n < 20; n += 1) await fetchNothing(home);
            await home.pass(26 * 60);
            await assertEqualOrExplained(home, seen);
          },
        ),
      ),
      { numRuns: 30 },
    );
  });
});

/** Failures that were ordered and not used would make the last look fail: they are used up. */
const fetchNothing = async (home: PlacingHome): Promise<void> => {
  await home.apis.handle(new Request('http://127.0.0.1/alexa-api/v1/alerts/reminders'));
};
