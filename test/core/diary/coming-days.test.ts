import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { appointmentsBetween, visitsBetween } from '../../../lambda/core/diary/coming-days.ts';
import type { DiaryPlan } from '../../../lambda/core/diary/diary-entry.ts';
import { anAppointment, aVisit, NOW } from '../../render/support/builders.ts';

const plan = (coversUntil: string, asOf = NOW): DiaryPlan => ({
  council: 'harbour',
  residentId: 'bill',
  source: 'care-agency',
  coversUntil,
  asOf,
});
const asked = { now: NOW, freshForMinutes: 60 } as const;
const weekend = { from: '2026-11-28', to: '2026-11-29' } as const;
const entries = [
  aVisit('2026-11-28T09:00', undefined, { id: 'a' }),
  aVisit('2026-11-29T20:00', undefined, { id: 'b' }),
  aVisit('2026-11-30T09:00', undefined, { id: 'c' }),
  anAppointment('2026-11-29T10:30', { id: 'd' }),
];

describe('who is coming on several days', () => {
  test('what each day holds, in order, both ends included', () => {
    const told = visitsBetween({ entries, plan: plan('2026-12-31T23:59') }, { ...weekend, ...asked });
    assert.ok(told.kind === 'visits-between');
    assert.deepEqual(
      told.visits.map(({ id }) => id),
      ['a', 'b'],
    );
    assert.equal(told.isCovered, true);
    assert.equal(told.age, undefined);
  });

  test('a part of the day keeps those of that part', () => {
    const told = visitsBetween({ entries, plan: plan('2026-12-31T23:59') }, { ...weekend, ...asked, part: 'evening' });
    assert.deepEqual(told.kind === 'visits-between' ? told.visits.map(({ id }) => id) : told.kind, ['b']);
  });

  test('a day that no plan covers leaves the whole uncovered', () => {
    const partly = visitsBetween(
      { entries: [entries[0] ?? assert.fail()], plan: plan('2026-11-28T23:59') },
      { ...weekend, ...asked },
    );
    assert.ok(partly.kind === 'visits-between');
    assert.equal(partly.isCovered, false);
    assert.deepEqual(visitsBetween({ entries: [], plan: plan('2026-11-28T23:59') }, { ...weekend, ...asked }), {
      kind: 'no-plan-between',
      days: weekend,
    });
  });

  test('an old plan brings its age, also when it holds nothing', () => {
    const old = plan('2026-12-31T23:59', NOW - 2 * 3_600_000);
    assert.deepEqual(visitsBetween({ entries: [], plan: old }, { ...weekend, ...asked }), {
      kind: 'no-visits-between',
      days: weekend,
      age: { asOf: old.asOf },
    });
  });

  test('appointments of several days', () => {
    const told = appointmentsBetween(entries, weekend, NOW);
    assert.deepEqual(told.kind === 'appointments-between' ? told.appointments.map(({ id }) => id) : told.kind, ['d']);
    assert.deepEqual(appointmentsBetween([], weekend, NOW), { kind: 'no-appointments-between', days: weekend });
  });
});
