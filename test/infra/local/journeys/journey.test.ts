import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cannotGoOn, type Play, playJourneys } from '../../../../infra/local/journeys/journey.ts';

const nothing: Play = async () => undefined;

const journeysWith = (reminder: Play) => {
  const faults: unknown[] = [];
  const journeys = playJourneys(
    { reminder, visit: nothing, alert: nothing },
    { clock: () => 7, onFault: (fault) => faults.push(fault) },
  );
  return { journeys, faults };
};

describe('a story that is played', () => {
  test('tells each step as it happens, and is over', async () => {
    const { journeys } = journeysWith(async ({ tell, homeId }) => {
      tell(`in ${homeId}`);
      tell('done');
    });
    const heard: (string | undefined)[] = [];
    journeys.follow(() => heard.push(journeys.now()?.state));
    assert.equal(journeys.start('reminder', 'gull-court-3'), 'started');
    await journeys.settled();
    assert.deepEqual(journeys.now(), {
      name: 'reminder',
      homeId: 'gull-court-3',
      state: 'over',
      steps: [
        { at: 7, words: 'in gull-court-3' },
        { at: 7, words: 'done' },
      ],
    });
    assert.deepEqual(heard, ['playing', 'playing', 'playing', 'over']);
  });

  test('is played once however often it is pressed, and again when it is over', async () => {
    const gate = Promise.withResolvers<void>();
    let played = 0;
    const { journeys } = journeysWith(async () => {
      played += 1;
      await gate.promise;
    });
    assert.equal(journeys.start('reminder', 'h'), 'started');
    assert.equal(journeys.start('reminder', 'h'), 'already-playing');
    assert.equal(journeys.start('visit', 'h'), 'already-playing', 'all share one clock');
    gate.resolve();
    await journeys.settled();
    assert.equal(played, 1);
    assert.equal(journeys.start('reminder', 'h'), 'started');
    await journeys.settled();
    assert.equal(played, 2);
  });

  test('can be left: its next step is not taken', async () => {
    const gate = Promise.withResolvers<void>();
    let went = false;
    const { journeys, faults } = journeysWith(async ({ tell }) => {
      await gate.promise;
      tell('the next step');
      went = true;
    });
    journeys.start('reminder', 'h');
    journeys.leave();
    gate.resolve();
    await journeys.settled();
    assert.equal(journeys.now()?.state, 'left');
    assert.equal(went, false);
    assert.deepEqual(faults, []);
  });

  test('that the system does not let go on says why', async () => {
    const { journeys, faults } = journeysWith(async () => {
      throw cannotGoOn('Nobody may do this.');
    });
    journeys.start('reminder', 'h');
    await journeys.settled();
    assert.equal(journeys.now()?.state, 'halted');
    assert.equal(journeys.now()?.steps.at(-1)?.words, 'Nobody may do this.');
    assert.deepEqual(faults, []);
  });

  test('a fault is told to whoever looks after the system, and nothing of it stands in the page', async () => {
    const { journeys, faults } = journeysWith(async () => {
      throw new TypeError('Rosa Bennett');
    });
    journeys.start('reminder', 'h');
    await journeys.settled();
    assert.equal(journeys.now()?.state, 'halted');
    assert.doesNotMatch(JSON.stringify(journeys.now()), /Rosa/);
    assert.equal(faults.length, 1);
  });
});
