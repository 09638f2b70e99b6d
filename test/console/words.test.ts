import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cy } from '../../lambda/console/words/cy.ts';
import { en } from '../../lambda/console/words/en.ts';

type Leaf = { readonly path: string; readonly value: string | ((...given: string[]) => string) };

/** Every sentence of a catalogue, with its place. */
const leavesOf = (value: unknown, path = ''): Leaf[] => {
  if (typeof value === 'string') return [{ path, value }];
  if (typeof value === 'function') return [{ path, value: value as (...given: string[]) => string }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => leavesOf(inside, path === '' ? name : `${path}.${name}`));
};

/** The dates and times are functions of the domain's values, and have tests of their own. */
const isWhen = ({ path }: Leaf) => path.startsWith('when.');

const said = ({ value, path }: Leaf): string => {
  if (typeof value === 'string') return value;
  const given = Array.from({ length: value.length }, (_, at) => `given-${at}`);
  const sentence = value(...given);
  for (const each of given) assert.ok(sentence.includes(each), `${path} leaves out what it is given`);
  return sentence;
};

/** Names, and what is the same in both languages. */
const SAME = new Set([
  'service',
  'officers.home.echos',
  'officers.home.which',
  'reminders.page.by.system',
  'reminders.check.quoted',
  'diary.withWho',
  'diary.atWhere',
  'residents.week.which',
  'officers.callBacks.hidden',
  'alertActs.history.changed',
  'alertActs.history.system',
  'alertForms.preview.sample',
  'alerts.number',
  'alerts.reach.addsUp',
  'bins.line',
  'bins.bin',
  'bins.colours.brown',
]);

describe('the words of the pages', () => {
  const [english, welsh] = [leavesOf(en), leavesOf(cy)];
  /** Sentences that can be said with whatever they are given: not times, and not counts. */
  const sayable = (leaves: Leaf[]) => leaves.filter((leaf) => !isWhen(leaf) && !leaf.path.endsWith('needsYou'));

  test('every sentence stands in both languages', () => {
    assert.deepEqual(
      welsh.map(({ path }) => path),
      english.map(({ path }) => path),
    );
    assert.ok(english.length > 400, String(english.length));
  });

  test('no sentence is empty, and each says everything it is given, in both languages', () => {
    for (const leaf of sayable([...english, ...welsh])) assert.ok(said(leaf).trim().length > 0, leaf.path);
  });

  test('no English sentence was left in the Welsh catalogue', () => {
    const inEnglish = new Map(english.map((leaf) => [leaf.path, leaf]));
    const left = sayable(welsh)
      .filter(({ path }) => !SAME.has(path))
      .filter((leaf) => said(leaf) === said(inEnglish.get(leaf.path) ?? leaf))
      .map(({ path }) => path);
    assert.deepEqual(left, []);
  });

  test('the words of the house are used, and none of their synonyms', () => {
    const wrong = /\b(user|patient|client|caregiver|helper|customer|device|emergency|notification centre)\b/i;
    const found = sayable(english).filter((leaf) => wrong.test(said(leaf)));
    assert.deepEqual(
      found.map(({ path }) => path),
      [],
    );
  });

  test('no page asks for anything about anybody’s health (G14)', () => {
    const asked = /\b(tablets?|dose|symptoms?|diagnosis|prescription|pills?)\b/i;
    const found = sayable(english).filter((leaf) => asked.test(said(leaf)));
    assert.deepEqual(found, []);
  });
});

describe('days and times in words', () => {
  const today = '2026-11-24';

  test('times are written as people read them', () => {
    for (const [time, words] of [
      ['08:00', '8:00am'],
      ['00:30', '12:30am'],
      ['12:15', '12:15pm'],
      ['20:30', '8:30pm'],
      ['12:00', 'midday'],
      ['00:00', 'midnight'],
    ] as const)
      assert.equal(en.when.time(time), words);
    assert.equal(cy.when.time('12:00'), 'hanner dydd');
  });

  test('a rule is one plain sentence', () => {
    const from = '2026-11-01';
    assert.equal(en.when.recurrence({ kind: 'weekdays', time: '08:00', from }, today), 'Every weekday at 8:00am.');
    assert.equal(
      en.when.recurrence({ kind: 'daily', time: '20:30', from: '2026-12-01', until: '2027-05-01' }, today),
      'Every day at 8:30pm, from Tuesday 1 December 2026, until Saturday 1 May 2027.',
    );
    assert.equal(
      en.when.recurrence({ kind: 'chosen-weekdays', days: [7, 1, 3], time: '09:00', from }, today),
      'Every Monday, Wednesday and Sunday at 9:00am.',
    );
    assert.equal(
      en.when.recurrence({ kind: 'once', at: '2026-11-27T14:00' }, today),
      'Once, on Friday 27 November 2026 at 2:00pm.',
    );
  });

  test('the same rules in Welsh', () => {
    const from = '2026-11-01';
    assert.equal(
      cy.when.recurrence({ kind: 'weekdays', time: '08:00', from, until: '2027-05-01' }, today),
      'Bob dydd o’r wythnos waith am 8:00am, hyd at ddydd Sadwrn 1 Mai 2027.',
    );
    assert.equal(
      cy.when.recurrence({ kind: 'chosen-weekdays', days: [4, 2], time: '09:00', from }, today),
      'Bob dydd Mawrth a dydd Iau am 9:00am.',
    );
    assert.equal(
      cy.when.recurrence({ kind: 'once', at: '2026-11-27T14:00' }, today),
      'Unwaith, dydd Gwener 27 Tachwedd 2026 am 2:00pm.',
    );
  });

  test('counts read as counts', () => {
    assert.equal(en.residents.needsYou(1), '1 thing needs attention');
    assert.equal(en.residents.needsYou(3), '3 things need attention');
    assert.equal(cy.residents.needsYou(2), 'Mae angen sylw ar 2 beth');
    assert.equal(en.when.minutes(1), '1 minute');
  });
});
