import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { SAFETY_CLASSES } from '../../lambda/core/safeguarding/safety-class.ts';
import { type Asked, readAsked } from '../../lambda/skill/asked.ts';
import { FAMILIES, familyOf } from '../../lambda/skill/families.ts';
import { featuresOf } from '../../lambda/skill/features.ts';
import { INTENTS, intentNamed } from '../../lambda/skill/intents.ts';
import type { SkillNeeds } from '../../lambda/skill/needs.ts';
import type { Pending } from '../../lambda/skill/pending.ts';
import { quickFeatures } from '../../lambda/skill/quick-features.ts';
import { safetyOf } from '../../lambda/skill/safety-classes.ts';
import { newSession } from '../../lambda/skill/session.ts';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { conversation, envelopeOf, say } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const model = JSON.parse(readFileSync(join(import.meta.dirname, '../../interaction-models/en-GB.json'), 'utf8'));
const inModel: readonly string[] = model.interactionModel.languageModel.intents.map(
  (one: { name: string }) => one.name,
);

const states: readonly (Pending | undefined)[] = [
  undefined,
  { kind: 'anything-else' },
  { kind: 'what-would-you-like' },
  { kind: 'which-time' },
  { kind: 'which-day' },
  { kind: 'are-you-hurt' },
  { kind: 'what-name' },
  { kind: 'quiet-hours' },
  { kind: 'read-private', id: 'x' },
  { kind: 'tell-you', choices: ['visits', 'messages'] },
  { kind: 'reminder-day', draft: {} },
  { kind: 'reminder-time', draft: { day: '2026-11-25' } },
  { kind: 'reminder-half', draft: { day: '2026-11-25', time: '03:00' } },
  { kind: 'set-it', draft: { day: '2026-11-25', time: '09:00' } },
  { kind: 'which-one', to: 'cancel', draft: {} },
  { kind: 'cancel-it', which: { id: 'rem-08', act: 1 } },
  { kind: 'have-the-code' },
  { kind: 'unpair-echo' },
  { kind: 'stop-everything' },
  { kind: 'stop-for-good' },
  { kind: 'forget-me' },
  { kind: 'forget-for-good' },
  { kind: 'code', tries: 1 },
  { kind: 'screen-code', tries: 1 },
  { kind: 'same-words', screen: 'lounge' },
  { kind: 'speech' },
  { kind: 'subject' },
  { kind: 'ring-you' },
  { kind: 'read-it', what: 'visits', count: 1 },
  { kind: 'go-on', left: 1 },
  { kind: 'is-it-done', ids: ['2026-11-24T08:00#R#rem-08'], named: true },
  { kind: 'is-it-this', ids: ['2026-11-24T08:00#R#rem-08'] },
  { kind: 'heard-it', ids: ['x'] },
  { kind: 'is-that-you', candidate: 'bill', others: [], resume: { slots: {}, confirmed: false } },
  { kind: 'which-of-two', first: 'visits', second: 'day-and-time' },
];

const asked = (request: object, asks: Pending | undefined): Asked => {
  const session = { attributes: { ...newSession, ...(asks === undefined ? {} : { asks }) } };
  return readAsked({ session, request });
};

describe('who serves what', () => {
  // Only `claims` is asked here, which needs nothing.
  const features = featuresOf({} as SkillNeeds);
  const requests = [
    { type: 'LaunchRequest' },
    { type: 'LaunchRequest', task: { name: 'amzn1.ask.skill.harbour.MyDay' } },
    { type: 'LaunchRequest', task: { name: 'amzn1.ask.skill.harbour.MyDayAsked' } },
    ...INTENTS.map((name) => ({ type: 'IntentRequest', intent: { name } })),
    { type: 'IntentRequest', intent: { name: 'SomethingElse' } },
  ];

  test('IM-60: every intent of the model is known, and every known intent is in the model', () => {
    assert.deepEqual([...INTENTS].sort(), [...inModel].sort());
    assert.equal(intentNamed('SomethingElse'), undefined);
  });

  for (const state of states)
    test(`with ${state?.kind ?? 'nothing'} asked, exactly one feature claims each request`, () => {
      for (const request of requests) {
        const claiming = features.filter(({ claims }) => claims(asked(request, state)));
        assert.equal(claiming.length, 1, `${JSON.stringify(request)}: ${claiming.map(({ name }) => name)}`);
      }
    });

  for (const state of states)
    test(`with ${state?.kind ?? 'nothing'} asked, a quick feature claims just what it claims among all`, () => {
      const quick = quickFeatures({} as SkillNeeds);
      for (const request of requests) {
        const [among] = features.filter(({ claims }) => claims(asked(request, state)));
        const [at] = quick.filter(({ claims }) => claims(asked(request, state)));
        if (at !== undefined) assert.equal(at.name, among?.name);
        else assert.ok(!quick.some(({ name }) => name === among?.name), `${among?.name} waits`);
      }
    });

  test('safety is asked first, whatever was asked', () => {
    assert.equal(features[0]?.name, 'safety');
    assert.deepEqual(
      INTENTS.map(safetyOf).filter((one) => one !== undefined),
      SAFETY_CLASSES,
    );
  });

  test('every intent has a family, and every family an intent', () => {
    assert.deepEqual(new Set(INTENTS.map(familyOf)), new Set(FAMILIES));
    assert.equal(familyOf(undefined), 'control');
  });
});

describe('V-11: every request in every state', () => {
  for (const state of states)
    for (const level of ['open', 'closed'] as const)
      test(`with ${state?.kind ?? 'nothing'} asked at an ${level} Echo, every intent is answered well`, async () => {
        for (const name of INTENTS) {
          const home = await skillHome({
            residents: [aResident()],
            diary: [aVisit('2026-11-24T12:30')],
            deliveries: [aReminderDelivery('2026-11-24T08:00'), aMessage()],
            level,
          });
          const session = { ...newSession, opened: true, ...(state === undefined ? {} : { asks: state }) };
          // The first turn of this conversation finds the state as if an earlier one had left it.
          const resumed = {
            ...home,
            answer: (event: unknown) =>
              home.answer({
                ...(event as object),
                ...envelopeOf(home, say(name), { isNew: false, attributes: JSON.parse(JSON.stringify(session)) }),
              }),
          };
          const turn = await conversation(resumed).turn(say(name));
          assert.notEqual(turn.outcome, 'fault', `${name}: ${turn.speech}`);
        }
      });
});
