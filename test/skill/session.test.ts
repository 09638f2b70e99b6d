import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Pending, questionOf } from '../../lambda/skill/pending.ts';
import type { Said } from '../../lambda/skill/said.ts';
import { newSession, readSession } from '../../lambda/skill/session.ts';
import { aMessage, aResident, aVisit } from '../render/support/builders.ts';
import { conversation, open, say, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const overTheWire = (value: object): unknown => JSON.parse(JSON.stringify(value));

const sayings: readonly Said[] = [
  { topic: 'welcome' },
  { topic: 'visits', day: '2026-W48', part: 'evening', from: 3, next: 6 },
  { topic: 'appointments', from: 0 },
  { topic: 'one-reminder', time: '08:00' },
  { topic: 'messages', ids: ['2026-11-24T09:00#D#x.1'], isMore: true },
  { topic: 'messages-heard', count: 2 },
  { topic: 'reply', reply: 'done', id: '2026-11-24T09:00#R#x', early: true },
  { topic: 'which-reminder', ids: ['a', 'b'] },
  { topic: 'answer', subject: 'bins', missing: true },
  { topic: 'speech', change: 'slower', already: false },
  { topic: 'call', already: true },
  { topic: 'words', words: ['apple', 'teapot'] },
  { topic: 'guidance', about: 'weather' },
  { topic: 'safety', safety: 'low-mood' },
  { topic: 'plain', outcome: 'left-it' },
];

const questions: readonly Pending[] = [
  { kind: 'anything-else' },
  { kind: 'code', tries: 2 },
  { kind: 'ring-you', subject: 'bins', office: true },
  { kind: 'read-it', what: 'messages', count: 2 },
  { kind: 'go-on', left: 4 },
  { kind: 'is-it-done', ids: ['2026-11-24T08:00#R#x'], named: true },
  { kind: 'is-it-this', ids: ['2026-11-24T08:00#R#x'] },
  { kind: 'heard-it', ids: ['x'] },
  { kind: 'which-of-two', first: 'visits', second: 'messages' },
  {
    kind: 'is-that-you',
    candidate: 'stan',
    others: ['joyce'],
    resume: { intent: 'RingMeIntent', slots: { subject: 'bins' }, confirmed: true },
  },
];

describe('what a conversation keeps between turns', () => {
  for (const said of sayings)
    test(`what was said comes back as it went: ${said.topic}`, () => {
      assert.deepEqual(readSession(overTheWire({ ...newSession, said })).said, said);
    });
  for (const asks of questions)
    test(`what was asked comes back as it went: ${asks.kind}`, () => {
      assert.deepEqual(readSession(overTheWire({ ...newSession, asks })).asks, asks);
    });

  test('everything else comes back too', () => {
    const session = {
      ...newSession,
      opened: true,
      speaker: 'joyce',
      told: { residentId: 'joyce', ids: ['2026-11-24T08:00#R#x'] },
      read: ['a'],
      repeats: 1,
      misses: 2,
      faults: 1,
    };
    assert.deepEqual(readSession(overTheWire(session)), session);
  });

  test('another version, and whatever is not a session, is a new one', () => {
    for (const strange of [undefined, null, 'x', 7, [], {}, { v: 2, opened: true }])
      assert.deepEqual(readSession(strange), newSession);
  });

  test('any JSON at all is read without a fault, and only closed values come through', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('v', 'said', 'asks', 'told', 'speaker', 'read', 'misses'), fc.jsonValue()),
        (attributes) => {
          const session = readSession({ ...attributes, v: 1 });
          assert.ok(Number.isSafeInteger(session.misses) && session.misses >= 0);
          if (session.asks !== undefined) questionOf(session.asks, undefined);
        },
      ),
    );
  });

  test('an id that could break a key is no speaker and no resident', () => {
    const session = readSession({ v: 1, speaker: 'a#b', told: { residentId: 'a/b', ids: ['x'] } });
    assert.equal(session.speaker, undefined);
    assert.equal(session.told, undefined);
  });

  test('a reminder whose time cannot be read any more is asked for without it', () => {
    assert.deepEqual(questionOf({ kind: 'is-it-done', ids: ['strange'], named: true }, undefined), {
      kind: 'is-it-done',
    });
    assert.deepEqual(questionOf({ kind: 'is-it-this', ids: ['strange'] }, undefined), { kind: 'which-time' });
  });

  test('SEC-23: session attributes go back to Amazon, and hold no name, no place and no message', async () => {
    const canary = 'Zebedee';
    const home = await skillHome({
      residents: [aResident({ nameToUse: canary }, { fullName: canary })],
      diary: [aVisit('2026-11-24T12:30', undefined, { who: canary })],
      deliveries: [aMessage({ who: canary })],
    });
    const talk = conversation(home);
    for (const said of [open, yes, yes, say('WhoIsComingIntent'), say('HowAmIHeardIntent'), say('RingMeIntent')]) {
      const turn = await talk.turn(said);
      assert.doesNotMatch(JSON.stringify(turn.attributes), new RegExp(canary));
    }
    assert.doesNotMatch(JSON.stringify(home.logged), new RegExp(canary));
  });
});
