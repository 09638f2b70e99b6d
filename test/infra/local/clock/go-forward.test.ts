import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoClock } from '../../../../infra/local/clock/demo-clock.ts';
import { goForward } from '../../../../infra/local/clock/go-forward.ts';
import { localBell } from '../../../../infra/local/clock/local-bell.ts';
import { isDeliveryKey } from '../../../../lambda/core/delivery/bell.ts';

const START = Date.UTC(2026, 10, 24, 10);

/** A world in which rows are due at some instants; a tick takes those that are due and rings a bell for each. */
const aWorld = (dueAt: readonly number[]) => {
  const seen: string[] = [];
  let due = [...dueAt];
  const clock = demoClock(() => START, 0);
  const bell = localBell({
    clock: clock.now,
    answer: async (keys) => {
      seen.push(`${keys.filter(isDeliveryKey)[0]?.id} told at +${(clock.now() - START) / 60_000}`);
    },
    onFault: (fault) => {
      throw fault;
    },
  });
  const tick = async () => {
    for (const at of due.filter((one) => one <= clock.now() + 120_000)) {
      const id = `+${(at - START) / 60_000}`;
      await bell.ring([{ council: 'harbour', residentId: 'rosa', id }], 'routine', Math.max(0, at - clock.now()));
    }
    due = due.filter((one) => one > clock.now() + 120_000);
  };
  const nextDue = async (after: number, upTo: number) =>
    due.filter((at) => at > after && at <= upTo).sort((a, b) => a - b)[0];
  return { clock, seen, forward: goForward({ clock, bell, tick, nextDue }) };
};

const minutes = (n: number): number => START + n * 60_000;

describe('moving the demo clock forward', () => {
  test('everything between is told at its own time, in order', async () => {
    const { clock, seen, forward } = aWorld([minutes(30), minutes(5), minutes(6), minutes(90)]);
    await forward(minutes(60));
    assert.deepEqual(seen, ['+5 told at +5', '+6 told at +6', '+30 told at +30']);
    assert.equal(clock.now(), minutes(60));
  });

  test('it never goes back', async () => {
    const { clock, forward } = aWorld([]);
    await forward(minutes(10));
    await forward(minutes(5));
    assert.equal(clock.now(), minutes(10));
    assert.equal(clock.ahead(), 10 * 60_000);
  });

  test('two moves at once happen one after the other', async () => {
    const { clock, seen, forward } = aWorld([minutes(5), minutes(15)]);
    await Promise.all([forward(minutes(10)), forward(minutes(20))]);
    assert.deepEqual(seen, ['+5 told at +5', '+15 told at +15']);
    assert.equal(clock.now(), minutes(20));
  });
});
