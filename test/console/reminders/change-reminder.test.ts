import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pauseReminder } from '../../../lambda/core/reminders/change-reminder.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { all, attribute, has, textOf } from '../../support/page.ts';
import { aReminder } from '../support/busy-week.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const PAGE = '/console/residents/res-margaret/reminders/rem-1';

const reminderOf = async (world: World): Promise<Reminder> => {
  const stored = await world.stores.reminders.ofId('harbour', 'res-margaret', 'rem-1');
  assert.ok(stored);
  return stored.value;
};

const withReminder = async (over: Partial<Reminder> = {}) => {
  const world = await aWorld();
  await world.stores.reminders.save({ value: aReminder({ id: 'rem-1', time: '20:00', ...over }), version: 0 });
  const mark = visitor(world);
  await mark.signIn('carer', 'carer-mark');
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  return { world, mark, priya };
};

/** Both versions of the page that says that somebody else changed it. */
const versions = (text: string) => text.slice(text.indexOf('As it is now'));

describe('a reminder that stands', () => {
  test('is changed from its own page, one answer at a time', async () => {
    const { world, mark } = await withReminder();
    const change = await mark.click(await mark.get(PAGE), 'Change this reminder');
    assert.equal(change.heading, 'Change a reminder for Margaret');
    const when = await mark.press(change, 'Change when');
    const checked = await mark.press(when, 'Continue', { time: '7pm' });
    assert.match(checked.text, /Every day at 7:00pm/);
    assert.equal((await reminderOf(world)).lastAct.number, 1);
    const done = await mark.press(checked, 'Save this change');
    assert.match(done.text, /^Done The reminder is changed\./);
    const { recurrence, lastAct } = await reminderOf(world);
    assert.deepEqual(recurrence, { kind: 'daily', time: '19:00', from: '2026-11-01' });
    assert.deepEqual([lastAct.number, lastAct.did], [2, 'change-reminder']);
  });

  test('is paused and goes on, each with one press and one entry of its history', async () => {
    const { world, mark } = await withReminder();
    const paused = await mark.press(await mark.get(PAGE), 'Pause this reminder');
    assert.match(paused.text, /^Done The reminder is paused\..*Every day at 8:00pm\. Paused\./);
    assert.equal((await reminderOf(world)).state, 'paused');
    const on = await mark.press(paused, 'Go on with this reminder');
    assert.match(on.text, /^Done The reminder goes on\./);
    assert.match(on.text, /Gone on with by you, 10:00am today ?Paused by you, 10:00am today/);
    assert.equal((await reminderOf(world)).state, 'on');
  });

  test('does not go on at a time that another has taken meanwhile, and the page says so', async () => {
    const { world, mark } = await withReminder();
    const paused = await mark.press(await mark.get(PAGE), 'Pause this reminder');
    await world.stores.reminders.save({ value: aReminder({ id: 'rem-2', time: '20:00', label: 'bins' }), version: 0 });
    const refused = await mark.press(paused, 'Go on with this reminder');
    assert.match(refused.text, /There is one at this time already/);
    assert.equal((await reminderOf(world)).state, 'paused');
  });

  test('is cancelled after a question, and then it is gone from the page of the resident', async () => {
    const { world, mark } = await withReminder();
    const asked = await mark.click(await mark.get(PAGE), 'Cancel this reminder');
    assert.equal(asked.heading, 'Do you want to cancel this reminder?');
    assert.match(asked.text, /One that has already gone to the Echo may still ring/);
    assert.equal((await mark.click(asked, 'No, keep it')).path, PAGE);
    assert.equal((await reminderOf(world)).state, 'on');
    const done = await mark.press(asked, 'Yes, cancel it');
    assert.match(done.text, /^Done The reminder is cancelled\..*No reminder is set/);
    assert.equal((await reminderOf(world)).state, 'cancelled');
    const page = await mark.get(PAGE);
    assert.match(page.text, /State ?Cancelled/);
    assert.doesNotMatch(page.text, /Change this|Pause|Cancel this/);
    assert.equal((await mark.get(`${PAGE}/change`)).status, 404);
    assert.equal((await mark.get(`${PAGE}/cancel`)).status, 404);
  });

  test('that has run out can only be changed to a time that is still to come', async () => {
    const { next: _next, ...over } = aReminder({ id: 'rem-1', recurrence: { kind: 'once', at: '2026-11-20T08:00' } });
    const { world, mark } = await withReminder();
    const stored = await world.stores.reminders.ofId('harbour', 'res-margaret', 'rem-1');
    assert.ok(stored);
    await world.stores.reminders.save({ ...stored, value: over });
    const page = await mark.get(PAGE);
    assert.match(page.text, /State ?Over/);
    const change = await mark.click(page, 'Change this reminder');
    assert.match(change.text, /Once, on Friday 20 November 2026 at 8:00am\. It is not due again\./);
    const refused = await mark.press(change, 'Save this change');
    assert.deepEqual(refused.mistakes, [
      { text: 'This time has passed. Choose one that is still to come', field: 'time' },
    ]);
  });

  test('that has run out meanwhile does not go on, and says why', async () => {
    const { world, mark } = await withReminder({ recurrence: { kind: 'once', at: '2026-11-24T12:00' } });
    const paused = await mark.press(await mark.get(PAGE), 'Pause this reminder');
    world.time.now += 3 * 3_600_000;
    await mark.signIn('carer', 'carer-mark');
    const fresh = await mark.get(PAGE);
    const refused = await mark.press(fresh, 'Go on with this reminder');
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.mistakes, [
      { text: 'This time has passed. Choose one that is still to come', field: 'act' },
    ]);
    assert.ok(all(refused.root, 'button').some((button) => attribute(button, 'id') === 'act'));
    assert.ok(paused.status === 200);
  });
});

