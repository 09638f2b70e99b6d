import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { screenPageWords } from '../../../lambda/render/screen-page-words.ts';
import type { Card, Face, NowAnswer } from '../../../lambda/screen/page/answer.ts';
import { ukClock } from '../../../lambda/screen/page/clock.ts';
import { keyOf } from '../../../lambda/screen/page/keys.ts';
import { pauseAfter } from '../../../lambda/screen/page/pause.ts';
import {
  cardsOf,
  firstState,
  heard,
  PRIVATE_FOR,
  putAside,
  type State,
  URGENT_ASIDE_FOR,
} from '../../../lambda/screen/page/state.ts';
import { statusOf, viewOf } from '../../../lambda/screen/page/view.ts';

const WORDS = screenPageWords('Harbour County Council');
const NOW = Date.parse('2026-11-24T10:00:00Z');
const AHEAD = 3_600_000;

const face = (title: string): Face => ({
  kind: 'message',
  label: 'Message',
  title,
  lines: [],
  how: '',
  speech: title,
  ok: 'OK',
});
const card = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  face: face(id),
  act: 'acknowledge',
  expiresAt: NOW + AHEAD + 600_000,
  isUrgent: false,
  isQuiet: false,
  chime: 'low',
  rate: 1,
  wantsShown: true,
  ...more,
});
const answered = (cards: readonly Card[], more: object = {}): NowAnswer => ({
  state: 'paired',
  textSize: 'large',
  cards,
  now: NOW + AHEAD,
  every: 3_000,
  version: 'v',
  ...more,
});
/** The television's own clock is an hour behind the server's. */
const knowing = (...cards: readonly Card[]): State => ({ ...heard(firstState, answered(cards), NOW), neededAt: NOW });
const clock = ukClock();
const status = (state: State, now: number, isSoundOn = true): string =>
  statusOf(state, WORDS, { now, view: viewOf(state, WORDS, now), isSoundOn, clock });

describe('the clock of the page', () => {
  for (const [at, words] of [
    ['2026-11-24T10:04:00Z', 'Tuesday morning 10:04am 24 November 2026'],
    ['2026-11-24T00:30:00Z', 'Tuesday night 12:30am 24 November 2026'],
    ['2026-11-24T12:00:00Z', 'Tuesday afternoon 12:00pm 24 November 2026'],
    ['2026-07-01T17:30:00Z', 'Wednesday evening 6:30pm 1 July 2026'],
    ['2026-11-24T22:00:00Z', 'Tuesday night 10:00pm 24 November 2026'],
  ] as const)
    test(`${at} is ${words}, whatever zone the television is set to`, () => {
      const { weekday, part, digits, half, date } = clock(Date.parse(at));
      assert.equal(`${weekday} ${part} ${digits}${half} ${date}`, words);
    });
});

describe('keys of keyboards and remote controls', () => {
  test('OK, Back and the arrows are known by name or by number', () => {
    const named = (key: string, keyCode = 0) => keyOf({ key, keyCode });
    assert.deepEqual(
      ['Enter', ' ', 'Select'].map((key) => named(key)),
      ['ok', 'ok', 'ok'],
    );
    assert.deepEqual(
      ['Escape', 'Backspace', 'GoBack'].map((key) => named(key)),
      ['back', 'back', 'back'],
    );
    assert.deepEqual([named('Unidentified', 461), named('Unidentified', 10009)], ['back', 'back']);
    assert.deepEqual([named('', 23), named('ArrowLeft'), named('Down')], ['ok', 'left', 'down']);
    assert.deepEqual([named('a', 65), named('Tab', 9)], [undefined, undefined]);
  });
});

describe('how often the page asks', () => {
  test('every few seconds; after failures twice as long each time, at most half a minute, never all at once', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 50].map((failures) => pauseAfter(3_000, failures, 0)),
      [3_000, 6_000, 12_000, 24_000, 30_000, 30_000],
    );
    assert.ok(pauseAfter(3_000, 9, 1) >= 20_000 && pauseAfter(3_000, 9, 1) < 30_000);
  });
});

