import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { ALERT_TEMPLATES } from '../../../infra/local/demo-council/alert-templates.ts';
import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import { isComplete } from '../../../lambda/core/alerts/alert.ts';
import { checkComplete, checkDraft } from '../../../lambda/core/alerts/check-content.ts';
import {
  areGood,
  checkWords,
  LONGEST_TEXT,
  LONGEST_TITLE,
  privateThingsIn,
} from '../../../lambda/core/alerts/check-words.ts';
import { contentHash } from '../../../lambda/core/alerts/content-hash.ts';
import { speechSeconds } from '../../../lambda/core/alerts/speech-seconds.ts';
import { type AlertTemplate, fillTemplate, placeholdersOf } from '../../../lambda/core/alerts/template.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import { aContent } from '../../support/builders/an-alert-service.ts';
import { aCouncil } from '../../support/builders/people.ts';

const NOW = instantOf('2026-11-24T10:00');

describe('SEC-08 what must not be spoken into a room', () => {
  for (const text of [
    'The key safe code is 4471.',
    'Keysafe 4471, please let yourself in.',
    'Use C1234Y for the key safe.',
    'The door code is 12 34.',
    'Gate code: 987654',
    'It is 4471 on the key box.',
    'The code for the lockbox has changed to 9912X.',
  ])
    test(`a code of a lock: ${text}`, () => assert.deepEqual(privateThingsIn(text), ['key-safe-code']));

  for (const text of ['Pay with 4111 1111 1111 1111.', 'Card 5500-0000-0000-0004', '340000000000009 is the card'])
    test(`a payment card: ${text}`, () => assert.ok(privateThingsIn(text).includes('card-number')));

  for (const text of ['NHS number 943 476 5919', 'Quote 9434765919 when you ring.'])
    test(`an NHS number: ${text}`, () => assert.deepEqual(privateThingsIn(text), ['nhs-number']));

  for (const text of ['Have your Warfarin ready.', 'Paracetamol is not delivered today.', 'No co-codamol at the desk'])
    test(`a medicine: ${text}`, () => assert.deepEqual(privateThingsIn(text), ['medicine-name']));

  for (const text of [
    'A flood is expected from 3pm today, 24 November 2026. If you are in danger, call 999.',
    'Ring us on 01632 960100 or 07700 900123.',
    'The 10:15 bus, number 42, does not run on 24 and 25 November.',
    'Your bins are collected on Thursday. Put them at the door by 7.',
    'The lunch club costs £4.50. There are 120 places.',
    'Please lock your door. Nobody needs a code from you.',
    'The code of conduct hangs at the door of room 12.',
    'Ring 01632 960100 about your key safe.',
  ])
    test(`nothing private: ${text}`, () => assert.deepEqual(privateThingsIn(text), []));
});

describe('the words of an alert', () => {
  test('lengths are held at their edge, counted in characters', () => {
    const at = (title: number, text: number) =>
      areGood(checkWords({ title: '☂'.repeat(title), text: '☂'.repeat(text) }));
    assert.ok(at(LONGEST_TITLE, LONGEST_TEXT));
    assert.ok(!at(LONGEST_TITLE + 1, LONGEST_TEXT));
    assert.ok(!at(LONGEST_TITLE, LONGEST_TEXT + 1));
    assert.deepEqual(checkWords({ title: ' ', text: '' }), { title: ['empty'], text: ['empty'] });
  });

  test('a placeholder that was not filled is refused', () => {
    assert.deepEqual(checkWords({ title: 'Flood', text: 'Near ((place)).' }).text, ['placeholder']);
  });

  test('the seconds of speech follow the words', () => {
    assert.equal(speechSeconds(''), 1);
    assert.equal(speechSeconds('one two three four five six seven eight nine ten'), 4);
    assert.ok(speechSeconds('Ring 01632 960100') > speechSeconds('Ring us please'));
  });
});

