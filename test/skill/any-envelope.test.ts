import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { alexaSchemaFault } from '../../infra/local/virtual-alexa/alexa-schemas.ts';
import { LARGEST_RESPONSE } from '../../infra/local/virtual-alexa/response-rules.ts';
import { spokenSsml } from '../../infra/local/virtual-alexa/ssml.ts';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { skillHome } from '../support/skill-home.ts';
import { anyEnvelope, REQUEST_NAMES } from './any-envelope.ts';

/** The bar is 10,000; `BELLBIRD_ENVELOPES=10000` runs as many. */
const ENVELOPES = Number(process.env.BELLBIRD_ENVELOPES ?? 400);

/** What may be answered with words: somebody is talking, has just answered Alexa herself, or has touched a screen. */
const MAY_BE_ANSWERED = [
  'LaunchRequest',
  'IntentRequest',
  'SessionResumedRequest',
  'Connections.Response',
  'Alexa.Presentation.APL.UserEvent',
];

type Answer = { readonly response: Readonly<Record<string, unknown>> & { readonly outputSpeech?: { ssml?: string } } };

const requestOf = (envelope: unknown) => (envelope as { request: { type: string } }).request;
const isInSession = (envelope: unknown): boolean => (envelope as { session?: unknown }).session !== undefined;

const aHome = () =>
  skillHome({
    residents: [aResident()],
    diary: [aVisit('2026-11-24T11:00', '2026-11-24T11:30')],
    deliveries: [aReminderDelivery('2026-11-24T08:00'), aMessage()],
    screen: true,
  });

const sayable = ({ response }: Answer): void => {
  const ssml = response.outputSpeech?.ssml;
  if (ssml === undefined) return;
  const spoken = spokenSsml(ssml);
  assert.equal(spoken.kind, 'spoken', spoken.kind === 'refused' ? spoken.why : '');
};

describe('any request that Amazon may send', () => {
  test('the model knows every type of request that a skill must take', () => {
    const named = readFileSync(
      join(import.meta.dirname, '../../infra/local/virtual-alexa/schema/ask-sdk-model.json'),
      'utf8',
    );
    for (const type of [
      ...['LaunchRequest', 'IntentRequest', 'SessionEndedRequest', 'SessionResumedRequest', 'Connections.Response'],
      ...['System.ExceptionEncountered', 'Alexa.Presentation.APL.UserEvent', 'Alexa.Presentation.APL.RuntimeError'],
      ...['Messaging.MessageReceived', 'AlexaSkillEvent.SkillDisabled', 'Reminders.ReminderStarted'],
      ...['Alexa.DataStore.PackageManager.UsagesInstalled', 'Alexa.DataStore.Error', 'Alexa.Authorization.Grant'],
    ])
      assert.ok(named.includes(`{"const":"${type}"}`), type);
    assert.ok(REQUEST_NAMES.length > 40);
  });

  test(`F-12 V-05 S-01: ${ENVELOPES} random envelopes never make the skill fail, never get speech where nobody listens, and never a response too large`, async () => {
    await fc.assert(
      fc.asyncProperty(anyEnvelope, async (envelope) => {
        const { answer, logged } = await aHome();
        const wire: Answer = JSON.parse(JSON.stringify(await answer(JSON.parse(JSON.stringify(envelope)))));
        assert.equal(alexaSchemaFault('response', wire), undefined);
        assert.ok(Buffer.byteLength(JSON.stringify(wire)) <= LARGEST_RESPONSE);
        sayable(wire);
        assert.deepEqual(
          logged.filter(({ code }) => code === 'skill.fault'),
          [],
        );
        const { type } = requestOf(envelope);
        if (MAY_BE_ANSWERED.includes(type) && isInSession(envelope)) return;
        const { outputSpeech, reprompt, card, directives = [] } = wire.response;
        assert.deepEqual([outputSpeech, reprompt, card, directives], [undefined, undefined, undefined, []], type);
      }),
      { numRuns: ENVELOPES },
    );
  });
});
