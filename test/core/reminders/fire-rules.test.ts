import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import {
  addDays,
  atTime,
  instantOf,
  isInWindow,
  type LocalDateTime,
  timeOf,
} from '../../../lambda/core/kernel/uk-time.ts';
import { changeReminder } from '../../../lambda/core/reminders/change-reminder.ts';
import { remindersOnDay } from '../../../lambda/core/reminders/list-reminders.ts';
import { checkReminder, setReminder, type WantedReminder } from '../../../lambda/core/reminders/set-reminder.ts';
import { nextOccurrence, nextOccurrences, occurrenceAt } from '../../../lambda/core/timetable/occurrence.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { aCarer, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';
import { anyTime, CHANGE_DAYS, recurrenceFrom } from '../../support/recurrences.ts';

const PRIYA = { kind: 'carer', carer: aCarer() } as const;
const wanted = (recurrence: Recurrence, more: Partial<WantedReminder> = {}): WantedReminder => ({
  label: 'routine',
  recurrence,
  ladder: [],
  quietHoursConfirmed: false,
  ...more,
});

/** Bill with one reminder of a rule, waiting for its first occurrence after `at`. */
const bill = async (recurrence: Recurrence, at: LocalDateTime) => {
  const next = nextOccurrence(recurrence, instantOf(at));
  const { next: _other, ...reminder } = aReminder(at, { recurrence });
  const service = await aCareService({ at, reminders: [next === undefined ? reminder : { ...reminder, next }] });
  return {
    service,
    states: async () => (await service.deliveriesOf()).map(({ due, state }) => `${due} ${state}`),
    stored: async () => (await service.stores.reminders.ofId('harbour', 'bill', 'rem'))?.value,
  };
};

