import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import { type Asks, type Pace, paceOf, type Turn } from '../../../lambda/core/delivery/pace.ts';
import { firstRate, readyIn, spent } from '../../../lambda/core/delivery/rate.ts';
import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { virtualTime } from '../../simulate/time/virtual-time.ts';
import { recordingLog } from '../../support/builders/recorders.ts';

const SENT: ChannelResult = { kind: 'sent' };
const TOO_MANY: ChannelResult = { kind: 'refused', reason: 'too-many-calls' };
const NO_ANSWER: ChannelResult = { kind: 'unknown', reason: 'no-answer' };

const asks = (more: Partial<Asks> = {}): Asks => ({
  channel: 'smart-properties',
  council: 'harbour',
  lane: 'routine',
  size: 1,
  ...more,
});

const start = () => {
  const time = virtualTime(1_000_000);
  const log = recordingLog();
  const wait = (ms: number): Promise<void> => new Promise((resolve) => time.in(ms, resolve));
  const pace = paceOf({ realNow: time.now, wait, log: log.log });
  const pass = (ms: number) => time.runTo(time.now() + ms);
  return { time, pace, log, pass };
};

/** Takes a turn that is there at once, and says what came of it. */
const call = async (pace: Pace, one: Asks, came: readonly ChannelResult[]): Promise<Turn> => {
  const turn = await pace.turn(one, 0);
  if (turn.kind === 'go') pace.came(one, turn, came);
  return turn;
};

/**
 * A Channel that takes so many Messages a second (a tenth of a second's worth at once) and refuses the rest, asked without end by calls of so many
 * Messages for a while, each of which is refused by itself. Returns how many it took and refused in each second.
 */
const askedWithoutEnd = async (limitAt: (second: number) => number, size: number, seconds: number) => {
  const { time, pace } = start();
  const began = time.now();
  const secondOf = (at: number) => Math.floor((at - began) / SECOND);
  const [took, refused] = [new Array<number>(seconds + 1).fill(0), new Array<number>(seconds + 1).fill(0)];
  let left = 0;
  let filledAt = began;
  const answer = (): ChannelResult => {
    const limit = limitAt(secondOf(time.now()));
    left = Math.min(limit * 0.1, left + (limit * (time.now() - filledAt)) / SECOND);
    filledAt = time.now();
    const isTaken = left >= 1;
    if (isTaken) left -= 1;
    const counts = isTaken ? took : refused;
    counts[secondOf(time.now())] = (counts[secondOf(time.now())] ?? 0) + 1;
    return isTaken ? SENT : TOO_MANY;
  };
  const one = asks({ size, lane: 'urgent' });
  const goOn = async (): Promise<void> => {
    for (;;) {
      const turn = await pace.turn(one, 20 * SECOND);
      if (turn.kind !== 'go') {
        await new Promise<void>((resolve) => time.in(turn.wait, resolve));
        continue;
      }
      await new Promise<void>((resolve) => time.in(30, resolve));
      pace.came(one, turn, Array.from({ length: size }, answer));
    }
  };
  for (let n = 0; n < 60; n += 1) void goOn();
  await time.runTo(began + seconds * SECOND - 1);
  const sum = (counts: readonly number[], from: number, to: number) =>
    counts.slice(from, to).reduce((total, count) => total + count, 0);
  return {
    took: (from: number, to: number) => sum(took, from, to),
    refusedShare: (from: number, to: number) => sum(refused, from, to) / (sum(took, from, to) + sum(refused, from, to)),
  };
};

