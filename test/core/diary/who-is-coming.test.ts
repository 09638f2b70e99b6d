import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { appointmentsOnDay, nextAppointment } from '../../../lambda/core/diary/appointments.ts';
import type { DiaryEntry, DiaryPlan } from '../../../lambda/core/diary/diary-entry.ts';
import { isInPart, PARTS_OF_DAY, type PartOfDay } from '../../../lambda/core/diary/part-of-day.ts';
import { type WhoIsComingOutcome, whoIsComing } from '../../../lambda/core/diary/who-is-coming.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { addDays, instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { anAppointment, aPlan, aVisit } from '../../support/builders/things-told.ts';

const NOW = instantOf('2026-11-24T10:00');
const TODAY = '2026-11-24';
const FRESH = 1440;
const covers = (until: string) => aPlan({ coversUntil: until });
const ask = (
  entries: readonly DiaryEntry[],
  question: { readonly day?: string; readonly part?: PartOfDay; readonly now?: number } = {},
  plan: DiaryPlan | undefined = aPlan(),
): WhoIsComingOutcome => whoIsComing({ entries, plan }, { now: NOW, freshForMinutes: FRESH, ...question });
const visitsIn = (outcome: WhoIsComingOutcome) =>
  outcome.kind === 'visits' ? outcome.visits.map(({ id }) => id) : outcome.kind;

describe('who is coming', () => {
  const morning = aVisit({ id: 'morning', at: '2026-11-24T08:00', until: '2026-11-24T09:00' });
  const running = aVisit({ id: 'running', at: '2026-11-24T09:30', until: '2026-11-24T10:15' });
  const evening = aVisit({ id: 'evening', at: '2026-11-24T18:00', until: '2026-11-24T18:30' });
  const tomorrow = aVisit({ id: 'tomorrow', at: '2026-11-25T08:00' });

  test('without a day, the next visit whose window has not ended', () => {
    const outcome = ask([morning, running, evening]);
    assert.deepEqual(visitsIn(outcome), ['running']);
    assert.ok(outcome.kind === 'visits' && outcome.isNext && outcome.day === TODAY);
    assert.deepEqual(visitsIn(ask([morning, running, evening], { now: instantOf('2026-11-24T10:16') })), ['evening']);
  });

  test('on a day all its visits in order; those of today that have ended are left out', () => {
    assert.deepEqual(visitsIn(ask([morning, running, evening, tomorrow], { day: TODAY })), ['running', 'evening']);
    assert.deepEqual(visitsIn(ask([morning, tomorrow], { day: '2026-11-25' })), ['tomorrow']);
  });

  test('G13 when none is left of those that were planned, the last one is named: nobody knows whether anybody came', () => {
    const outcome = ask([morning, evening], { part: 'morning' });
    assert.ok(outcome.kind === 'no-visits');
    assert.equal(outcome.ended?.id, 'morning');
    assert.equal(outcome.next?.id, 'evening');
    const without = ask([evening], { part: 'morning' });
    assert.ok(without.kind === 'no-visits' && without.ended === undefined);
  });

  test('a part of the day means today if no day was said', () => {
    const outcome = ask([evening, aVisit({ id: 'later', at: '2026-11-25T18:00' })], { part: 'evening' });
    assert.deepEqual(visitsIn(outcome), ['evening']);
    assert.ok(outcome.kind === 'visits' && outcome.part === 'evening' && !outcome.isNext);
  });

  test('a cancelled visit comes no more', () => {
    assert.deepEqual(visitsIn(ask([{ ...running, state: 'cancelled' }, evening])), ['evening']);
  });

  test('appointments are no visits', () => {
    assert.equal(visitsIn(ask([anAppointment()], { day: TODAY })), 'no-visits');
  });

  test('when nobody comes on a day that the plan covers, the next one known is named', () => {
    assert.deepEqual(ask([tomorrow], { day: TODAY }), {
      kind: 'no-visits',
      day: TODAY,
      next: tomorrow,
      age: undefined,
    });
    assert.deepEqual(ask([], { day: TODAY }), { kind: 'no-visits', day: TODAY, age: undefined });
  });

  test('without a plan it never says that nobody comes, but what is known is told', () => {
    for (const question of [{}, { day: TODAY }, { part: 'evening' as const }]) {
      assert.deepEqual(
        whoIsComing({ entries: [], plan: undefined }, { now: NOW, freshForMinutes: FRESH, ...question }),
        {
          kind: 'no-plan',
          day: TODAY,
        },
      );
    }
    assert.deepEqual(
      visitsIn(whoIsComing({ entries: [evening], plan: undefined }, { now: NOW, freshForMinutes: FRESH })),
      ['evening'],
    );
  });

  test('a plan that ends before the day is over does not cover it', () => {
    assert.equal(ask([], { day: TODAY }, covers('2026-11-24T12:00')).kind, 'no-plan');
    assert.equal(ask([], { day: TODAY }, covers('2026-11-24T23:59')).kind, 'no-visits');
    assert.equal(ask([], { day: '2026-11-25' }, covers('2026-11-24T23:59')).kind, 'no-plan');
    assert.equal(ask([], {}, covers('2026-11-24T23:59')).kind, 'no-plan', '"when is my next visit" needs tomorrow too');
    assert.equal(ask([], {}, covers('2026-11-25T23:59')).kind, 'no-visits');
  });

  test('it never says "nobody" of a day that no plan covers, whatever is in the diary', () => {
    const days = fc.integer({ min: 0, max: 9 });
    const entry = fc
      .tuple(days, fc.constantFrom('planned', 'cancelled'), fc.integer({ min: 8, max: 20 }))
      .map(([ahead, state, hour]) =>
        aVisit({
          at: `${addDays(TODAY, ahead)}T${String(hour).padStart(2, '0')}:00`,
          state: state as 'planned' | 'cancelled',
        }),
      );
    fc.assert(
      fc.property(fc.array(entry), fc.option(days, { nil: undefined }), days, (entries, until, ahead) => {
        const sorted = entries.toSorted((a, b) => (a.at < b.at ? -1 : 1));
        const plan = until === undefined ? undefined : covers(`${addDays(TODAY, until)}T23:59`);
        const outcome = whoIsComing(
          { entries: sorted, plan },
          { day: addDays(TODAY, ahead), now: NOW, freshForMinutes: FRESH },
        );
        if (outcome.kind === 'no-visits' && outcome.ended === undefined)
          assert.ok(until !== undefined && until >= ahead);
        if (outcome.kind === 'visits') assert.ok(outcome.visits.every(({ state }) => state === 'planned'));
      }),
    );
  });

  test('what is older than the council’s limit says its age, to the minute', () => {
    const age = (asOf: number) => {
      const outcome = ask([evening], {}, aPlan({ asOf }));
      return outcome.kind === 'visits' ? outcome.age : outcome.kind;
    };
    assert.equal(age(NOW - FRESH * MINUTE), undefined);
    assert.deepEqual(age(NOW - FRESH * MINUTE - 1), { asOf: NOW - FRESH * MINUTE - 1 });
    const nobody = ask([], { day: TODAY }, aPlan({ asOf: NOW - 2 * FRESH * MINUTE }));
    assert.ok(nobody.kind === 'no-visits' && nobody.age !== undefined, 'most of all when it says that nobody comes');
  });
});