describe('firing a reminder of any rule', () => {
  test('T15 every hour in the autumn night: the repeated hour is told twice, each time once, an hour apart', async () => {
    const rule: Recurrence = { kind: 'every-n-hours', every: 1, first: '2027-10-31T00:30+01:00' };
    const { service, states } = await bill(rule, '2027-10-31T00:00');
    await service.runTo('2027-10-31T03:00');
    assert.deepEqual((await states()).toSorted(), [
      '2027-10-31T00:30+01:00 sent',
      '2027-10-31T01:30+00:00 sent',
      '2027-10-31T01:30+01:00 sent',
      '2027-10-31T02:30+00:00 sent',
    ]);
    const began = instantOf('2027-10-31T00:30');
    assert.deepEqual(
      service.channels.calls.map(({ at }) => at - began),
      [0, HOUR, 2 * HOUR, 3 * HOUR],
    );
  });

  test('T11 two times in the hour that is skipped are both told at two, by one tick', async () => {
    const rule: Recurrence = { kind: 'daily', time: '01:15', andAt: ['01:45'], from: '2027-03-28' };
    const { service, states } = await bill(rule, '2027-03-28T00:30');
    await service.runTo('2027-03-28T03:00');
    assert.deepEqual(await states(), ['2027-03-28T01:15 sent', '2027-03-28T01:45 sent']);
    assert.deepEqual([...new Set(service.channels.calls.map(({ at }) => at))], [instantOf('2027-03-28T02:00')]);
  });

  test('several times a day, each is told once and at its time', async () => {
    const rule: Recurrence = { kind: 'daily', time: '10:05', andAt: ['10:06', '10:30'], from: '2026-11-24' };
    const { service, states } = await bill(rule, '2026-11-24T10:00');
    await service.runTo('2026-11-24T11:00');
    assert.deepEqual(await states(), ['2026-11-24T10:05 sent', '2026-11-24T10:06 sent', '2026-11-24T10:30 sent']);
    assert.deepEqual(
      service.channels.calls.map(({ at }) => (at - instantOf('2026-11-24T10:00')) / MINUTE),
      [5, 6, 30],
    );
  });

  test('T24 after an outage only the latest is spoken; those before it are missed, and none is left out', async () => {
    const rule: Recurrence = {
      kind: 'daily',
      time: '10:05',
      andAt: ['10:10', '10:15', '10:20'],
      from: '2026-11-24',
    };
    const { service, states, stored } = await bill(rule, '2026-11-24T10:00');
    service.clock.moveTo(instantOf('2026-11-24T10:17'));
    await service.tick();
    await service.answerBells();
    assert.deepEqual(await states(), ['2026-11-24T10:05 missed', '2026-11-24T10:10 missed', '2026-11-24T10:15 sent']);
    assert.equal(service.channels.said(), 1);
    assert.equal((await stored())?.next?.local, '2026-11-24T10:20', 'one tick caught up');
  });

  test('T19 when the rules of the clock have changed since, it is told at its wall time and not at the old instant', async () => {
    const { service, states, stored } = await bill(
      { kind: 'daily', time: '11:00', from: '2026-11-24' },
      '2026-11-24T09:00',
    );
    const row = await service.stores.reminders.ofId('harbour', 'bill', 'rem');
    assert.ok(row?.value.next);
    const old = { ...row.value.next, at: row.value.next.at - HOUR };
    await service.stores.reminders.save({ ...row, value: { ...row.value, next: old } });
    await service.runTo('2026-11-24T10:30');
    assert.deepEqual([await states(), (await stored())?.next], [[], occurrenceAt('2026-11-24T11:00')]);
    await service.runTo('2026-11-24T11:30');
    assert.deepEqual(await states(), ['2026-11-24T11:00 sent']);
    assert.equal(service.channels.calls[0]?.at, instantOf('2026-11-24T11:00'));
  });

  test('T20 moved from a time of day to hours that pass after its Delivery was made, only the new one speaks', async () => {
    const { service, states, stored } = await bill(
      { kind: 'daily', time: '10:10', from: '2026-11-24' },
      '2026-11-24T10:00',
    );
    await service.runTo('2026-11-24T10:09');
    const reminder = await stored();
    const request = { acting: PRIYA, resident: aResident(), canReply: true, reminderId: 'rem', act: 1 };
    const hours: Recurrence = { kind: 'every-n-hours', every: 12, first: '2026-11-24T10:10+00:00' };
    assert.ok(reminder);
    assert.equal(
      (await changeReminder(service.needs)(request, wanted(hours, { quietHoursConfirmed: true }))).kind,
      'reminder-changed',
    );
    await service.runTo('2026-11-24T10:30');
    assert.deepEqual(await states(), ['2026-11-24T10:10 cancelled', '2026-11-24T10:10+00:00 sent']);
    assert.equal(service.channels.said(), 1);
  });
});

