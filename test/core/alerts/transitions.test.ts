import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ALERT_STATES, type Alert, type AlertState } from '../../../lambda/core/alerts/alert.ts';
import { ALERT_TRANSITIONS, type AlertAct, acted, mayAct } from '../../../lambda/core/alerts/transitions.ts';
import { aContent } from '../../support/builders/an-alert-service.ts';
import { FIRST_ACT } from '../../support/builders/people.ts';

const ACTS: readonly AlertAct[] = [
  'change',
  'discard',
  'submit',
  'take-back',
  'return',
  'reject',
  'approve',
  'ask-again',
  'release',
  'finish',
  'stop',
  'expire',
];

/** The whole matrix, written down a second time: what each state allows, and nothing else. */
const ALLOWED: Readonly<Record<AlertState, Partial<Record<AlertAct, AlertState>>>> = {
  draft: { change: 'draft', discard: 'discarded', submit: 'submitted' },
  submitted: { 'take-back': 'draft', return: 'draft', reject: 'rejected', approve: 'approved' },
  approved: { 'ask-again': 'submitted', release: 'releasing', stop: 'stopped', expire: 'expired' },
  releasing: { finish: 'released', stop: 'stopped', expire: 'expired' },
  released: { stop: 'stopped', expire: 'expired' },
  stopped: {},
  expired: {},
  rejected: {},
  discarded: {},
};

const anAlert = (state: AlertState): Alert => ({
  council: 'harbour',
  id: 'alert',
  state,
  content: aContent(),
  writers: ['tom'],
  chunks: 0,
  deliveries: 0,
  lastAct: FIRST_ACT,
});

const WHO = { by: { kind: 'officer', id: 'helen' }, at: FIRST_ACT.at + 1 } as const;

describe('C04 the life of an alert', () => {
  for (const state of ALERT_STATES) {
    for (const act of ACTS) {
      const to = ALLOWED[state][act];
      test(`${state}: ${act} ${to === undefined ? 'does not happen' : `leads to ${to}`}`, () => {
        assert.equal(mayAct(state, act), to !== undefined);
        const after = acted(anAlert(state), act, WHO);
        assert.equal(after?.state, to);
        if (after !== undefined) assert.deepEqual(after.lastAct, { ...WHO, did: act, number: 2 });
      });
    }
  }

  test('every act of the table is in the matrix', () => {
    assert.deepEqual(Object.keys(ALERT_TRANSITIONS).sort(), [...ACTS].sort());
  });

  test('no act leads out of stopped, expired, rejected or discarded', () => {
    for (const state of ['stopped', 'expired', 'rejected', 'discarded'] as const)
      assert.ok(ACTS.every((act) => !mayAct(state, act)));
  });
});