describe('how fast a Channel is asked', () => {
  for (const [limit, size, search] of [
    [40, 1, 0.12],
    [200, 5, 0.05],
    [500, 1, 0.05],
    [500, 5, 0.05],
    [1_200, 5, 0.05],
  ] as const)
    test(`D20 a limit of ${limit} a second is found and kept to, with ${size} Messages a call`, async () => {
      const asked = await askedWithoutEnd(() => limit, size, 40);
      assert.ok(asked.took(5, 40) >= 0.97 * limit * 35, `${asked.took(5, 40)} of ${limit * 35}`);
      assert.ok(asked.refusedShare(5, 40) <= 0.05, `${asked.refusedShare(5, 40)} refused`);
      const share = asked.refusedShare(0, 40);
      assert.ok(share <= search, `${share} refused, the search for the limit included`);
    });

  test('D20 a limit that falls is followed down, and one that rises is followed up', async () => {
    const asked = await askedWithoutEnd((second) => (second >= 20 && second < 40 ? 100 : 400), 1, 120);
    assert.ok(asked.took(22, 40) >= 0.9 * 100 * 18);
    assert.ok(asked.refusedShare(22, 40) <= 0.1);
    assert.ok(asked.took(70, 120) > 0.8 * 400 * 50);
  });

  test('D20 a refusal that asks for a rest is heeded: no call before, also of another council and lane', async () => {
    const { pace, pass } = start();
    await call(pace, asks(), [{ kind: 'refused', reason: 'too-many-calls', retryAfter: 3 * SECOND }]);
    assert.deepEqual(await pace.turn(asks({ council: 'inland', lane: 'urgent' }), 0), { kind: 'not-now', wait: 3_000 });
    const waiting = pace.turn(asks(), 5 * SECOND);
    await pass(2_999);
    assert.equal(await Promise.race([waiting, 'waits']), 'waits');
    await pass(1);
    assert.equal((await waiting).kind, 'go');
  });

  test('a few refusals in a hundred do not slow it down', async () => {
    const { pace, time, pass } = start();
    const began = time.now();
    let calls = 0;
    while (time.now() < began + 20 * SECOND) {
      const turn = await pace.turn(asks(), 0);
      if (turn.kind === 'go') {
        calls += 1;
        pace.came(asks(), turn, [calls % 100 === 0 ? TOO_MANY : SENT]);
      }
      await pass(2);
    }
    assert.ok(calls > 9_000, `${calls} calls`);
  });

  test('D54 in no second do more go than the rate, what was kept of a tenth of a second, and one call', () => {
    const gaps = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: 400 }), size: fc.integer({ min: 1, max: 100 }) }),
      {
        minLength: 1,
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(gaps, (arrivals) => {
        let now = 0;
        let rate = firstRate(now);
        const went: { at: number; size: number }[] = [];
        for (const { gap, size } of arrivals) {
          now += gap;
          now += readyIn(rate, 'routine', now);
          assert.equal(readyIn(rate, 'routine', now), 0);
          rate = spent(rate, size, now);
          went.push({ at: now, size });
        }
        for (const { at } of went) {
          const inSecond = went.filter((one) => one.at >= at && one.at < at + SECOND);
          const sum = inSecond.reduce((total, { size }) => total + size, 0);
          assert.ok(sum <= 200 * 1.1 + 100, `${sum} in a second`);
        }
      }),
    );
  });
});

describe('whose turn it is', () => {
  /** The rate is used up, and these wait. Returns in which order they went. */
  const orderOf = async (waiting: readonly (readonly [string, Asks])[]): Promise<readonly string[]> => {
    const { pace, pass } = start();
    await call(pace, asks({ size: 120 }), [SENT]);
    const order: string[] = [];
    for (const [name, one] of waiting)
      void pace.turn(one, MINUTE).then((turn) => {
        if (turn.kind !== 'go') return;
        order.push(name);
        pace.came(one, turn, []);
      });
    await pass(50 * SECOND);
    return order;
  };

  test('D51 an urgent call goes before every routine one, however long they have waited', async () => {
    const routine = Array.from({ length: 50 }, (_, n) => [`r${n}`, asks({ size: 20 })] as const);
    const order = await orderOf([...routine, ['urgent', asks({ lane: 'urgent', council: 'inland' })]]);
    assert.equal(order[0], 'urgent');
    assert.equal(order.length, 51);
  });

  test('D50 a council with thousands waiting lets the one call of another go second', async () => {
    const large = Array.from({ length: 2_000 }, (_, n) => [`h${n}`, asks()] as const);
    const order = await orderOf([...large, ['inland', asks({ council: 'inland' })]]);
    assert.ok(order.indexOf('inland') <= 1, `${order.indexOf('inland')}`);
    assert.equal(order.length, 2_001);
  });

  test('a reserve is left for urgent calls: what routine ones may not take any more, an urgent one takes at once', async () => {
    const { pace, pass } = start();
    await pass(SECOND);
    await call(pace, asks({ size: 17 }), [SENT]);
    assert.equal((await pace.turn(asks(), 0)).kind, 'not-now');
    assert.equal((await pace.turn(asks({ lane: 'urgent' }), 0)).kind, 'go');
  });

  test('no more chimes are under way than one process keeps up with, however many ask; the next goes when one has ended', async () => {
    const { pace, pass } = start();
    const one = asks({ channel: 'proactive-events', lane: 'urgent', size: 5 });
    const gone: Extract<Turn, { kind: 'go' }>[] = [];
    for (let n = 0; n < 40; n += 1)
      void pace.turn(one, MINUTE).then((turn) => {
        if (turn.kind === 'go') gone.push(turn);
      });
    await pass(10 * SECOND);
    assert.equal(gone.length, 16);
    const [first] = gone;
    if (first !== undefined) pace.came(one, first, []);
    await pass(SECOND);
    assert.equal(gone.length, 17, 'also after a turn that came to no call');
  });

  test('each Channel has turns of its own', async () => {
    const { pace } = start();
    await call(pace, asks({ size: 200 }), [SENT]);
    assert.equal((await pace.turn(asks(), 0)).kind, 'not-now');
    assert.equal((await pace.turn(asks({ channel: 'proactive-events' }), 0)).kind, 'go');
  });
});

