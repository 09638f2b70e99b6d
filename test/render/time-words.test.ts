import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { heardOf } from '../../lambda/render/ssml.ts';
import { dialWords, shownTime, timeWords, windowStartWords } from '../../lambda/render/time-words.ts';

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('Q14: times as British people say them', () => {
  const spoken = {
    '00:00': 'midnight',
    '00:30': 'half past twelve at night',
    '01:05': 'five past one in the morning',
    '05:00': 'five in the morning',
    '08:00': 'eight in the morning',
    '08:15': 'quarter past eight in the morning',
    '08:30': 'half past eight in the morning',
    '08:31': 'twenty-nine minutes to nine in the morning',
    '08:45': 'quarter to nine in the morning',
    '09:01': 'one minute past nine in the morning',
    '11:45': 'quarter to twelve in the morning',
    '12:00': 'midday',
    '12:20': 'twenty past twelve in the afternoon',
    '17:35': 'twenty-five to six in the afternoon',
    '18:00': 'six in the evening',
    '21:59': 'one minute to ten in the evening',
    '22:00': 'ten at night',
    '23:50': 'ten to twelve at night',
  };
  for (const [time, words] of Object.entries(spoken))
    test(`${time} is "${words}"`, () => assert.equal(heardOf(timeWords(time)), words));

  test('a reminder is named by the time on the dial', () => {
    const names = ['08:00', '20:00', '08:30', '12:00', '00:00'].map((time) => heardOf(dialWords(time)));
    assert.deepEqual(names, ["eight o'clock", "eight o'clock", 'half past eight', 'midday', 'midnight']);
  });

  test('the part of the day is said once where both ends of a window share it', () => {
    assert.equal(heardOf(windowStartWords('09:00', '10:00')), 'nine');
    assert.equal(heardOf(windowStartWords('11:30', '12:30')), 'half past eleven in the morning');
    assert.equal(heardOf(windowStartWords('12:00', '13:00')), 'midday');
  });

  test('any time is spoken without a digit, and shown with am or pm', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        assert.doesNotMatch(heardOf(timeWords(time)), /\d/);
        assert.match(shownTime(time), /^(1[0-2]|[1-9]):[0-5]\d(am|pm)$|^midday$|^midnight$/);
      }),
    );
  });

  test('two different times never sound the same', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (a, b) => {
        assert.equal(heardOf(timeWords(a)) === heardOf(timeWords(b)), a === b);
      }),
    );
  });
});