describe('what an alert needs before it may be submitted', () => {
  const council = aCouncil();
  const problems = (more: Parameters<typeof aContent>[0]) => checkComplete(aContent(more), council, NOW);

  test('a whole one has no problem', () => assert.deepEqual(problems({}), []));

  test('what is missing is named', () => {
    const { audience: _a, handling: _h, starts: _s, expires: _e, ...bare } = aContent();
    assert.deepEqual(
      checkComplete(bare, council, NOW).map(({ field, problem }) => `${field} ${problem}`),
      ['audience missing', 'handling missing', 'starts missing', 'expires missing'],
    );
    assert.equal(isComplete(bare), false);
  });

  test('a start that has passed, or lies over ninety days ahead, is refused at the edge', () => {
    const at = (start: string, expires: string) =>
      problems({ starts: { kind: 'at', at: start }, expires }).map(({ problem }) => problem);
    assert.deepEqual(at('2026-11-24T09:58', '2026-11-24T18:00'), ['has-passed']);
    assert.deepEqual(at('2026-11-24T10:00', '2026-11-24T18:00'), []);
    assert.deepEqual(at('2027-02-22T10:00', '2027-02-23T10:00'), []);
    assert.deepEqual(at('2027-02-22T10:01', '2027-02-23T10:00'), ['too-far']);
  });

  test('it lives at least ten minutes and at most seven days', () => {
    const until = (expires: string) => problems({ expires }).map(({ problem }) => problem);
    assert.deepEqual(until('2026-11-24T10:09'), ['too-soon']);
    assert.deepEqual(until('2026-11-24T10:10'), []);
    assert.deepEqual(until('2026-12-01T10:00'), []);
    assert.deepEqual(until('2026-12-01T10:01'), ['too-late']);
  });

  test('an area or group that the council does not have is refused', () => {
    const audience = { kind: 'residents', areas: ['mars'], groups: ['nobody'], languages: [] } as const;
    assert.deepEqual(
      checkDraft({ audience }, council, NOW).map(({ problem }) => problem),
      ['no-such-area', 'no-such-group'],
    );
  });
});

describe('C05 the hash that approval binds', () => {
  const base = aContent();
  const hash = (content: ReturnType<typeof aContent>) => (isComplete(content) ? contentHash(content, sha256) : '');

  test('the same content has the same hash, whatever the order in which it was put together', () => {
    const again = JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(base).reverse())));
    assert.equal(hash(again), hash(base));
  });

  for (const [what, more] of Object.entries({
    title: { words: { title: 'Flood warning!', text: base.words.text } },
    text: { words: { title: base.words.title, text: `${base.words.text} ` } },
    correction: { correction: { title: 'No flood', text: 'Other words.' } },
    privacy: { isPrivate: true },
    mode: { mode: 'practice' as const },
    audience: { audience: { kind: 'residents' as const, areas: ['north'], groups: [], languages: [] } },
    echo: { audience: { kind: 'residents' as const, areas: [], groups: [], languages: [], echo: 'managed' as const } },
    handling: { handling: 'notice' as const },
    start: { starts: { kind: 'at' as const, at: '2026-11-24T11:00' } },
    expiry: { expires: '2026-11-24T18:01' },
  }))
    test(`another ${what} has another hash`, () => assert.notEqual(hash(aContent(more)), hash(base)));

  test('nothing moves from one field into the next without another hash', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (a, b, c, d) => {
        const one = hash(aContent({ words: { title: a, text: b } }));
        const other = hash(aContent({ words: { title: c, text: d } }));
        assert.equal(one === other, a === c && b === d);
      }),
    );
  });
});

describe('templates', () => {
  const template: AlertTemplate = {
    council: 'harbour',
    id: 'flood',
    name: 'Flood',
    handling: 'urgent',
    words: { title: 'Flood in ((place))', text: 'Near ((place)) from (( time )).' },
    correction: { title: 'No flood', text: 'Not near ((place)), ((why)).' },
  };

  test('each placeholder is asked for once, in the order it is read', () => {
    assert.deepEqual(placeholdersOf(template), ['place', 'time', 'why']);
  });

  test('C08 a placeholder without a value is named, and nothing is filled', () => {
    assert.deepEqual(
      fillTemplate(
        template,
        new Map([
          ['place', 'Saltmere'],
          ['time', ' '],
        ]),
      ),
      {
        kind: 'left-empty',
        names: ['time', 'why'],
      },
    );
  });

  test('a value stands as it was typed: it is never read for placeholders or patterns itself', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        fc.pre(value.trim() !== '');
        const filled = fillTemplate(
          template,
          new Map([
            ['place', value],
            ['time', '((place))'],
            ['why', '$&'],
          ]),
        );
        assert.ok(filled.kind === 'filled');
        assert.equal(filled.words.text, `Near ${value.trim()} from ((place)).`);
        assert.equal(filled.correction?.text, `Not near ${value.trim()}, $&.`);
      }),
    );
  });

  for (const one of ALERT_TEMPLATES)
    test(`the council's own template "${one.name}" gives good words`, () => {
      const filled = fillTemplate(one, new Map(placeholdersOf(one).map((name) => [name, 'Saltmere Quay'])));
      assert.ok(filled.kind === 'filled');
      assert.ok(areGood(checkWords(filled.words)), JSON.stringify(checkWords(filled.words)));
      if (filled.correction !== undefined) assert.ok(areGood(checkWords(filled.correction)));
    });
});
