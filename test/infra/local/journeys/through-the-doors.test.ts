import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { demoEchos } from '../../../../infra/local/demo-council/demo-echos.ts';
import { DEMO_HOMES } from '../../../../infra/local/demo-council/demo-homes.ts';
import { demoJourneys } from '../../../../infra/local/journeys/demo-journeys.ts';
import type { JourneyName } from '../../../../infra/local/journeys/journey.ts';
import { LOCAL_SKILL_ID } from '../../../../infra/local/skill-model.ts';
import { aDayInTown, type DemoTown } from '../../../support/demo-town.ts';

const ECHOS = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID);

/** Plays a story in a Home, with short pauses, and gives back what it told. */
const play = async (town: DemoTown, name: JourneyName, homeId: string) => {
  const faults: unknown[] = [];
  const journeys = demoJourneys({
    url: town.url,
    alexa: town.alexa,
    clock: town.now,
    goForward: town.goForward,
    echoOf: (home) => ECHOS.find((echo) => echo.homeId === home)?.echoId,
    wait: (milliseconds) => wait(Math.min(milliseconds, 25)),
    onFault: (fault) => faults.push(fault),
  });
  journeys.start(name, homeId);
  await journeys.settled();
  assert.deepEqual(faults, []);
  const { state, steps = [] } = journeys.now() ?? {};
  return { state, told: steps.map(({ words }) => words) };
};

const homeOf = (residentId: string): string =>
  DEMO_HOMES.find(({ residents }) => residents.some(({ id }) => id === residentId))?.id ?? assert.fail(residentId);

describe('the stories, played through the doors of the running system', () => {
  const town = aDayInTown();

  test('a reminder that nobody acknowledges stands on the carer’s page, twice if it is played twice', async () => {
    for (let times = 1; times <= 2; times += 1) {
      const { state, told } = await play(town(), 'reminder', 'gull-court-3');
      assert.equal(state, 'over');
      const story = told.join('\n');
      assert.match(story, /It is set: have a drink, once, at .*; tell Dan Bennett after 10 minutes/);
      assert.match(story, /The Echo says by itself: “Hello Rosa\. This is your reminder to have a drink/);
      assert.match(
        story,
        /phone shows: “No reply to the .* We sent Dan Bennett a message by text at .* We do not know if they have seen it\./,
      );
      assert.doesNotMatch(story, /\btaken\b|\bread it\b/, 'words follow evidence (G13)');
    }
  });

  test('a visit is moved, the Echo tells it, and the answer to “who’s coming today?” knows it', async () => {
    const { state, told } = await play(town(), 'visit', 'gull-court-3');
    assert.equal(state, 'over');
    const story = told.join('\n');
    assert.match(story, /The Echo says by itself: “Hello Rosa\. Something in your diary has moved/);
    assert.match(story, /Rosa asks: “who’s coming today\?”\nThe Echo answers: “/);
  });

  test('a flood alert is written by one officer, approved by another, told, counted and stopped', async () => {
    const { state, told } = await play(town(), 'alert', 'gull-court-3');
    assert.equal(state, 'over', told.join('\n'));
    const story = told.join('\n');
    assert.match(story, /Helen Marsh reads it\. Of (\d+) people: \d+ can be spoken to now/);
    assert.match(story, /The Echo says by itself: “An urgent message from Harbour County Council\. Flood warning\./);
    assert.match(story, /(\d+) of \1 people worked through/);
    assert.match(story, /Tom Okafor stops it\. No new call starts/);
    const before = town().announcements('gull-court-3-living-room').length;
    await town().goForward(town().now() + 35 * 60_000);
    const after = town().announcements('gull-court-3-living-room').slice(before);
    assert.ok(!after.some((words) => words.includes('Flood')), 'stop means stop (G5)');
  });

  test('a flood alert only chimes at a bought Echo', async () => {
    const { state, told } = await play(town(), 'alert', 'shore-road-12');
    assert.equal(state, 'over', told.join('\n'));
    assert.match(told.join('\n'), /The Echo chimes and its light is yellow/);
  });

  test('late in the evening the clock first goes on to when the carer agreed to be told', async () => {
    await town().goTo('23:10');
    const { state, told } = await play(town(), 'reminder', 'gull-court-3');
    assert.equal(state, 'over');
    assert.match(told[0] ?? '', /It is late\. The clock goes on to 8:30am/);
  });

  for (const [residentId, expected] of [
    ['harbhajan-gill', /The Echo says by itself/],
    ['joan-whitaker', /The Echo chimes and its light is yellow/],
    ['colin-farrow', /There is no Echo here\. The reminder waits, and is never said to be spoken/],
    ['maureen-tully', /The Echo chimes|The Echo says by itself|The Echo stays silent/],
    ['owen-griffiths', /The Echo chimes|The Echo stays silent/],
    ['doreen-catchpole', /The Echo says by itself: “/],
    ['jamie-sutton', /The Echo chimes|The Echo stays silent/],
    ['clifford-ashworth', /The Echo stays silent/],
    ['geoffrey-marlow', /lets .* set no reminder for .* now|The Echo stays silent/],
    ['ivy-tranter', /Wendy Tranter opens the console/],
  ] as const) {
    test(`in the awkward home of ${residentId} the story says what is true there`, async () => {
      const { state, told } = await play(town(), 'reminder', homeOf(residentId));
      assert.ok(state === 'over' || state === 'halted', told.join('\n'));
      assert.match(told.join('\n'), expected);
    });
  }
});