describe('a Channel that does not answer', () => {
  const opened = async () => {
    const world = start();
    for (let n = 0; n < 5; n += 1) await call(world.pace, asks(), [NO_ANSWER]);
    return world;
  };

  test('D15 after five calls in a row without an answer routine ones wait, and it is alarmed once', async () => {
    const { pace, log } = await opened();
    assert.deepEqual(await pace.turn(asks(), MINUTE), { kind: 'not-now', wait: 15_000 });
    assert.deepEqual(log.codes(), ['channel.rests']);
  });

  test('one answer in between, and the count begins anew', async () => {
    const { pace } = start();
    const unreachable: ChannelResult = { kind: 'unreachable', reason: 'echo-not-found' };
    for (const came of [NO_ANSWER, NO_ANSWER, NO_ANSWER, NO_ANSWER, unreachable, NO_ANSWER, NO_ANSWER])
      assert.equal((await call(pace, asks(), [came])).kind, 'go');
    assert.equal((await pace.turn(asks(), 0)).kind, 'go');
  });

  test('urgent calls try it meanwhile, one at a time', async () => {
    const { pace } = await opened();
    const urgent = asks({ lane: 'urgent' });
    const probe = await pace.turn(urgent, 0);
    assert.deepEqual(probe.kind === 'go' && probe.isProbe, true);
    assert.equal((await pace.turn(urgent, MINUTE)).kind, 'not-now');
    if (probe.kind === 'go') pace.came(urgent, probe, [SENT]);
    assert.equal((await pace.turn(asks(), 0)).kind, 'go', 'an answer closes it for everybody');
  });

  test('D53 half open, one probe is let through and not a flood; a failed one opens it for twice as long', async () => {
    const { pace, pass, log } = await opened();
    await pass(15 * SECOND);
    const turns = await Promise.all(Array.from({ length: 50 }, () => pace.turn(asks(), MINUTE)));
    assert.equal(turns.filter(({ kind }) => kind === 'go').length, 1);
    const [probe] = turns;
    if (probe?.kind === 'go') pace.came(asks(), probe, [NO_ANSWER]);
    assert.deepEqual(await pace.turn(asks(), MINUTE), { kind: 'not-now', wait: 30_000 });
    await pass(30 * SECOND);
    await call(pace, asks(), [SENT]);
    assert.equal((await pace.turn(asks(), 0)).kind, 'go');
    assert.deepEqual(log.codes(), ['channel.rests', 'channel.rests']);
  });

  test('a probe that came to no call lets the next one try', async () => {
    const { pace, pass } = await opened();
    await pass(15 * SECOND);
    await call(pace, asks(), []);
    assert.equal((await call(pace, asks(), [SENT])).kind, 'go');
  });
});
