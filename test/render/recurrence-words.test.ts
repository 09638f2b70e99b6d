import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planWords } from '../../lambda/render/recurrence-words.ts';

const from = '2026-11-20';
const today = '2026-11-24';

describe('a recurrence in plain English, the same sentence spoken and shown', () => {
  test('every weekday', () => {
    assert.deepEqual(planWords({ kind: 'weekdays', time: '08:00', from }, today), {
      spoken: 'Every weekday at eight in the morning.',
      written: 'Every weekday at 8:00am.',
    });
  });

  test('every day, until a day of the next year', () => {
    assert.deepEqual(planWords({ kind: 'daily', time: '20:30', from, until: '2027-01-03' }, today), {
      spoken: 'Every day at half past eight in the evening, until Sunday the 3rd of January 2027.',
      written: 'Every day at 8:30pm, until Sunday 3 January 2027.',
    });
  });

  test('from a day that is still to come', () => {
    const rule = { kind: 'daily', time: '08:00', from: '2026-12-01', until: '2026-12-05' } as const;
    assert.deepEqual(planWords(rule, today), {
      spoken:
        'Every day at eight in the morning, from Tuesday the 1st of December, until Saturday the 5th of December.',
      written: 'Every day at 8:00am, from Tuesday 1 December 2026, until Saturday 5 December 2026.',
    });
  });

  test('chosen weekdays are said in the order of the week', () => {
    const rule = { kind: 'chosen-weekdays', days: [5, 1, 3], time: '12:00', from } as const;
    assert.equal(planWords(rule, today).written, 'Every Monday, Wednesday and Friday at midday.');
  });

  test('once says its day, with the year only where it can be read', () => {
    assert.deepEqual(planWords({ kind: 'once', at: '2026-11-24T08:00' }, today), {
      spoken: 'Once, on Tuesday the 24th of November at eight in the morning.',
      written: 'Once, on Tuesday 24 November 2026 at 8:00am.',
    });
  });
});
