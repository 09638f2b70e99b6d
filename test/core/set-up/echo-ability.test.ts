import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { emptyMirror } from '../../../lambda/core/reminders/mirror.ts';
import { wantedCopy } from '../../../lambda/core/reminders/placement.ts';
import { echoAbility, type HeldByEcho } from '../../../lambda/core/set-up/echo-ability.ts';
import { anEcho, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const nothing: HeldByEcho = { anchors: [], placed: 0, unplaced: 0 };

describe('what an Echo can do by itself', () => {
  test('a managed one speaks; a bought one by a routine, by placed reminders, or only when it is asked', () => {
    const bought = anEcho({ kind: 'consumer', notifications: { on: true, at: 0 } });
    const by = (held: Partial<HeldByEcho>) => echoAbility(bought, { ...nothing, ...held }).speaksBy;
    assert.equal(echoAbility(anEcho({ kind: 'managed' }), { ...nothing, unplaced: 3 }).speaksBy, 'managed');
    assert.deepEqual(echoAbility(anEcho({ kind: 'managed' }), { ...nothing, unplaced: 3 }).lacks, []);
    assert.deepEqual([by({}), by({ placed: 1 }), by({ placed: 1, anchors: ['08:00'] })], ['asked', 'placed', 'anchor']);
  });

  test('what is missing for more is named', () => {
    const silent = anEcho({ kind: 'consumer', notifications: { on: false, at: 0 } });
    assert.deepEqual(echoAbility(silent, { ...nothing, unplaced: 1 }).lacks, ['notifications', 'placed-reminders']);
  });
});

describe('what stands on an Echo is covered by the consent as well', () => {
  const now = instantOf('2026-11-24T10:00');
  const wanted = (consent: object) => {
    const resident = aResident({ consent: { ...aResident().consent, reviewOn: '2027-01-01', ...consent } });
    return wantedCopy(
      aReminder(),
      resident,
      emptyMirror({ council: 'harbour', residentId: 'bill' }),
      () => 'words',
      now,
    ).kind;
  };

  test('nothing is kept there of reminders that were not agreed to, nor while a review is long overdue', () => {
    assert.equal(wanted({}), 'wanted');
    assert.equal(wanted({ purposes: ['diary'] }), 'not-wanted');
    assert.equal(wanted({ reviewOn: '2026-10-01' }), 'not-wanted');
  });
});
