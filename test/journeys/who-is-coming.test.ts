import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { echoOf } from '../support/demo-envelope.ts';
import { aDayInTown } from '../support/demo-town.ts';

const ROSA = echoOf('rosa-bennett');

describe('journey 1: "When\'s my carer coming?"', () => {
  const town = aDayInTown();

  test('is answered in one breath, and the session ends', async () => {
    const turn = await town().alexa.say(ROSA, "Alexa, ask bell bird when's my carer coming");
    assert.match(turn.spoken, /is coming today between/);
    assert.equal(turn.sessionOpen, false);
    assert.equal(turn.refusal, undefined);
  });

  test('is volunteered after a bare opening, and told the same as often as it is asked', async () => {
    assert.match(await town().say(ROSA, 'open bell bird'), /^Hello Rosa\. .* is coming today between/);
    assert.equal(await town().say(ROSA, "who's coming tomorrow"), await town().say(ROSA, "who's coming tomorrow"));
  });

  test('at an Echo that nobody has paired nothing personal is said, though its account is known (Q21)', async () => {
    const spoken = await town().say('carol-whitaker-kitchen', "ask bell bird who's coming today");
    assert.match(spoken, /isn't set up yet/);
    assert.doesNotMatch(spoken, /Joan|Whitaker|visit/i);
  });

  test('a plan that is three days old says its age', async () => {
    const spoken = await town().say(echoOf('sheila-doyle'), "ask bell bird who's coming today");
    assert.match(spoken, /I last heard about the plan/);
  });

  test('without a plan it never says that nobody is coming', async () => {
    const spoken = await town().say(echoOf('walter-nightingale'), "ask bell bird who's coming today");
    assert.match(spoken, /don't have a plan/);
    assert.match(spoken, /doesn't mean nobody is coming/);
  });
});
