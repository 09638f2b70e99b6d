import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { idOf, intentOf } from './real-model.ts';

/** Whoever says that nobody came is offered a call, which needs more than the right intent: the slot says it. */
describe('that somebody did not come is heard, however it is said', () => {
  for (const phrase of [
    'nobody came',
    'nobody turned up',
    'nobody came this morning',
    'nobody came last night',
    'nobody came yesterday',
    'nobody came to get me up',
    "nobody's come",
    'nobody has been',
    'no one came',
    'not a soul came',
  ])
    test(`"${phrase}"`, () => {
      assert.equal(intentOf(phrase), 'WhoIsComingIntent');
      assert.equal(idOf(phrase, 'missed'), 'NOBODY_CAME');
    });

  for (const phrase of [
    'the carer never showed up',
    'she never turned up',
    'they never came',
    "my carer hasn't come",
    "the girl hasn't turned up",
    "she's not turned up",
  ])
    test(`"${phrase}"`, () => {
      assert.equal(intentOf(phrase), 'WhoIsComingIntent');
      assert.equal(idOf(phrase, 'notCome'), 'NOT_COME');
    });

  test('that somebody did come is not taken for it', () => {
    for (const phrase of ['she came', 'they came', 'my carer came'])
      assert.deepEqual([idOf(phrase, 'missed'), idOf(phrase, 'notCome')], [undefined, undefined], phrase);
  });
});
