import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { inWords, ordinal } from '../../lambda/render/calendar-words.ts';
import { bareDayWords, dateWords, daysWords, dayWords, partWords, whenWords } from '../../lambda/render/day-words.ts';
import { heardOf } from '../../lambda/render/ssml.ts';
import { aVoice } from './support/builders.ts';

const voice = aVoice();
const steady = aVoice({ steadyWords: true });

describe('days', () => {
  test('a date is a weekday, a day with its ending and a month', () => {
    assert.deepEqual(dateWords('2026-11-24'), { ssml: 'Tuesday the 24th of November', text: 'Tuesday 24 November' });
  });

  test('today and tomorrow come first, and tomorrow says its date', () => {
    assert.equal(heardOf(dayWords('2026-11-24', voice)), 'today');
    assert.equal(heardOf(dayWords('2026-11-25', voice)), 'tomorrow, Wednesday the 25th of November');
    assert.equal(heardOf(dayWords('2026-11-23', voice)), 'yesterday');
    assert.equal(heardOf(dayWords('2026-11-27', voice)), 'on Friday the 27th of November');
    assert.equal(heardOf(bareDayWords('2026-11-27', voice)), 'Friday the 27th of November');
  });

  test('for steady words even today says its date', () => {
    assert.equal(heardOf(dayWords('2026-11-24', steady)), 'today, Tuesday the 24th of November');
  });

  test('today is the day in London, also in the hour when it is still yesterday in UTC', () => {
    const justAfterMidnight = aVoice({}, { now: instantOf('2026-07-01T00:10') });
    assert.equal(heardOf(dayWords('2026-07-01', justAfterMidnight)), 'today');
    assert.equal(heardOf(dayWords('2026-06-30', justAfterMidnight)), 'yesterday');
  });

  test('day and time are said together', () => {
    assert.equal(heardOf(whenWords('2026-11-24T09:00', undefined, voice)), 'today at nine in the morning');
    assert.equal(
      heardOf(whenWords('2026-11-26T10:30', '2026-11-26T11:00', voice)),
      'on Thursday the 26th of November, between half past ten and eleven in the morning',
    );
    assert.equal(
      whenWords('2026-11-26T10:30', '2026-11-26T11:00', voice).text,
      'on Thursday 26 November, from 10:30am to 11:00am',
    );
  });

  test('a part of the day is said as people say it', () => {
    assert.equal(heardOf(partWords('2026-11-24', 'morning', voice)), 'this morning');
    assert.equal(heardOf(partWords('2026-11-24', 'night', voice)), 'tonight');
    assert.equal(
      heardOf(partWords('2026-11-25', 'teatime', voice)),
      'tomorrow, Wednesday the 25th of November, at teatime',
    );
  });

  test('several days are said by their ends, one day as itself', () => {
    assert.equal(
      heardOf(daysWords({ from: '2026-11-28', to: '2026-11-29' }, voice)),
      'between Saturday the 28th and Sunday the 29th',
    );
    assert.equal(heardOf(daysWords({ from: '2026-11-24', to: '2026-11-24' }, voice)), 'today');
  });

  test('ordinals have their British endings, numbers their words', () => {
    assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map(ordinal), [
      '1st',
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '23rd',
      '31st',
    ]);
    assert.deepEqual([0, 1, 13, 20, 45, 59, 60].map(inWords), [
      'no',
      'one',
      'thirteen',
      'twenty',
      'forty-five',
      'fifty-nine',
      'sixty',
    ]);
  });
});
