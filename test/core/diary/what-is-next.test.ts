import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DiaryEntry, DiaryPlan } from '../../../lambda/core/diary/diary-entry.ts';
import { whatIsNext } from '../../../lambda/core/diary/what-is-next.ts';
import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { anAppointment, aPlan, aVisit } from '../../support/builders/things-told.ts';

const NOW = instantOf('2026-11-24T10:00');
const next = (entries: readonly DiaryEntry[], plan: DiaryPlan | undefined = aPlan()) =>
  whatIsNext({ entries, plan }, { now: NOW, freshForMinutes: 1440 });

describe('what is next', () => {
  test('the first entry of today that has not ended, be it a visit or an appointment', () => {
    const past = aVisit({ id: 'past', at: '2026-11-24T08:00', until: '2026-11-24T08:30' });
    const going = aVisit({ id: 'going', at: '2026-11-24T09:30', until: '2026-11-24T10:30' });
    const later = anAppointment({ id: 'later', at: '2026-11-24T15:00' });
    assert.deepEqual(next([later, going, past]), { entry: going, day: 'today' });
    assert.deepEqual(next([past, later]), { entry: later, day: 'today' });
  });

  test('else the first of tomorrow; nothing that is further away', () => {
    const tomorrow = aVisit({ at: '2026-11-25T08:00' });
    assert.deepEqual(next([tomorrow]), { entry: tomorrow, day: 'tomorrow' });
    assert.equal(next([aVisit({ at: '2026-11-26T08:00' })]), undefined);
  });

  test('nothing cancelled, and no visit of a plan that is too old to be shown without its age', () => {
    assert.equal(next([aVisit({ state: 'cancelled' })]), undefined);
    const stale = aPlan({ asOf: NOW - 25 * HOUR });
    assert.equal(next([aVisit()], stale), undefined);
    assert.equal(next([aVisit(), anAppointment()], stale)?.entry.kind, 'appointment');
  });
});
