import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withoutFillers, withoutStammer } from '../../../../infra/local/understand/hesitation.ts';
import { editDistance, isNearly, soundOf } from '../../../../infra/local/understand/sound-alike.ts';
import { hear, said, stem, text } from '../../../../infra/local/understand/words.ts';

describe('a phrase is heard as words', () => {
  const cases: readonly (readonly [phrase: string, words: string])[] = [
    ["Who's coming?", 'who is coming'],
    ['I’ve done it!', 'i have done it'],
    ["I can't get up", 'i can not get up'],
    ["it won't, it isn't", 'it will not it is not'],
    ["nobody's been yet", 'nobody has been yet'],
    ["my carer's assessment", 'my carers assessment'],
    ['whens me carer coming', 'when is me carer coming'],
    ["eight o'clock", 'eight oclock'],
    ['at 8.30', 'at eight thirty'],
    ['at 8:05pm', 'at eight zero five pm'],
    ['the 26th', 'the twenty sixth'],
    ['call 999', 'call nine nine nine'],
    ['code 12345678', 'code one two three four five six seven eight'],
    ['the G. P. and the t.v.', 'the gp and the tv'],
    ['twenty-six', 'twenty six'],
    ['ok, let’s go', 'okay let us go'],
    ["what's t'time", 'what is the time'],
    ['', ''],
  ];
  for (const [phrase, words] of cases) test(`"${phrase}" is "${words}"`, () => assert.equal(text(hear(phrase)), words));

  test('what was really said is kept beside it', () => {
    assert.equal(said(hear("I've run out of milk at 8 o'clock.")), "i've run out of milk at 8 o'clock");
  });

  test('plurals meet their singular, and other endings stay', () => {
    assert.deepEqual(['carers', 'bins', 'charities', 'address', 'is', 'bus'].map(stem), [
      'carer',
      'bin',
      'charity',
      'address',
      'is',
      'bus',
    ]);
  });
});

describe('hesitation is left out', () => {
  const steady = (phrase: string): string =>
    text(withoutStammer(hear(phrase), (word) => word.length > 3 || word === 'is'));
  const brief = (phrase: string): string => text(withoutFillers(hear(phrase)));

  test('broken-off and repeated beginnings', () => {
    assert.equal(steady('w w when is ca carer'), 'when is carer');
    assert.equal(steady('when is when is the the carer'), 'when is the carer');
  });

  test('a digit said twice stays twice', () => {
    assert.equal(steady('the code is four four one one'), 'the code is four four one one');
    assert.equal(steady('one two one two'), 'one two one two');
  });

  test('sounds, courtesies and endearments', () => {
    assert.equal(brief('um hello er when is it please my love'), 'when is it');
    assert.equal(brief('thank you very much'), 'thank you very much');
  });

  test('an "oh" among numbers is a nought, and love after "in" is a thing', () => {
    assert.equal(brief('one oh two'), 'one oh two');
    assert.equal(brief('oh forget it'), 'forget it');
    assert.equal(brief('fallen in love'), 'fallen in love');
  });
});

describe('words that are nearly the same', () => {
  test('edit distance counts a swap of neighbours as one', () => {
    assert.deepEqual(
      [
        editDistance('carer', 'carer'),
        editDistance('apointment', 'appointment'),
        editDistance('fomr', 'form'),
        editDistance('', 'abc'),
      ],
      [0, 1, 1, 3],
    );
  });

  test('council, counsel and cancel sound alike; short words are never bent', () => {
    assert.equal(soundOf('council'), soundOf('counsel'));
    assert.ok(isNearly('career', 'carer'));
    assert.ok(isNearly('wheals', 'wheels'));
    assert.ok(!isNearly('tall', 'tell'));
    assert.ok(!isNearly('tall', 'call'));
    assert.ok(!isNearly('jazz', 'bins'));
  });
});
