import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cy } from '../../lambda/console/words/cy.ts';
import { planWords } from '../../lambda/render/recurrence-words.ts';
import { anyRecurrence } from '../support/recurrences.ts';
import { everyRule } from './support/every-rule.ts';

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

  test('every second Tuesday, not on bank holidays, until a day up to which they are known', () => {
    const rule = {
      kind: 'every-n-weeks',
      every: 2,
      days: [2],
      time: '09:00',
      from,
      until: '2027-05-01',
      bankHolidays: { nation: 'wales', instead: 'nothing' },
    } as const;
    assert.deepEqual(planWords(rule, today), {
      spoken: 'Every second Tuesday at nine in the morning, until Saturday the 1st of May 2027. Not on bank holidays.',
      written: 'Every second Tuesday at 9:00am, until Saturday 1 May 2027. Not on bank holidays.',
    });
    const { until: _end, ...endless } = rule;
    assert.equal(
      planWords(endless, today).written,
      'Every second Tuesday at 9:00am. Not on bank holidays. Bank holidays are known until Friday 31 December 2027; after that they count as other days.',
    );
  });

  test('T15 every four hours says that they are hours that pass', () => {
    const rule = { kind: 'every-n-hours', every: 4, first: '2026-11-24T08:00+00:00' } as const;
    assert.deepEqual(planWords(rule, today), {
      spoken:
        'Every four hours, counted from eight in the morning on Tuesday the 24th of November. These are hours that pass: when the clocks change, it moves by an hour on the clock.',
      written:
        'Every 4 hours, counted from 8:00am on Tuesday 24 November 2026. These are hours that pass: when the clocks change, it moves by an hour on the clock.',
    });
  });

  test('each kind has its sentence, in English and in Welsh', () => {
    const said = everyRule.map((rule) => planWords(rule, today).written);
    assert.deepEqual(said.slice(2), [
      'Every weekday at 9:00am, 1:00pm and 6:00pm.',
      'Every Monday and Wednesday at 9:00am. On a bank holiday it comes on the next working day instead. Bank holidays are known until Friday 31 December 2027; after that they count as other days.',
      'Every second day at 9:00am.',
      'Every 3 days at 9:00am.',
      'Every second Tuesday at 9:00am, until Saturday 1 May 2027. Not on bank holidays.',
      'Every second week on Tuesday and Friday at 9:00am.',
      'Every 3 weeks on Tuesday at 9:00am. Not on bank holidays. Bank holidays are known until Friday 31 December 2027; after that they count as other days.',
      'On the 5th of every month at 9:00am.',
      'On the 30th of every month, or the last day of a shorter one, at 9:00am.',
      'On the last day of every month at 9:00am.',
      'On the first Monday of every month at 9:00am.',
      'On the second Monday of every month at 9:00am.',
      'On the third Monday of every month at 9:00am.',
      'On the fourth Monday of every month at 9:00am.',
      'On the last Monday of every month at 9:00am.',
      'Every day at 9:00am. Not on Friday 25 December 2026 and on Friday 1 January 2027.',
      'Every hour, counted from 8:00am on Tuesday 24 November 2026. These are hours that pass: when the clocks change, it moves by an hour on the clock.',
      'Every 4 hours, counted from 8:00am on Tuesday 24 November 2026, until Friday 4 December 2026. These are hours that pass: when the clocks change, it moves by an hour on the clock.',
    ]);
    const welsh = everyRule.map((rule) => cy.when.recurrence(rule, today));
    assert.equal(new Set(welsh).size, everyRule.length);
    assert.deepEqual(welsh.slice(2), [
      'Bob dydd o’r wythnos waith am 9:00am, 1:00pm a 6:00pm.',
      'Bob dydd Llun a dydd Mercher am 9:00am. Ar ŵyl banc, daw ar y diwrnod gwaith nesaf yn lle hynny. Mae’r gwyliau banc yn hysbys hyd at ddydd Gwener 31 Rhagfyr 2027; ar ôl hynny maent fel dyddiau eraill.',
      'Bob yn ail ddiwrnod am 9:00am.',
      'Bob 3 diwrnod am 9:00am.',
      'Bob yn ail ddydd Mawrth am 9:00am, hyd at ddydd Sadwrn 1 Mai 2027. Nid ar wyliau banc.',
      'Bob yn ail wythnos ar ddydd Mawrth a dydd Gwener am 9:00am.',
      'Bob 3 wythnos ar ddydd Mawrth am 9:00am. Nid ar wyliau banc. Mae’r gwyliau banc yn hysbys hyd at ddydd Gwener 31 Rhagfyr 2027; ar ôl hynny maent fel dyddiau eraill.',
      'Ar y 5ed o bob mis am 9:00am.',
      'Ar y 30ain o bob mis, neu ar ddiwrnod olaf mis byrrach, am 9:00am.',
      'Ar ddiwrnod olaf pob mis am 9:00am.',
      'Ar y dydd Llun cyntaf o bob mis am 9:00am.',
      'Ar yr ail ddydd Llun o bob mis am 9:00am.',
      'Ar y trydydd dydd Llun o bob mis am 9:00am.',
      'Ar y pedwerydd dydd Llun o bob mis am 9:00am.',
      'Ar y dydd Llun olaf o bob mis am 9:00am.',
      'Bob dydd am 9:00am. Nid ar ddydd Gwener 25 Rhagfyr 2026 a dydd Gwener 1 Ionawr 2027.',
      'Bob awr, gan gyfrif o 8:00am dydd Mawrth 24 Tachwedd 2026. Oriau sy’n mynd heibio yw’r rhain: pan fydd y clociau’n newid, mae’n symud awr ar y cloc.',
      'Bob 4 awr, gan gyfrif o 8:00am dydd Mawrth 24 Tachwedd 2026, hyd at ddydd Gwener 4 Rhagfyr 2026. Oriau sy’n mynd heibio yw’r rhain: pan fydd y clociau’n newid, mae’n symud awr ar y cloc.',
    ]);
  });

  test('what is spoken of any rule can be said, and dates left out that are over are not', () => {
    fc.assert(
      fc.property(anyRecurrence, (rule) => {
        const { spoken, written } = planWords(rule, today);
        for (const words of [spoken, written, cy.when.recurrence(rule, today)]) {
          assert.ok(!/undefined|NaN|\{|\}/.test(words), words);
          assert.ok(words.endsWith('.'));
        }
        assert.ok(!/\d(am|pm)|\d:\d/.test(spoken), spoken);
      }),
      { numRuns: 500 },
    );
    const rule = { kind: 'daily', time: '09:00', from, except: ['2026-11-23', '2026-11-24'] } as const;
    assert.equal(planWords(rule, today).written, 'Every day at 9:00am. Not on Tuesday 24 November 2026.');
    assert.equal(planWords(rule, '2026-11-25').written, 'Every day at 9:00am.');
  });
});
