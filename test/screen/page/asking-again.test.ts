import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Card, NowAnswer, PairAnswer } from '../../../lambda/screen/page/answer.ts';
import { saidToAcknowledge, saidToConfirm } from '../../../lambda/screen/page/outcome.ts';
import { codeKeeper } from '../../../lambda/screen/page/pair.ts';
import { poller } from '../../../lambda/screen/page/poll.ts';
import { shownTeller } from '../../../lambda/screen/page/shown-teller.ts';
import { firstState, type State } from '../../../lambda/screen/page/state.ts';

/** Timers that go off when the test says so. */
const someTimers = () => {
  const waiting = new Map<number, { readonly then: () => void; readonly after: number }>();
  let last = 0;
  return {
    setTimeout: (then: () => void, after: number) => {
      last += 1;
      waiting.set(last, { then, after });
      return last;
    },
    clearTimeout: (timer: number | undefined) => void waiting.delete(timer ?? 0),
    goOff: async () => {
      const [all] = [[...waiting.values()], waiting.clear()];
      for (const { then } of all) then();
      await turn();
    },
    pauses: () => [...waiting.values()].map(({ after }) => after),
  };
};

describe('the questions of the page', () => {
  test('never end: a failure, whatever it brings down, is followed by the next, later each time', async () => {
    const uncaught = mock.fn();
    // The runner takes each for a failed test.
    const runners = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', uncaught);
    try {
      const timers = someTimers();
      const ask = mock.fn(async () => assert.fail('no answer'));
      const poll = poller(timers, ask, () => assert.fail('drawing failed as well'));
      poll.now();
      for (const least of [4_200, 8_400, 16_800]) {
        await timers.goOff();
        const [pause = 0, ...others] = timers.pauses();
        assert.ok(pause >= least && others.length === 0, `${pause}`);
      }
      assert.equal(ask.mock.callCount(), 3);
      poll.now();
      assert.deepEqual(timers.pauses(), [0], 'a key asks at once');
      assert.equal(uncaught.mock.callCount(), 3, 'none of it is kept quiet');
    } finally {
      process.removeListener('unhandledRejection', uncaught);
      for (const each of runners) process.on('unhandledRejection', each);
    }
  });
});

describe('the code of a Screen', () => {
  const answer: NowAnswer = { state: 'unpaired', now: 0, every: 3_000, version: 'v' };
  const aKeeper = (pair: () => Promise<PairAnswer>) => {
    let state: State = firstState;
    const asked = mock.fn(pair);
    const set = (next: State): void => {
      state = next;
    };
    const codes = codeKeeper({ pair: asked }, { get: () => state, set });
    const after = async (milliseconds: number): Promise<number> => {
      mock.timers.tick(milliseconds);
      codes.keep(answer, Date.now());
      await turn();
      return asked.mock.callCount();
    };
    return { codes, after, asked, state: () => state };
  };
  const atNoon = (use: () => Promise<void>) => async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-24T12:00:00Z') });
    try {
      await use();
    } finally {
      mock.timers.reset();
    }
  };

  test(
    'after too many codes it is asked for again every quarter of an hour, or at once by OK',
    atNoon(async () => {
      const { codes, after, asked, state } = aKeeper(async () => ({ kind: 'too-many-codes' }));
      assert.deepEqual([await after(0), state().tooManyCodes], [1, true]);
      assert.equal(await after(15 * 60_000 - 1), 1);
      assert.equal(await after(1), 2);
      codes.ask(() => assert.fail());
      await turn();
      assert.equal(asked.mock.callCount(), 3);
      asked.mock.mockImplementation(async () => ({ kind: 'screen-code', code: '12345678', expiresAt: 1 }));
      assert.equal(await after(15 * 60_000), 4);
      assert.deepEqual([state().tooManyCodes, state().code?.digits], [false, '12345678']);
    }),
  );

  test(
    'after a throttle it is asked for later each time; OK says when it did not get through',
    atNoon(async () => {
      const { codes, after } = aKeeper(() => Promise.reject(new Error('answered 429')));
      assert.equal(await after(0), 1);
      assert.equal(await after(1_000), 1);
      assert.equal(await after(2_000), 2);
      assert.equal(await after(3_000), 2, 'twice as long');
      assert.equal(await after(3_000), 3);
      const failed = mock.fn();
      codes.ask(failed);
      await turn();
      assert.equal(failed.mock.callCount(), 1);
    }),
  );
});

test('what was visible and did not get through is told again, no sooner than if it had', async () => {
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-24T12:00:00Z') });
  try {
    const act = mock.fn(() => Promise.reject(new Error('answered 429')));
    const tell = shownTeller({ visibilityState: 'visible' }, { act });
    const face = { kind: 'notice', label: '', title: '', lines: [], how: '', speech: '', ok: '' };
    const card: Card = {
      id: 'a',
      face,
      act: 'acknowledge',
      expiresAt: 0,
      isUrgent: false,
      isQuiet: false,
      chime: 'none',
      rate: 1,
      wantsShown: true,
    };
    const toldAfter = async (milliseconds: number): Promise<number> => {
      mock.timers.tick(milliseconds);
      tell(card, true);
      await turn();
      return act.mock.callCount();
    };
    assert.deepEqual([await toldAfter(0), await toldAfter(1_000), await toldAfter(14_000)], [1, 1, 2]);
  } finally {
    mock.timers.reset();
  }
});

test('only what says so was acknowledged; what is not known did not get through', () => {
  const said = (...outcomes: readonly string[]) => outcomes.map(saidToAcknowledge);
  assert.deepEqual(said('acknowledged', 'already-acknowledged', 'kept'), ['noted', 'noted', 'kept']);
  assert.deepEqual(said('not-shown-here', 'no-such-delivery', 'no-longer-open'), [undefined, undefined, undefined]);
  assert.deepEqual(said('too-many-codes', ''), ['notSaved', 'notSaved']);
  assert.deepEqual(['screen-paired', 'waits-for-words', 'try-again'].map(saidToConfirm), [
    undefined,
    undefined,
    'notSaved',
  ]);
});