describe('the parts of a day', () => {
  const partsOf = (time: string) => PARTS_OF_DAY.filter((part) => isInPart(time, part));

  test('they overlap, as people use the words', () => {
    assert.deepEqual(partsOf('05:00'), ['morning']);
    assert.deepEqual(partsOf('11:59'), ['morning', 'lunchtime']);
    assert.deepEqual(partsOf('12:00'), ['lunchtime', 'afternoon']);
    assert.deepEqual(partsOf('17:30'), ['afternoon', 'teatime', 'evening']);
    assert.deepEqual(partsOf('20:00'), ['evening', 'bedtime', 'night']);
    assert.deepEqual(partsOf('00:30'), ['night']);
  });

  test('every minute of the day has a name', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      assert.ok(partsOf(time).length > 0, time);
    }
  });
});

describe('appointments', () => {
  const past = anAppointment({ id: 'past', at: '2026-11-24T09:00' });
  const now = anAppointment({ id: 'now', at: '2026-11-24T09:30', until: '2026-11-24T10:30' });
  const friday = anAppointment({ id: 'friday', at: '2026-11-27T14:00' });

  test('the next one is the first that is planned and has not ended', () => {
    assert.deepEqual(nextAppointment([past, now, friday], NOW), { kind: 'next-appointment', appointment: now });
    assert.deepEqual(nextAppointment([past, { ...now, state: 'cancelled' }, friday], NOW), {
      kind: 'next-appointment',
      appointment: friday,
    });
    assert.deepEqual(nextAppointment([past, aVisit()], NOW), { kind: 'no-appointment-known' });
    assert.equal(
      nextAppointment([anAppointment({ at: '2026-11-24T10:00' })], NOW).kind,
      'next-appointment',
      'at its very minute',
    );
  });

  test('on a day with none, the next one that is known is named', () => {
    assert.deepEqual(appointmentsOnDay([now, friday], '2026-11-27', NOW), {
      kind: 'appointments-on-day',
      day: '2026-11-27',
      appointments: [friday],
    });
    assert.deepEqual(appointmentsOnDay([friday], TODAY, NOW), {
      kind: 'no-appointments-on-day',
      day: TODAY,
      next: friday,
    });
    assert.deepEqual(appointmentsOnDay([], TODAY, NOW), { kind: 'no-appointments-on-day', day: TODAY });
  });
});
