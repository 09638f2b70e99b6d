import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseEnvelope } from '../../../../infra/local/virtual-alexa/parse-envelope.ts';
import { says, scriptedAlexa } from './scripted-alexa.ts';

const launch = async () => {
  const { alexa, sent } = await scriptedAlexa([says('Hello?')]);
  await alexa.say('kitchen', 'open bell bird');
  return JSON.parse(JSON.stringify(sent[0]));
};

describe('a request envelope that comes over HTTP', () => {
  test('is read when it is one', async () => {
    const envelope = await launch();
    assert.deepEqual(parseEnvelope(envelope), { kind: 'envelope', envelope });
  });

  test('needs no session when it is an event, of a kind not known yet too', async () => {
    const { session: _, ...envelope } = await launch();
    const event = { ...envelope, request: { ...envelope.request, type: 'AlexaSkillEvent.SkillRenamed' } };
    assert.equal(parseEnvelope(event).kind, 'envelope');
  });

  const MALFORMED: [string, (envelope: Record<string, Record<string, unknown>>) => unknown, RegExp][] = [
    ['nothing', () => undefined, /must be a JSON object/],
    ['a list', () => [], /must be a JSON object|version/],
    ['words', () => 'open bell bird', /must be a JSON object/],
    ['another version', (envelope) => ({ ...envelope, version: '2.0' }), /version is wrong/],
    ['no context', ({ context: _, ...envelope }) => envelope, /context is wrong/],
    [
      'no skill id',
      (envelope) => ({ ...envelope, context: { System: { user: { userId: 'u' } } } }),
      /System.application is wrong/,
    ],
    [
      'an empty user id',
      (envelope) => ({
        ...envelope,
        context: { System: { application: { applicationId: 'a' }, user: { userId: '' } } },
      }),
      /userId is wrong/,
    ],
    ['no request', ({ request: _, ...envelope }) => envelope, /request is wrong/],
    [
      'a time that is not one',
      (envelope) => ({ ...envelope, request: { ...envelope.request, timestamp: 'today' } }),
      /request.timestamp is wrong/,
    ],
    ['a launch without a session', ({ session: _, ...envelope }) => envelope, /session is wrong \(missing\)/],
    [
      'an intent request without its intent',
      (envelope) => ({ ...envelope, request: { ...envelope.request, type: 'IntentRequest' } }),
      /not an intent/,
    ],
    [
      'slots that are not slots',
      (envelope) => ({
        ...envelope,
        request: { ...envelope.request, type: 'IntentRequest', intent: { name: 'X', slots: { a: 'b' } } },
      }),
      /not an intent/,
    ],
  ];
  for (const [what, spoil, why] of MALFORMED) {
    test(`${what}: one clear line`, async () => {
      const parsed = parseEnvelope(spoil(await launch()));
      assert.equal(parsed.kind, 'malformed');
      assert.match(parsed.kind === 'malformed' ? parsed.why : '', why);
      assert.doesNotMatch(parsed.kind === 'malformed' ? parsed.why : '', /\n/);
    });
  }

  test('a refusal does not repeat what was sent', () => {
    const parsed = parseEnvelope({ version: 'Bill Stone' });
    assert.doesNotMatch(JSON.stringify(parsed), /Bill Stone/);
  });
});
