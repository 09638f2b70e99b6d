import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  CLOSED_STATES,
  closed,
  DELIVERY_STATES,
  type DeliveryState,
  deliveryId,
  isClosed,
  type LivingState,
  lookAfterTelling,
  mayRise,
} from '../../../lambda/core/delivery/delivery.ts';
import { HANDLINGS, isTooLateToSpeak } from '../../../lambda/core/delivery/handling.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { aDelivery } from '../../support/builders/things-told.ts';

const living = Object.keys(DELIVERY_STATES) as LivingState[];
const states: readonly DeliveryState[] = [...living, ...CLOSED_STATES];
const DUE = '2026-11-24T10:00';

describe('the states of a Delivery', () => {
  test('no state is ever returned to', () => {
    for (const from of states)
      for (const to of states) if (from !== to && mayRise(from, to)) assert.ok(!mayRise(to, from), `${from} ${to}`);
  });

  test('acknowledged is final, and so is whatever is closed, but that the missed and the unreachable may be acknowledged', () => {
    for (const from of ['acknowledged', ...CLOSED_STATES] as const)
      for (const to of states) {
        const isStillInInbox = (from === 'missed' || from === 'unreachable') && to === 'acknowledged';
        assert.equal(mayRise(from, to), isStillInInbox, `${from} ${to}`);
      }
  });

  test('G13 more evidence follows less, in this order', () => {
    const inOrder = ['waiting', 'held', 'claimed', 'uncertain', 'sent', 'shown', 'spoken', 'acknowledged'] as const;
    assert.deepEqual(living, [...inOrder]);
    for (const [n, from] of inOrder.entries())
      for (const [m, to] of inOrder.entries())
        if (from !== 'acknowledged') assert.equal(mayRise(from, to), m >= n, `${from} ${to}`);
  });

  test('closing drops the claim and the next look, and keeps what was tried', () => {
    const attempts = [{ at: 1, channel: 'desk', came: 'sent' }] as const;
    const claimed = aDelivery(DUE, 'routine', {
      state: 'claimed',
      attempts,
      claim: { token: 't', until: 9, calling: true },
    });
    const { lookAt: _lookAt, claim: _claim, ...rest } = claimed;
    assert.deepEqual(closed(claimed, 'cancelled', 'source-changed'), {
      ...rest,
      state: 'cancelled',
      reason: 'source-changed',
    });
    assert.equal(closed({ ...claimed, state: 'acknowledged' }, 'cancelled').state, 'acknowledged');
  });

  test('what waits for something has one next look: its rung, or its expiry until it is told; nothing else has any', () => {
    const rung = [{ afterMinutes: 15, tell: { kind: 'desk' } }] as const;
    const { dueAt, expiresAt } = aDelivery(DUE, 'routine');
    for (const state of states) {
      const plain = lookAfterTelling(aDelivery(DUE, 'routine', { state }));
      const withRung = lookAfterTelling(aDelivery(DUE, 'routine', { state, ladder: rung }));
      const isOver = state === 'acknowledged' || (isClosed(state) && state !== 'missed' && state !== 'unreachable');
      assert.equal(plain, ['waiting', 'held', 'claimed'].includes(state) ? expiresAt : undefined, state);
      assert.equal(withRung, isOver ? undefined : dueAt + 15 * MINUTE, state);
    }
  });

  test('G3 its id is the same for every try and differs for every occurrence and change', () => {
    const reminder = { kind: 'reminder', reminderId: 'r', occurrence: DUE } as const;
    assert.equal(deliveryId(DUE, reminder), '2026-11-24T10:00#R#r');
    assert.equal(deliveryId(DUE, { kind: 'diary', entryId: 'e', act: 2 }), '2026-11-24T10:00#D#e.2');
  });
});

describe('how late is too late to be spoken', () => {
  test('T24 routine half an hour, social an hour, the others as long as they are of use', () => {
    const latest = Object.fromEntries(
      HANDLINGS.map((handling) => {
        const minutes = [30, 60, 24 * 60].filter((late) => !isTooLateToSpeak(handling, 0, late * MINUTE));
        return [handling, minutes.at(-1)];
      }),
    );
    assert.deepEqual(latest, { urgent: 1440, routine: 30, appointment: 1440, notice: 1440, social: 60 });
    assert.ok(isTooLateToSpeak('routine', 0, 30 * MINUTE + 1));
    assert.ok(isTooLateToSpeak('social', 0, HOUR + 1));
  });
});