describe('quiet hours and any rule', () => {
  const resident = (from: string, to: string) => {
    const one = aResident();
    return { ...one, settings: { ...one.settings, quietHours: { from, to } } };
  };

  const nearAChange = fc
    .tuple(fc.constantFrom(...CHANGE_DAYS), fc.nat(2))
    .chain(([day, before]) => fc.tuple(fc.constant(day), recurrenceFrom(addDays(day, -before))));
  /** Without an end and dates left out, so that each of its times comes. */
  const endless = (rule: Recurrence): Recurrence => {
    if (rule.kind === 'once') return rule;
    const { until: _until, except: _except, ...rest } = rule;
    return rest;
  };

  test('T26 T27 a rule is asked about exactly when it is ever due inside quiet hours, over midnight and clock changes too', () => {
    fc.assert(
      fc.property(nearAChange, anyTime, anyTime, ([day, any], from, to) => {
        const rule = endless(any);
        const now = instantOf(atTime(addDays(day, -3), '12:00'));
        const request = { acting: PRIYA, resident: resident(from, to), canReply: true };
        const isAsked = (confirmed: boolean) =>
          checkReminder(request, wanted(rule, { quietHoursConfirmed: confirmed }), [], now).kind === 'in-quiet-hours';
        const isQuiet = nextOccurrences(rule, now, 80).some(({ local }) => isInWindow(timeOf(local), from, to));
        if (isQuiet) assert.ok(isAsked(false), 'what speaks inside quiet hours was asked about');
        if (rule.kind !== 'every-n-hours') assert.equal(isAsked(false), isQuiet);
        assert.ok(!isAsked(true));
      }),
      { numRuns: 200 },
    );
  });

  test('T27 hours that pass are asked about where only the other half of the year brings them into quiet hours', () => {
    const request = { acting: PRIYA, resident: resident('07:00', '08:00'), canReply: true };
    const asked = (first: LocalDateTime) =>
      checkReminder(request, wanted({ kind: 'every-n-hours', every: 24, first }), [], instantOf('2026-11-24T05:00'))
        .kind;
    assert.equal(asked('2026-11-24T06:30+00:00'), 'in-quiet-hours', 'half past seven in summer');
    assert.equal(asked('2026-11-24T05:30+00:00'), 'would-be-set');
  });

  test('T26 confirmed, it speaks at each of its times inside quiet hours', async () => {
    const service = await aCareService({ at: '2026-11-24T21:00', residents: [resident('22:00', '07:00')] });
    const rule: Recurrence = { kind: 'daily', time: '21:30', andAt: ['22:30', '23:30'], from: '2026-11-24' };
    const request = { acting: PRIYA, resident: resident('22:00', '07:00'), canReply: true };
    const refused = await setReminder(service.needs)(request, wanted(rule));
    assert.ok(refused.kind === 'in-quiet-hours');
    assert.equal(refused.occurrence.local, '2026-11-24T22:30');
    assert.equal(
      (await setReminder(service.needs)(request, wanted(rule, { quietHoursConfirmed: true }))).kind,
      'reminder-set',
    );
    await service.runTo('2026-11-25T00:00');
    assert.deepEqual(
      (await service.deliveriesOf()).map(({ due, state }) => `${due} ${state}`),
      ['2026-11-24T21:30 sent', '2026-11-24T22:30 sent', '2026-11-24T23:30 sent'],
    );
  });
});

describe('the reminders of a day', () => {
  test('every time of the day stands there, in order of time, in the night of the repeated hour too', () => {
    const now = instantOf('2027-10-30T12:00');
    const reminders = [
      aReminder('2027-10-31T00:30', {
        id: 'hours',
        recurrence: { kind: 'every-n-hours', every: 1, first: '2027-10-31T00:30+01:00', until: '2027-10-31' },
      }),
      aReminder('2027-10-31T01:45', {
        id: 'days',
        recurrence: { kind: 'daily', time: '01:45', andAt: ['23:59'], from: '2027-10-31' },
      }),
    ];
    const told = remindersOnDay({ reminders, deliveries: [] }, '2027-10-31', now);
    assert.ok(told.kind === 'reminders');
    assert.equal(told.occurrences.length, 27);
    assert.deepEqual(
      told.occurrences.slice(0, 5).map(({ at }) => at),
      [
        '2027-10-31T00:30+01:00',
        '2027-10-31T01:30+01:00',
        '2027-10-31T01:45',
        '2027-10-31T01:30+00:00',
        '2027-10-31T02:30+00:00',
      ],
    );
    assert.equal(told.occurrences.at(-1)?.at, '2027-10-31T23:59');
  });

  test('the next one is said on a day that the rule leaves out', () => {
    const recurrence = { kind: 'daily', time: '09:00', from: '2026-11-24', except: ['2026-11-25'] } as const;
    const reminders = [aReminder('2026-11-26T09:00', { recurrence })];
    const told = remindersOnDay({ reminders, deliveries: [] }, '2026-11-25', instantOf('2026-11-24T10:00'));
    assert.ok(told.kind === 'no-reminders-on-day');
    assert.equal(told.next?.at, '2026-11-26T09:00');
  });
});
