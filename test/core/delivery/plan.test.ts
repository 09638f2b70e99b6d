import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { HANDLING_RULES, HANDLINGS } from '../../../lambda/core/delivery/handling.ts';
import { type Plan, planDelivery } from '../../../lambda/core/delivery/plan.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, isInWindow, localDateTime, localTime, timeOf } from '../../../lambda/core/kernel/uk-time.ts';
import { standingOf } from '../../../lambda/core/people/resident.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import { anEcho, aResident } from '../../support/builders/people.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const DUE = '2026-11-24T10:00';
const NOW = instantOf(DUE);
const withQuiet = (from: string, to: string) =>
  aResident({ settings: { ...defaultSettings('Bill'), quietHours: { from, to } } });
const withoutQuiet = () => {
  const { quietHours: _none, ...settings } = defaultSettings('Bill');
  return aResident({ settings });
};

/** The plan in a word or two. */
const planned = (delivery: Delivery, resident = aResident(), now = NOW, echos = [anEcho()]): string => {
  const plan: Plan = planDelivery(delivery, resident, echos, now);
  switch (plan.kind) {
    case 'tell':
      return `tell ${plan.echos.map(({ hash }) => hash).join(' ')}`;
    case 'hold':
      return `hold ${plan.reason}${plan.until === undefined ? '' : ` until ${localDateTime(plan.until)}`}`;
    case 'early':
      return `early until ${localDateTime(plan.until)}`;
    case 'close':
      return `${plan.state} ${plan.reason}`;
  }
};

describe('the plan for a Delivery', () => {
  test('at its time it is told at every paired Echo of the resident', () => {
    const echos = [anEcho(), anEcho({ hash: 'lounge', residents: ['joan', 'bill'] })];
    assert.equal(planned(aDelivery(DUE), undefined, NOW, echos), 'tell kitchen lounge');
  });

  test('T10 a millisecond before its time it is too early', () => {
    assert.equal(planned(aDelivery(DUE), undefined, NOW - 1), `early until ${DUE}`);
  });

  test('D47 at an Echo that is not paired, or not this resident’s, it is not told but held', () => {
    const echos = [anEcho({ state: 'unpaired' }), anEcho({ hash: 'next-door', residents: ['joan'] })];
    assert.equal(planned(aDelivery(DUE), undefined, NOW, echos), 'hold no-echo');
  });

  test('T23 to somebody who has moved or died, is away, or withdrew consent, nothing is told', () => {
    const since = '2026-11-20';
    assert.equal(planned(aDelivery(DUE), aResident({ presence: { kind: 'ended', since } })), 'removed ended');
    const away = aResident({ presence: { kind: 'away', reason: 'hospital', since } });
    assert.equal(planned(aDelivery(DUE, 'urgent'), away), 'unreachable away');
    const withdrawn = aResident({ consent: { ...aResident().consent, state: 'withdrawn' } });
    assert.equal(planned(aDelivery(DUE, 'urgent'), withdrawn), 'unreachable consent-withdrawn');
    assert.deepEqual(planDelivery(aDelivery(DUE), undefined, [anEcho()], NOW), {
      kind: 'close',
      state: 'removed',
      reason: 'no-resident',
    });
  });

  test('D45 Q06 at its expiry it is silent for good, whatever it is', () => {
    for (const handling of HANDLINGS) {
      const delivery = aDelivery(DUE, handling);
      const { whenLate } = HANDLING_RULES[handling];
      assert.equal(planned(delivery, withoutQuiet(), delivery.expiresAt), `${whenLate} expired`, handling);
    }
    const notice = aDelivery(DUE, 'notice');
    assert.equal(planned(notice, withoutQuiet(), notice.expiresAt - 1), 'tell kitchen');
  });

  test('T24 a reminder is spoken up to half an hour late, and missed after that', () => {
    assert.equal(planned(aDelivery(DUE, 'routine'), undefined, NOW + 30 * MINUTE), 'tell kitchen');
    assert.equal(planned(aDelivery(DUE, 'routine'), undefined, NOW + 30 * MINUTE + 1), 'missed too-late');
  });

  test('T26 inside quiet hours a notice, an appointment and a greeting wait for their end; urgent and confirmed reminders do not', () => {
    const late = '2026-11-24T22:00';
    const outcomes = HANDLINGS.map((handling) => planned(aDelivery(late, handling), undefined, instantOf(late)));
    const held = 'hold quiet-hours until 2026-11-25T07:00';
    assert.deepEqual(outcomes, ['tell kitchen', 'tell kitchen', held, held, held]);
  });

  test('T27 quiet hours end at their wall time, also on the nights the clocks change', () => {
    const resident = withQuiet('22:00', '07:00');
    for (const [night, morning] of [
      ['2027-03-27T23:00', '2027-03-28T07:00'],
      ['2027-10-30T23:00', '2027-10-31T07:00'],
      ['2027-03-28T03:00', '2027-03-28T07:00'],
    ] as const)
      assert.equal(planned(aDelivery(night), resident, instantOf(night)), `hold quiet-hours until ${morning}`);
  });

  test('nothing is ever told before its time, after its expiry, in quiet hours that bind it, or to somebody who may not be told', () => {
    const minutes = fc.integer({ min: -60, max: 60 * 60 });
    const clockTime = fc.constantFrom('00:00', '06:30', '07:00', '12:00', '21:59', '22:00', '23:59');
    const resident = fc
      .tuple(clockTime, clockTime, fc.constantFrom('home', 'away', 'ended'), fc.constantFrom('given', 'withdrawn'))
      .map(([from, to, presence, consent]) => ({
        ...withQuiet(from, to),
        presence: { kind: presence, reason: 'holiday', since: '2026-11-20' } as ReturnType<
          typeof aResident
        >['presence'],
        consent: { ...aResident().consent, state: consent as 'given' | 'withdrawn' },
      }));
    fc.assert(
      fc.property(fc.constantFrom(...HANDLINGS), minutes, resident, (handling, after, person) => {
        const delivery = aDelivery(DUE, handling);
        const now = NOW + after * MINUTE;
        const plan = planDelivery(delivery, person, [anEcho()], now);
        const quiet = person.settings.quietHours ?? { from: '', to: '' };
        const isQuiet = isInWindow(localTime(now), quiet.from, quiet.to);
        if (plan.kind === 'tell') {
          assert.ok(now >= delivery.dueAt && now < delivery.expiresAt);
          assert.equal(standingOf(person), 'may-be-told');
          const isChosen = isInWindow(timeOf(delivery.due), quiet.from, quiet.to);
          const rule = HANDLING_RULES[handling].quietHours;
          assert.ok(!isQuiet || rule === 'bypasses' || (rule === 'as-chosen' && isChosen));
        }
        if (plan.kind === 'hold') {
          assert.ok(plan.until !== undefined && plan.until > now);
          assert.ok(!isInWindow(localTime(plan.until), quiet.from, quiet.to), 'it waits until they are over');
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
