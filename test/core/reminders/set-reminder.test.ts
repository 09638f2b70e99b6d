import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, type Weekday } from '../../../lambda/core/kernel/uk-time.ts';
import type { Acting } from '../../../lambda/core/people/may-act-for.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import {
  cancelReminder,
  changeReminder,
  type OneReminder,
  pauseReminder,
  resumeReminder,
} from '../../../lambda/core/reminders/change-reminder.ts';
import { fireReminder } from '../../../lambda/core/reminders/fire-reminder.ts';
import { REMINDERS_PER_RESIDENT, type Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { setReminder, type WantedReminder } from '../../../lambda/core/reminders/set-reminder.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { aCareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { aCarer, aCircleMember, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const PRIYA: Acting = { kind: 'carer', carer: aCarer() };
const once = (at: string): Recurrence => ({ kind: 'once', at });
const daily = (time: string, more: { until?: string } = {}): Recurrence => ({
  kind: 'daily',
  time,
  from: '2026-11-24',
  ...more,
});
const wanted = (recurrence: Recurrence, more: Partial<WantedReminder> = {}): WantedReminder => ({
  label: 'routine',
  recurrence,
  ladder: [],
  quietHoursConfirmed: false,
  ...more,
});
const tellPriya = (afterMinutes: number) => [{ afterMinutes, tell: { kind: 'carer', carerId: 'priya' } }] as const;
const tellDesk = (afterMinutes: number) => [{ afterMinutes, tell: { kind: 'desk' } }] as const;

const forBill = async (setUp: SetUp = {}, resident: Resident = aResident(), canReply = true) => {
  const service = await aCareService({ residents: [resident], ...setUp });
  const needs = service.needs;
  const who = { acting: PRIYA, resident, canReply };
  const one = (act: number, acting: Acting = PRIYA): OneReminder => ({ ...who, acting, reminderId: 'rem', act });
  return {
    service,
    set: (wish: WantedReminder, acting: Acting = PRIYA) => setReminder(needs)({ ...who, acting }, wish),
    change: (act: number, wish: WantedReminder, acting: Acting = PRIYA) =>
      changeReminder(needs)(one(act, acting), wish),
    pause: (act: number) => pauseReminder(needs)(one(act)),
    resume: (act: number) => resumeReminder(needs)(one(act)),
    cancel: (act: number) => cancelReminder(needs)(one(act)),
    reminders: () => service.stores.reminders.ofResident('harbour', 'bill'),
    stored: async () => (await service.stores.reminders.ofId('harbour', 'bill', 'rem'))?.value,
    trail: async (id = 'rem') =>
      (await service.stores.audit.of('harbour', `REM#${id}`)).map(({ act }) => `${act.number} ${act.did}`),
    dues: async () => (await service.deliveriesOf()).map(({ due, state }) => `${due} ${state}`),
  };
};
type Bill = Awaited<ReturnType<typeof forBill>>;
const refusalOf = async (bill: Bill, wish: WantedReminder): Promise<string> => {
  const before = bill.service.hooked.written.length;
  const outcome = await bill.set(wish);
  if (outcome.kind !== 'reminder-set') assert.equal(bill.service.hooked.written.length, before, 'nothing is written');
  return outcome.kind;
};

describe('setting a reminder', () => {
  test('G1 it is set when it is stored: on, with its next occurrence, audited once', async () => {
    const bill = await forBill();
    const outcome = await bill.set(wanted(daily('20:00')));
    assert.ok(outcome.kind === 'reminder-set');
    assert.equal(outcome.next.local, '2026-11-24T20:00');
    assert.deepEqual(await bill.reminders(), [outcome.reminder]);
    assert.deepEqual(await bill.trail('id-1'), ['1 set-reminder']);
  });

  test('T21 a time that has passed: once is refused, daily starts tomorrow, and nothing fires at once', async () => {
    const bill = await forBill();
    assert.equal(await refusalOf(bill, wanted(once('2026-11-24T10:00'))), 'time-has-passed');
    assert.equal(await refusalOf(bill, wanted(daily('09:00', { until: '2026-11-23' }))), 'time-has-passed');
    const outcome = await bill.set(wanted(daily('10:00')));
    assert.ok(outcome.kind === 'reminder-set');
    assert.equal(outcome.next.local, '2026-11-25T10:00');
    assert.deepEqual(await bill.dues(), []);
  });

  test('a rule that names no day is never due', async () => {
    const bill = await forBill();
    assert.equal(
      await refusalOf(bill, wanted({ kind: 'chosen-weekdays', days: [], time: '20:00', from: '2026-11-24' })),
      'never-due',
    );
  });

  test('a time within two minutes rings at once, and is spoken at its time', async () => {
    const bill = await forBill();
    await bill.set(wanted(once('2026-11-24T10:02')));
    assert.deepEqual(await bill.dues(), ['2026-11-24T10:02 waiting']);
    const { service } = bill;
    service.clock.moveTo(service.bell.next() ?? 0);
    await service.answerBells();
    assert.equal(service.channels.calls[0]?.at, instantOf('2026-11-24T10:02'), 'no tick was needed');
    const later = await forBill();
    await later.set(wanted(once('2026-11-24T10:03')));
    assert.deepEqual(await later.dues(), []);
  });

  test('the twentieth is set, the twenty-first refused; those that have run out or are cancelled leave room', async () => {
    const many = Array.from({ length: REMINDERS_PER_RESIDENT - 1 }, (_, n) =>
      aReminder(`2026-11-24T${String(11 + Math.floor(n / 4)).padStart(2, '0')}:${(n % 4) * 15 || '00'}`, {
        id: `rem-${n}`,
        state: n === 0 ? 'paused' : 'on',
      }),
    );
    const { next: _none, ...over } = aReminder('2026-11-23T08:00', {
      id: 'over',
      recurrence: once('2026-11-23T08:00'),
    });
    const cancelled = aReminder('2026-11-24T20:45', { id: 'cancelled', state: 'cancelled' });
    const bill = await forBill({ reminders: [...many, over, cancelled] });
    assert.equal(await refusalOf(bill, wanted(daily('20:00'))), 'reminder-set');
    assert.deepEqual(await bill.set(wanted(daily('21:00'))), { kind: 'too-many', atMost: 20 });
  });

  test('a second one that would ever be due at the same time is shown instead of set, whatever its rule', async () => {
    const bill = await forBill();
    await bill.set(wanted({ kind: 'weekdays', time: '20:00', from: '2026-11-24', until: '2026-12-31' }));
    const onDays = (days: readonly Weekday[], from = '2026-11-24'): Recurrence => ({
      kind: 'chosen-weekdays',
      days,
      time: '20:00',
      from,
    });
    for (const rule of [
      daily('20:00'),
      onDays([5]),
      onDays([4, 7]),
      onDays([4], '2026-12-31'),
      once('2026-12-31T20:00'),
    ]) {
      const again = await bill.set(wanted(rule));
      assert.ok(again.kind === 'same-time-already', JSON.stringify(rule));
      assert.equal(again.reminder.id, 'id-1');
    }
    for (const rule of [daily('20:01'), onDays([7]), once('2026-11-28T20:00'), onDays([2], '2027-01-01')])
      assert.equal(await refusalOf(bill, wanted(rule)), 'reminder-set', JSON.stringify(rule));
  });

  test('T20 in its last two minutes its time is still taken, although it waits for tomorrow or for nothing any more', async () => {
    for (const rule of [daily('20:00'), once('2026-11-24T20:00')]) {
      const bill = await forBill({ at: '2026-11-24T19:57' });
      await bill.set(wanted(rule));
      await bill.service.runTo('2026-11-24T19:59');
      assert.notEqual((await bill.reminders())[0]?.next?.local, '2026-11-24T20:00', 'a tick has moved it on');
      assert.equal(await refusalOf(bill, wanted(daily('20:00'))), 'same-time-already');
      assert.equal(await refusalOf(bill, wanted(once('2026-11-24T20:00'))), 'same-time-already');
      await bill.service.runTo('2026-11-24T20:05');
      assert.equal(bill.service.channels.said(), 1);
    }
  });

  test('inside quiet hours it must be confirmed, from their first minute to their last', async () => {
    const bill = await forBill();
    assert.equal(await refusalOf(bill, wanted(daily('22:00'))), 'in-quiet-hours');
    assert.equal(await refusalOf(bill, wanted(daily('06:59'))), 'in-quiet-hours');
    assert.equal(await refusalOf(bill, wanted(daily('21:59'))), 'reminder-set');
    assert.equal(await refusalOf(bill, wanted(daily('07:00'))), 'reminder-set');
    assert.equal(await refusalOf(bill, wanted(daily('22:30'), { quietHoursConfirmed: true })), 'reminder-set');
    await bill.service.runTo('2026-11-24T22:31');
    assert.equal(bill.service.channels.calls.at(-1)?.at, instantOf('2026-11-24T22:30'), 'confirmed, it then speaks');
  });

  test('for somebody who has ended or withdrew consent nothing is set; for somebody away it is', async () => {
    const ended = await forBill({}, aResident({ presence: { kind: 'ended', since: '2026-11-20' } }));
    assert.deepEqual(await ended.set(wanted(daily('20:00'))), { kind: 'nothing-may-be-sent', standing: 'ended' });
    const withdrawn = await forBill({}, aResident({ consent: { ...aResident().consent, state: 'withdrawn' } }));
    assert.equal(await refusalOf(withdrawn, wanted(daily('20:00'))), 'nothing-may-be-sent');
    const away = await forBill({}, aResident({ presence: { kind: 'away', reason: 'holiday', since: '2026-11-20' } }));
    assert.equal(await refusalOf(away, wanted(daily('20:00'))), 'reminder-set');
  });

  test('SEC-09 not by a carer without the right, or whose place has ended', async () => {
    for (const member of [aCircleMember({ rights: ['see', 'change-diary'] }), aCircleMember({ until: '2026-11-23' })]) {
      const bill = await forBill({}, aResident({ circle: [member] }));
      assert.equal(await refusalOf(bill, wanted(daily('20:00'))), 'not-allowed');
    }
  });

  test('a write that another won is said, not hidden', async () => {
    const bill = await forBill();
    const { reminders } = bill.service.stores;
    bill.service.hooked.onNextPut(
      ({ kind }) => kind === 'reminder',
      async (_item, put) => {
        await reminders.save({ value: aReminder('2026-11-24T20:00', { id: 'id-1' }), version: 0 });
        return put();
      },
    );
    assert.deepEqual(await bill.set(wanted(daily('21:00'))), { kind: 'try-again' });
  });
});

describe('who is told when nobody replies', () => {
  const askFor = async (ladder: WantedReminder['ladder'], time = '20:00', resident = aResident(), canReply = true) =>
    refusalOf(await forBill({}, resident, canReply), wanted(daily(time), { ladder, quietHoursConfirmed: true }));

  test('after five minutes at the earliest and four hours at the latest', async () => {
    assert.equal(await askFor(tellDesk(4)), 'tell-after-out-of-range');
    assert.equal(await askFor(tellDesk(5)), 'reminder-set');
    assert.equal(await askFor(tellDesk(240)), 'reminder-set');
    assert.equal(await askFor(tellDesk(241)), 'tell-after-out-of-range');
  });

  test('only where the resident has a way to reply', async () => {
    assert.equal(await askFor(tellDesk(15), '20:00', aResident(), false), 'no-way-to-reply');
    assert.equal(await askFor([], '20:00', aResident(), false), 'reminder-set');
  });

  test('only a carer whose place holds that day and who agreed', async () => {
    const { agreedToBeTold: _agreed, ...notAgreed } = aCircleMember();
    const started = aCircleMember({ from: '2026-11-25' });
    const ended = aCircleMember({ until: '2026-11-23' });
    const other = { kind: 'carer', carerId: 'mallory' } as const;
    assert.equal(await askFor([{ afterMinutes: 15, tell: other }]), 'carer-has-not-agreed');
    for (const place of [notAgreed, started, ended]) {
      const circle = [{ ...place, carerId: 'other' }, aCircleMember({ carerId: 'priya', rights: ['set-reminders'] })];
      const ladder = [{ afterMinutes: 15, tell: { kind: 'carer', carerId: 'other' } }] as const;
      assert.equal(await askFor(ladder, '20:00', aResident({ circle })), 'carer-has-not-agreed');
    }
  });

  test('only at the hours in which that carer agreed to be told, at their edges and over midnight', async () => {
    const by = (from: string, to: string) => aResident({ circle: [aCircleMember({ agreedToBeTold: { from, to } })] });
    assert.equal(await askFor(tellPriya(15), '08:44', by('09:00', '18:00')), 'carer-not-in-these-hours');
    assert.equal(await askFor(tellPriya(15), '08:45', by('09:00', '18:00')), 'reminder-set');
    assert.equal(await askFor(tellPriya(15), '17:44', by('09:00', '18:00')), 'reminder-set');
    assert.equal(await askFor(tellPriya(15), '17:45', by('09:00', '18:00')), 'carer-not-in-these-hours');
    const night = by('21:00', '02:00');
    assert.equal(await askFor(tellPriya(30), '23:50', night), 'reminder-set', 'told at 00:20 the next day');
    assert.equal(await askFor(tellPriya(240), '22:00', night), 'carer-not-in-these-hours', 'told at 02:00');
    assert.equal(await askFor(tellPriya(239), '22:00', night), 'reminder-set');
  });

  test('every rung is looked at, not the first alone', async () => {
    assert.equal(await askFor([...tellDesk(15), ...tellPriya(239)], '20:00'), 'carer-not-in-these-hours');
  });
});

describe('changing a reminder', () => {
  const EIGHT = aReminder('2026-11-24T20:00');

  test('it says and rings as changed, and the act is audited once', async () => {
    const bill = await forBill({ reminders: [EIGHT] });
    const outcome = await bill.change(1, wanted(daily('21:00'), { label: 'drink' }));
    assert.ok(outcome.kind === 'reminder-changed');
    assert.deepEqual([outcome.next.local, outcome.reminder.label], ['2026-11-24T21:00', 'drink']);
    assert.deepEqual(await bill.trail(), ['1 set-up', '2 change-reminder']);
    await bill.service.runTo('2026-11-24T21:01');
    assert.deepEqual(await bill.dues(), ['2026-11-24T21:00 sent']);
  });

  test('T20 moved after its Delivery was made, only the new time speaks', async () => {
    const bill = await forBill({ at: '2026-11-24T19:58', reminders: [EIGHT] });
    await bill.service.tick();
    await bill.change(1, wanted(daily('20:01')));
    await bill.service.runTo('2026-11-24T20:05');
    assert.deepEqual(await bill.dues(), ['2026-11-24T20:00 cancelled', '2026-11-24T20:01 sent']);
  });

  test('T21 moved to a time that has passed today it starts tomorrow; once is refused', async () => {
    const bill = await forBill({ reminders: [EIGHT] });
    const outcome = await bill.change(1, wanted(daily('09:00')));
    assert.ok(outcome.kind === 'reminder-changed');
    assert.equal(outcome.next.local, '2026-11-25T09:00');
    assert.equal((await bill.change(2, wanted(once('2026-11-24T09:00')))).kind, 'time-has-passed');
    assert.deepEqual(await bill.dues(), []);
  });

  test('its own time is not taken by itself, that of another is', async () => {
    const bill = await forBill({ reminders: [EIGHT, aReminder('2026-11-24T21:00', { id: 'other' })] });
    assert.equal((await bill.change(1, wanted(daily('20:00'), { label: 'meal' }))).kind, 'reminder-changed');
    assert.equal((await bill.change(2, wanted(daily('21:00')))).kind, 'same-time-already');
  });

  test('with twenty it may still be changed', async () => {
    const many = Array.from({ length: 19 }, (_, n) =>
      aReminder(`2026-11-25T${String(n + 1).padStart(2, '0')}:30`, { id: `rem-${n}` }),
    );
    const bill = await forBill({ reminders: [EIGHT, ...many] });
    assert.equal((await bill.change(1, wanted(daily('21:00')))).kind, 'reminder-changed');
  });

  test('C01 what another person changed meanwhile is shown, never overwritten', async () => {
    const bill = await forBill({ reminders: [EIGHT] });
    await bill.change(1, wanted(daily('21:00')));
    const outcome = await bill.change(1, wanted(daily('19:00')));
    assert.ok(outcome.kind === 'changed-meanwhile');
    assert.equal(outcome.current.next?.local, '2026-11-24T21:00');
    const came = await Promise.all([bill.change(2, wanted(daily('19:00'))), bill.pause(2)]);
    assert.equal(came.filter(({ kind }) => kind === 'changed-meanwhile').length, 1);
    assert.equal((await bill.trail()).length, 3);
  });

  test('C01 that a tick moved it on meanwhile is no conflict: both changes stand', async () => {
    const bill = await forBill({ at: '2026-11-24T19:59', reminders: [EIGHT] });
    bill.service.hooked.onNextPut(
      ({ kind, body }) => kind === 'reminder' && body.label === 'drink',
      async (_item, put) => {
        await fireReminder(bill.service.needs)('harbour', 'bill', 'rem');
        return put();
      },
    );
    assert.equal((await bill.change(1, wanted(daily('20:00'), { label: 'drink' }))).kind, 'reminder-changed');
    assert.equal((await bill.stored())?.label, 'drink');
    await bill.service.runTo('2026-11-24T20:05');
    assert.deepEqual(await bill.dues(), ['2026-11-24T20:00 sent']);
    assert.deepEqual(await bill.trail(), ['1 set-up', '2 change-reminder']);
  });

  test('it is refused as setting is, and for what is not there or is cancelled', async () => {
    const bill = await forBill({ reminders: [EIGHT] });
    assert.equal((await bill.change(1, wanted(daily('23:00')))).kind, 'in-quiet-hours');
    assert.equal(
      (await bill.change(1, wanted(daily('20:00')), { kind: 'carer', carer: aCarer({ id: 'mallory' }) })).kind,
      'not-allowed',
    );
    assert.deepEqual(await bill.trail(), []);
    await bill.cancel(1);
    for (const outcome of [
      await bill.change(2, wanted(daily('21:00'))),
      await bill.pause(2),
      await bill.resume(2),
      await bill.cancel(2),
    ])
      assert.equal(outcome.kind, 'no-such-reminder');
    const none = await forBill();
    assert.equal((await none.pause(1)).kind, 'no-such-reminder');
  });
});

describe('pausing, going on, cancelling', () => {
  const EIGHT = aReminder('2026-11-24T20:00');

  test('T22 paused over its time and resumed, that time is missed and not made up for', async () => {
    const bill = await forBill({ at: '2026-11-24T19:30', reminders: [EIGHT] });
    assert.equal((await bill.pause(1)).kind, 'reminder-paused');
    await bill.service.runTo('2026-11-24T20:30');
    const outcome = await bill.resume(2);
    assert.ok(outcome.kind === 'reminder-resumed');
    assert.equal(outcome.reminder.next?.local, '2026-11-25T20:00');
    await bill.service.runTo('2026-11-24T21:00');
    assert.deepEqual([await bill.dues(), bill.service.channels.said()], [[], 0]);
    assert.deepEqual(await bill.trail(), ['1 set-up', '2 pause-reminder', '3 resume-reminder']);
  });

  test('T22 while it is paused its time is free, and it does not come back to a time that another has taken', async () => {
    const bill = await forBill({ reminders: [EIGHT] });
    await bill.pause(1);
    assert.equal((await bill.set(wanted(once('2026-11-25T20:00')))).kind, 'reminder-set');
    const outcome = await bill.resume(2);
    assert.ok(outcome.kind === 'same-time-already');
    assert.equal(outcome.reminder.id, 'id-1');
    assert.deepEqual([(await bill.stored())?.state, await bill.trail()], ['paused', ['1 set-up', '2 pause-reminder']]);
    await bill.service.runTo('2026-11-25T20:05');
    assert.equal((await bill.resume(2)).kind, 'reminder-resumed', 'what was due once is over');
    assert.deepEqual(await bill.dues(), ['2026-11-25T20:00 sent']);
  });

  test('T22 paused in the last seconds it is not spoken', async () => {
    const bill = await forBill({ at: '2026-11-24T19:58', reminders: [EIGHT] });
    await bill.service.tick();
    await bill.pause(1);
    await bill.service.runTo('2026-11-24T20:05');
    assert.deepEqual([await bill.dues(), bill.service.channels.said()], [['2026-11-24T20:00 cancelled'], 0]);
  });

  test('paused and resumed before its time it speaks once', async () => {
    const bill = await forBill({ at: '2026-11-24T19:58', reminders: [EIGHT] });
    await bill.service.tick();
    await bill.pause(1);
    bill.service.clock.move(MINUTE);
    await bill.service.tick();
    await bill.service.answerBells();
    await bill.resume(2);
    await bill.service.runTo('2026-11-24T20:05');
    assert.deepEqual([await bill.dues(), bill.service.channels.said()], [['2026-11-24T20:00 sent'], 1]);
  });

  test('one that has run out while it was paused cannot go on', async () => {
    const bill = await forBill({
      reminders: [aReminder('2026-11-24T20:00', { recurrence: once('2026-11-24T20:00') })],
    });
    await bill.pause(1);
    bill.service.clock.move(12 * HOUR);
    assert.equal((await bill.resume(2)).kind, 'time-has-passed');
  });

  test('cancelled it never speaks again, stands in no list, and its row stays', async () => {
    const bill = await forBill({ at: '2026-11-24T19:58', reminders: [EIGHT] });
    await bill.service.tick();
    assert.equal((await bill.cancel(1)).kind, 'reminder-cancelled');
    await bill.service.runTo('2026-11-25T20:05');
    assert.equal(bill.service.channels.said(), 0);
    assert.deepEqual(await bill.reminders(), []);
    assert.equal((await bill.stored())?.state, 'cancelled');
  });
});

describe('firing a reminder', () => {
  const withRule = (recurrence: Recurrence, first: string): Reminder => aReminder(first, { recurrence });

  test('T02 G3 fired twice, or by two at once, there is one Delivery', async () => {
    const bill = await forBill({ at: '2026-11-24T19:59', reminders: [aReminder('2026-11-24T20:00')] });
    const fire = () => fireReminder(bill.service.needs)('harbour', 'bill', 'rem');
    await Promise.all([fire(), fire()]);
    assert.equal(await fire(), 'not-due');
    assert.deepEqual(await bill.dues(), ['2026-11-24T20:00 waiting']);
  });

  test('it is not due before the look-ahead, when paused, or when it has run out', async () => {
    const { next: _none, ...over } = aReminder('2026-11-23T08:00');
    for (const reminder of [aReminder('2026-11-24T10:03'), aReminder('2026-11-24T10:01', { state: 'paused' }), over]) {
      const bill = await forBill({ reminders: [reminder] });
      assert.equal(await fireReminder(bill.service.needs)('harbour', 'bill', 'rem'), 'not-due');
    }
    const bill = await forBill({ reminders: [aReminder('2026-11-24T10:02')] });
    assert.equal(await fireReminder(bill.service.needs)('harbour', 'bill', 'rem'), 'fired');
  });

  test('once is once: afterwards it waits for nothing', async () => {
    const bill = await forBill({ reminders: [withRule(once('2026-11-24T10:30'), '2026-11-24T10:30')] });
    await bill.service.runTo('2026-11-24T11:00');
    assert.equal((await bill.stored())?.next, undefined);
    assert.deepEqual(await bill.dues(), ['2026-11-24T10:30 sent']);
  });

  test('T14 at half past one on the autumn night it speaks once', async () => {
    const rule: Recurrence = { kind: 'daily', time: '01:30', from: '2027-10-30' };
    const bill = await forBill({ at: '2027-10-31T00:30', reminders: [withRule(rule, '2027-10-31T01:30')] });
    await bill.service.runTo('2027-10-31T03:00');
    assert.deepEqual(await bill.dues(), ['2027-10-31T01:30 sent']);
    assert.equal(bill.service.channels.calls[0]?.at, Date.parse('2027-10-31T00:30Z'));
  });

  test('T11 at half past one on the spring night it speaks once, at two, and so does the one of two o’clock', async () => {
    const rule: Recurrence = { kind: 'daily', time: '01:30', from: '2027-03-01' };
    const two = aReminder('2027-03-28T02:00', { id: 'two' });
    const bill = await forBill({ at: '2027-03-28T00:30', reminders: [withRule(rule, '2027-03-28T01:30'), two] });
    await bill.service.runTo('2027-03-28T03:00');
    assert.deepEqual(await bill.dues(), ['2027-03-28T01:30 sent', '2027-03-28T02:00 sent']);
    assert.deepEqual(
      bill.service.channels.calls.map(({ at }) => at),
      [instantOf('2027-03-28T02:00'), instantOf('2027-03-28T02:00')],
    );
  });

  test('a reminder of somebody without quiet hours is told as any other', async () => {
    const { quietHours: _none, ...settings } = defaultSettings('Bill');
    const bill = await forBill({}, aResident({ settings }));
    assert.equal(await refusalOf(bill, wanted(daily('23:30'))), 'reminder-set');
  });
});
