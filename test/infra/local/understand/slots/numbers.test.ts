import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { durationValue } from '../../../../../infra/local/understand/slots/duration.ts';
import { fourDigitNumber, numberValue } from '../../../../../infra/local/understand/slots/number.ts';
import { builtInReader } from '../../../../../infra/local/understand/slots/slot-reader.ts';
import { hear } from '../../../../../infra/local/understand/words.ts';

const words = (phrase: string): readonly string[] => hear(phrase).map(({ word }) => word);
const read = (type: string, phrase: string) => builtInReader(type).read(hear(phrase), '2026-11-24')?.value;

const table = (
  parse: (words: readonly string[]) => string | undefined,
  cases: readonly (readonly [string, string | undefined])[],
) => {
  for (const [phrase, value] of cases) {
    test(`"${phrase}" is ${value ?? 'none'}`, () => assert.equal(parse(words(phrase)), value));
  }
};

describe('AMAZON.NUMBER', () => {
  table(numberValue, [
    ['one two three four five six seven eight', '12345678'],
    ['12345678', '12345678'],
    ['1234 5678', '12345678'],
    ['double four oh one treble two three', '44012223'],
    ['oh one two three four five six seven', '01234567'],
    ['nought seven', '07'],
    ['twelve thirty four fifty six seventy eight', '12345678'],
    ['eleven twenty two thirty three forty four', '11223344'],
    ['twenty six', '26'],
    ['a hundred', '100'],
    ['a hundred and five', '105'],
    ['two thousand and twenty six', '2026'],
    ['twelve thousand three hundred and forty five', '12345'],
    ['three million', '3000000'],
    ['zero', '0'],
    ['banana', undefined],
    ['one banana', undefined],
    ['', undefined],
  ]);

  test('any eight digits come back, typed or said one by one', () => {
    const digits = fc.stringMatching(/^\d{8}$/);
    fc.assert(
      fc.property(digits, (code) => {
        assert.equal(numberValue(words(code)), code);
        assert.equal(numberValue(words([...code].join(' '))), code);
      }),
    );
  });
});

describe('AMAZON.FOUR_DIGIT_NUMBER', () => {
  table(fourDigitNumber, [
    ['nineteen eighty four', '1984'],
    ['one two three four', '1234'],
    ['oh one two three', '0123'],
    ['double one double two', '1122'],
    ['two thousand and six', '2006'],
    ['one two three', undefined],
  ]);
});

describe('AMAZON.DURATION', () => {
  table(durationValue, [
    ['ten minutes', 'PT10M'],
    ['half an hour', 'PT30M'],
    ['a quarter of an hour', 'PT15M'],
    ['three quarters of an hour', 'PT45M'],
    ['an hour', 'PT1H'],
    ['an hour and a half', 'PT1H30M'],
    ['two and a half hours', 'PT2H30M'],
    ['an hour and ten minutes', 'PT1H10M'],
    ['a day', 'P1D'],
    ['two weeks', 'P2W'],
    ['a fortnight', 'P2W'],
    ['a week and two days', 'P1W2D'],
    ['one day and two hours', 'P1DT2H'],
    ['thirty seconds', 'PT30S'],
    ['ages', undefined],
  ]);
});

describe('the other types of Amazon', () => {
  test('an ordinal is its number', () => {
    assert.deepEqual(
      ['second', 'the twenty first', '3rd', 'two'].map((phrase) => read('AMAZON.Ordinal', phrase)),
      ['2', '21', '3', undefined],
    );
  });

  test('a first name is one word', () => {
    assert.deepEqual(
      ['Sandra', 'the girl'].map((phrase) => read('AMAZON.FirstName', phrase)),
      ['sandra', undefined],
    );
  });

  test('free text is what was said', () => {
    assert.equal(read('AMAZON.SearchQuery', "I've run out of milk, love"), "i've run out of milk love");
  });

  test('a list type that is not modelled takes up to three words', () => {
    assert.equal(read('AMAZON.Room', 'the living room'), 'the living room');
    assert.equal(read('AMAZON.Room', 'the room at the back'), undefined);
  });
});