describe('what the page draws', () => {
  test('the first card that has not expired on the server’s clock, and how many more wait', () => {
    const state = knowing(card('a', { expiresAt: NOW + AHEAD + 1_000 }), card('b'), card('c'));
    const first = viewOf(state, WORDS, NOW);
    assert.deepEqual(first.kind === 'card' && [first.card.id, first.more], ['a', '2 more are waiting.']);
    const later = viewOf(state, WORDS, NOW + 1_000);
    assert.deepEqual(later.kind === 'card' && [later.card.id, later.more], ['b', 'One more is waiting.']);
    assert.equal(viewOf(state, WORDS, NOW + 600_000).kind, 'idle', 'all have expired, with no network needed');
  });

  test('what was acknowledged here is gone at once', () => {
    const state: State = { ...knowing(card('a'), card('b')), done: { a: true } };
    assert.deepEqual(
      cardsOf(state, NOW).map(({ id }) => id),
      ['b'],
    );
  });

  test('what was put aside comes back', () => {
    const urgent = card('a', { isUrgent: true, act: 'put-aside', expiresAt: NOW + 2 * AHEAD });
    const state = putAside(knowing(urgent), urgent, NOW);
    assert.deepEqual(cardsOf(state, NOW), []);
    assert.equal(cardsOf(state, NOW + URGENT_ASIDE_FOR).length, 1);
  });

  test('SEC-07 private words stand for a minute, then say how to bring them back', () => {
    const state = knowing(card('secret', { hidden: face('You have a message') }));
    const titleAt = (now: number) => {
      const view = viewOf(state, WORDS, now);
      return view.kind === 'card' && view.face.title;
    };
    assert.equal(titleAt(NOW + PRIVATE_FOR - 1), 'secret');
    assert.equal(titleAt(NOW + PRIVATE_FOR), 'You have a message');
    assert.equal(titleAt(NOW - 1), 'You have a message', 'a clock that was put back reveals nothing');
  });

  test('what is next in detail for a minute after a key, and roughly otherwise', () => {
    const next = { text: 'You have a visit this afternoon.', detail: 'Amina is coming today at 2:00pm.' };
    const state = { ...heard(firstState, answered([], { next }), NOW), neededAt: NOW };
    assert.deepEqual(viewOf(state, WORDS, NOW), { kind: 'idle', next: next.detail, details: '' });
    assert.deepEqual(viewOf(state, WORDS, NOW + PRIVATE_FOR), {
      kind: 'idle',
      next: next.text,
      details: 'Press OK to see more.',
    });
  });

  test('a code in two groups until it is over; too many codes; the two words and what is waited for', () => {
    const at = (answer: object): State =>
      heard(firstState, { now: NOW, every: 1, version: 'v', ...answer } as NowAnswer, NOW);
    const code = { digits: '12345678', expiresAt: NOW + 10 };
    const shown = viewOf({ ...at({ state: 'code', expiresAt: NOW + 10 }), code }, WORDS, NOW);
    assert.equal(shown.kind === 'pairing' && shown.code, '1234 5678');
    const over = viewOf({ ...at({ state: 'code', expiresAt: NOW + 10 }), code }, WORDS, NOW + 10);
    assert.deepEqual(over.kind === 'pairing' && [over.code, over.ok], ['', 'New code']);
    const many = viewOf({ ...at({ state: 'unpaired' }), tooManyCodes: true }, WORDS, NOW);
    assert.match(many.kind === 'pairing' ? (many.lines[0] ?? '') : '', /too many codes/);
    assert.equal(many.kind === 'pairing' && many.ok, 'New code', 'it can be left by OK');
    const words = { state: 'words', words: ['teapot', 'meadow'], okPressed: false, expiresAt: NOW + 10 };
    const asking = viewOf(at(words), WORDS, NOW);
    assert.deepEqual(asking.kind === 'pairing' && [asking.code, asking.ok], ['teapot meadow', 'They are the same']);
    const waiting = viewOf(at({ ...words, okPressed: true }), WORDS, NOW);
    assert.equal(waiting.kind === 'pairing' && waiting.ok, undefined);
  });
});

describe('the line at the foot', () => {
  test('says how old what is shown is, when it is older than half a minute, and whether the network is gone', () => {
    const state = knowing();
    assert.equal(status(state, NOW + 30_000), '');
    assert.equal(status(state, NOW + 30_001), 'Last up to date at 11:00am');
    assert.equal(status({ ...state, isCut: true }, NOW + 31_000), 'No connection. Last up to date at 11:00am');
    assert.equal(status(firstState, NOW), 'One moment.');
  });

  test('a page that asks seldom is old only when two questions have brought no answer', () => {
    const idle: State = { ...heard(firstState, answered([], { every: 30_000 }), NOW), isCut: true };
    assert.doesNotMatch(status(idle, NOW + 59_000), /up to date/);
    assert.match(status(idle, NOW + 61_000), /^No connection\. Last up to date at /);
  });

  test('says that sound is off, and which key turns it on without acknowledging anything', () => {
    assert.equal(status(knowing(), NOW, false), 'Sound is off: press OK');
    assert.equal(status(knowing(card('a')), NOW, false), 'Sound is off: press an arrow key');
  });

  test('thanks for a few seconds', () => {
    const noted = { ...knowing(), note: { text: 'Thank you.', until: NOW + 5_000 } };
    assert.deepEqual([status(noted, NOW), status(noted, NOW + 5_000)], ['Thank you.', '']);
  });
});
