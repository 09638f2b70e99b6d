import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { timeValue } from '../../../../../infra/local/understand/slots/time.ts';
import { hear } from '../../../../../infra/local/understand/words.ts';

const time = (phrase: string) => timeValue(hear(phrase).map(({ word }) => word));

describe('AMAZON.TIME', () => {
  const cases: readonly (readonly [phrase: string, value: string | undefined])[] = [
    ["eight o'clock", '08:00'],
    ['eight', '08:00'],
    ['8', '08:00'],
    ['8.30', '08:30'],
    ['20:30', '20:30'],
    ['08:00', '08:00'],
    ['half past eight', '08:30'],
    ['half eight', '08:30'],
    ['quarter to nine', '08:45'],
    ['a quarter past nine', '09:15'],
    ['ten to eight', '07:50'],
    ['twenty five past six', '06:25'],
    ['five minutes to one', '12:55'],
    ['eight thirty', '08:30'],
    ['eight oh five', '08:05'],
    ['twenty hundred hours', '20:00'],
    ['eight in the evening', '20:00'],
    ["eight o'clock at night", '20:00'],
    ['eight pm', '20:00'],
    ['8:30 p.m.', '20:30'],
    ['half past eight in the morning', '08:30'],
    ['half past two in the afternoon', '14:30'],
    ['two at night', '02:00'],
    ['twelve at night', '00:00'],
    ['twelve', '12:00'],
    ['twelve pm', '12:00'],
    ['twelve am', '00:00'],
    ['noon', '12:00'],
    ['midday', '12:00'],
    ['midnight', '00:00'],
    ['at eight', '08:00'],
    ['morning', 'MO'],
    ['this afternoon', 'AF'],
    ['evening', 'EV'],
    ['in the evening', 'EV'],
    ['tonight', 'NI'],
    ['thirteen oclock', undefined],
    ['eight seventy', undefined],
    ['half past thirteen', undefined],
    ['blue', undefined],
    ['', undefined],
  ];
  for (const [phrase, value] of cases) {
    test(`"${phrase}" is ${value ?? 'no time'}`, () => assert.equal(time(phrase), value));
  }

  test('any time of the day is found as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const written = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        assert.equal(time(written), written);
      }),
    );
  });
});