describe('two people change one reminder (C01)', () => {
  test('the second sees both versions, nothing of theirs is lost, and they choose', async () => {
    const { world, mark, priya } = await withReminder();
    const typedIn = async (who: typeof mark, time: string) =>
      who.press(await who.press(await who.get(`${PAGE}/change`), 'Change when'), 'Continue', { time });
    const [first, second] = [await typedIn(mark, '7pm'), await typedIn(priya, '9pm')];
    await mark.press(first, 'Save this change');
    const conflict = await priya.press(second, 'Save this change');
    assert.equal(conflict.status, 409);
    assert.equal(conflict.heading, 'Somebody else changed this reminder');
    assert.match(
      versions(conflict.text),
      /Changed by Mark Ellis, 10:00am today\. State: On\..*Every day at 7:00pm\. Next/,
    );
    assert.match(versions(conflict.text), /As you wanted it.*Every day at 9:00pm\. Next: Tuesday 24 November/);
    assert.equal((await reminderOf(world)).lastAct.number, 2, 'the first one stands');

    const kept = await priya.click(conflict, 'Keep it as it is now');
    assert.match(kept.text, /Every day at 7:00pm/);
    const used = await priya.press(conflict, 'Use mine instead');
    assert.match(used.text, /^Done The reminder is changed\..*Every day at 9:00pm/);
    const acts = (await world.stores.audit.of('harbour', 'REM#rem-1')).map(({ act }) => [act.did, act.by.id]);
    assert.deepEqual(acts.slice(-2), [
      ['change-reminder', 'carer-mark'],
      ['change-reminder', 'officer-priya'],
    ]);
  });

  test('a third change in between is seen again', async () => {
    const { mark, priya } = await withReminder();
    const second = await priya.press(await priya.get(`${PAGE}/change`), 'Change when');
    const typed = await priya.press(second, 'Continue', { time: '9pm' });
    await mark.press(await mark.get(PAGE), 'Pause this reminder');
    const conflict = await priya.press(typed, 'Save this change');
    assert.match(versions(conflict.text), /State: Paused.*Every day at 8:00pm\. Paused\./);
    await mark.press(await mark.get(PAGE), 'Go on with this reminder');
    const again = await priya.press(conflict, 'Use mine instead');
    assert.equal(again.status, 409);
    assert.match(versions(again.text), /State: On/);
  });

  test('one that was cancelled meanwhile says so, and nothing is brought back', async () => {
    const { world, mark, priya } = await withReminder();
    const typed = await priya.get(`${PAGE}/change`);
    await mark.press(await mark.get(`${PAGE}/cancel`), 'Yes, cancel it');
    const gone = await priya.press(typed, 'Save this change');
    assert.equal(gone.status, 409);
    assert.match(gone.text, /It was cancelled meanwhile/);
    assert.equal((await reminderOf(world)).state, 'cancelled');
  });

  test('a button pressed on an old page changes nothing and shows how it is now', async () => {
    const { world, mark, priya } = await withReminder();
    const [old, cancelling] = [await priya.get(PAGE), await priya.get(`${PAGE}/cancel`)];
    await mark.press(await mark.press(await mark.get(PAGE), 'Pause this reminder'), 'Go on with this reminder');
    for (const refused of [
      await priya.press(old, 'Pause this reminder'),
      await priya.press(cancelling, 'Yes, cancel it'),
    ]) {
      assert.equal(refused.status, 409);
      assert.equal(refused.heading, 'Somebody else changed this reminder');
    }
    assert.equal((await reminderOf(world)).state, 'on');
  });

  test('a double click on "save" is no conflict with oneself (C02)', async () => {
    const { world, mark } = await withReminder();
    const when = await mark.press(await mark.get(`${PAGE}/change`), 'Change when');
    const typed = await mark.press(when, 'Continue', { time: '7pm' });
    const sent = await Promise.all([1, 2].map(() => mark.send(typed, 'Save this change')));
    for (const { response } of sent) assert.equal(response.status, 303);
    assert.equal((await reminderOf(world)).lastAct.number, 2);
  });

  test('what the system did meanwhile is no conflict', async () => {
    const { world, mark } = await withReminder();
    const typed = await mark.get(`${PAGE}/change`);
    const stored = await world.stores.reminders.ofId('harbour', 'res-margaret', 'rem-1');
    assert.ok(stored);
    const moved = { local: '2026-11-25T20:00', at: (stored.value.next?.at ?? 0) + 86_400_000 };
    await world.stores.reminders.save({ ...stored, value: { ...stored.value, next: moved } });
    assert.match((await mark.press(typed, 'Save this change')).text, /^Done The reminder is changed/);
  });
});

