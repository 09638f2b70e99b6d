import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { occurrenceAt } from '../../lambda/core/timetable/occurrence.ts';
import { planWords } from '../../lambda/render/recurrence-words.ts';

const from = '2026-11-20';
const next = occurrenceAt('2026-11-24T08:00');

describe('a recurrence in plain English, the same sentence spoken and shown', () => {
  test('every weekday', () => {
    assert.deepEqual(planWords({ kind: 'weekdays', time: '08:00', from }, next), {
      spoken: 'Every weekday at eight in the morning. Next: Tuesday the 24th of November.',
      written: 'Every weekday at 8:00am. Next: Tuesday 24 November.',
    });
  });

  test('every day, until a day of the next year', () => {
    assert.equal(
      planWords({ kind: 'daily', time: '20:30', from, until: '2027-01-03' }, occurrenceAt('2026-11-24T20:30')).written,
      'Every day at 8:30pm, until Sunday 3 January 2027. Next: Tuesday 24 November.',
    );
  });

  test('chosen weekdays are said in the order of the week', () => {
    const rule = { kind: 'chosen-weekdays', days: [5, 1, 3], time: '12:00', from } as const;
    assert.equal(
      planWords(rule, occurrenceAt('2026-11-25T12:00')).written,
      'Every Monday, Wednesday and Friday at midday. Next: Wednesday 25 November.',
    );
    assert.match(planWords({ ...rule, until: '2026-12-04' }).written, /at midday, until Friday 4 December\.$/);
  });

  test('once says its day once; a rule that has run out says no next one', () => {
    assert.deepEqual(planWords({ kind: 'once', at: '2026-11-24T08:00' }, next), {
      spoken: 'Once, on Tuesday the 24th of November at eight in the morning.',
      written: 'Once, on Tuesday 24 November at 8:00am.',
    });
    assert.equal(planWords({ kind: 'daily', time: '08:00', from }).written, 'Every day at 8:00am.');
  });
});