describe('the page of a reminder', () => {
  test('says "set" only to whoever set it, and only while that is the last thing that happened (G1)', async () => {
    const { world, mark } = await withReminder();
    for (const done of ['set-reminder', 'pause-reminder', 'cancel-reminder', '<b>'])
      assert.doesNotMatch((await mark.get(`${PAGE}?done=${encodeURIComponent(done)}`)).text, /^Done/);
    const { acting, resident } = {
      acting: {
        kind: 'officer',
        officer: (await world.stores.officers.ofId('harbour', 'officer-priya')) ?? assert.fail(),
      },
      resident: (await world.stores.residents.ofId('harbour', 'res-margaret'))?.value ?? assert.fail(),
    } as const;
    const needs = { ...world.stores, announce: async () => undefined, clock: () => world.time.now, newId: () => 'x' };
    await pauseReminder(needs)({ acting, resident, canReply: true, reminderId: 'rem-1', act: 1 });
    assert.doesNotMatch((await mark.get(`${PAGE}?done=pause-reminder`)).text, /^Done/);
  });

  test('names who changed it: you, a carer of the circle by name, council staff', async () => {
    const { mark, priya } = await withReminder();
    await mark.press(await mark.get(PAGE), 'Pause this reminder');
    await priya.press(await priya.get(PAGE), 'Go on with this reminder');
    const seen = await mark.get(PAGE);
    assert.match(seen.text, /Gone on with by council staff, 10:00am today ?Paused by you, 10:00am today/);
    assert.match((await priya.get(PAGE)).text, /Gone on with by you, .*Paused by Mark Ellis/);
  });

  test('shows who is told in the order in which they are', async () => {
    const ladder = [
      { afterMinutes: 15, tell: { kind: 'carer', carerId: 'carer-mark' } },
      { afterMinutes: 60, tell: { kind: 'desk' } },
    ] as const;
    const { mark } = await withReminder({ ladder });
    const page = await mark.get(PAGE);
    assert.match(page.text, /Mark Ellis is told after 15 minutes The council is asked to ring after 60 minutes/);
    const tell = await mark.press(await mark.get(`${PAGE}/change`), 'Change who is told');
    const checked = all(tell.root, 'input').filter((each) => each.attributes.has('checked'));
    assert.deepEqual(
      checked.map((each) => attribute(each, 'value')),
      ['carer:carer-mark', 'desk'],
    );
    assert.ok(all(tell.root, 'legend').some((each) => textOf(each).startsWith('Who is told next')));
    assert.ok(all(tell.root, 'h1').every((each) => has(each, 'govuk-heading-xl')));
  });
});
