import type { Intent, Request, RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';
import type { AlexaState } from '../../../../infra/local/virtual-alexa/alexa-state.ts';
import type { VirtualAlexaNeeds } from '../../../../infra/local/virtual-alexa/hearing.ts';
import type { InteractionModel } from '../../../../infra/local/virtual-alexa/interaction-model.ts';
import type { StripInvocation, UnderstandPhrase } from '../../../../infra/local/virtual-alexa/understand-phrase.ts';
import { virtualAlexa } from '../../../../infra/local/virtual-alexa/virtual-alexa.ts';
import type { VirtualEcho } from '../../../../infra/local/virtual-alexa/virtual-echo.ts';
import { alexaWorld } from '../../../../infra/local/virtual-alexa/world.ts';

export const SKILL_ID = 'amzn1.ask.skill.harbour';
export const TEN = Date.parse('2026-11-24T10:00:00Z');

export const KITCHEN: VirtualEcho = {
  echoId: 'kitchen',
  accountId: 'bill',
  kind: 'consumer',
  label: 'Bill, kitchen',
  screen: false,
};
export const LOUNGE: VirtualEcho = {
  echoId: 'lounge',
  accountId: 'bill',
  kind: 'consumer',
  label: 'Bill, lounge',
  screen: true,
};
export const FLAT_4: VirtualEcho = {
  echoId: 'flat-4',
  accountId: 'court',
  kind: 'managed',
  label: 'Flat 4',
  screen: true,
  unitId: 'amzn1.alexa.unit.did.flat4',
  endpointId: 'amzn1.alexa.endpoint.did.flat4',
};

export const MODEL: InteractionModel = {
  interactionModel: {
    languageModel: {
      invocationName: 'bell bird',
      intents: [
        { name: 'WhoIsComingIntent' },
        {
          name: 'RemindIntent',
          slots: [
            { name: 'day', type: 'AMAZON.DATE' },
            { name: 'time', type: 'AMAZON.TIME' },
          ],
        },
        { name: 'SpeedIntent', slots: [{ name: 'speed', type: 'Speed' }] },
        { name: 'AMAZON.YesIntent' },
        { name: 'AMAZON.NoIntent' },
      ],
    },
    dialog: {
      delegationStrategy: 'SKILL_RESPONSE',
      intents: [
        {
          name: 'RemindIntent',
          confirmationRequired: true,
          prompts: { confirmation: 'Confirm.Remind' },
          slots: [
            { name: 'day', elicitationRequired: true, prompts: { elicitation: 'Elicit.day' } },
            {
              name: 'time',
              elicitationRequired: true,
              confirmationRequired: true,
              prompts: { elicitation: 'Elicit.time', confirmation: 'Confirm.time' },
            },
          ],
        },
        {
          name: 'SpeedIntent',
          delegationStrategy: 'ALWAYS',
          slots: [{ name: 'speed', elicitationRequired: true, prompts: { elicitation: 'Elicit.speed' } }],
        },
      ],
    },
    prompts: [
      { id: 'Elicit.day', variations: [{ type: 'PlainText', value: 'Which day?' }] },
      { id: 'Elicit.time', variations: [{ type: 'PlainText', value: 'At what time?' }] },
      { id: 'Confirm.time', variations: [{ type: 'PlainText', value: 'At {time}, is that right?' }] },
      { id: 'Confirm.Remind', variations: [{ type: 'PlainText', value: 'Shall I set it?' }] },
      { id: 'Elicit.speed', variations: [{ type: 'PlainText', value: 'Slower or faster?' }] },
    ],
  },
};

export const intent = (name: string, slots: Record<string, string> = {}): Intent => ({
  name,
  confirmationStatus: 'NONE',
  slots: Object.fromEntries(
    Object.entries(slots).map(([slot, value]) => [slot, { name: slot, value, confirmationStatus: 'NONE' as const }]),
  ),
});

const PHRASES: Record<string, Intent> = {
  'who is coming': intent('WhoIsComingIntent'),
  'remind me': intent('RemindIntent'),
  'remind me today': intent('RemindIntent', { day: '2026-11-24' }),
  'at eight': intent('RemindIntent', { time: '08:00' }),
  'change the speed': intent('SpeedIntent'),
  slower: intent('SpeedIntent', { speed: 'slower' }),
  yes: intent('AMAZON.YesIntent'),
  no: intent('AMAZON.NoIntent'),
};

/** Understands a handful of phrases, and remembers what it was told to listen for. */
export const phrasebook = () => {
  const listened: unknown[] = [];
  const understand: UnderstandPhrase = (phrase, context) => {
    listened.push(context);
    const known = PHRASES[phrase];
    return {
      heard: phrase,
      intent: known ?? intent('AMAZON.FallbackIntent'),
      how: known === undefined ? 'fallback' : 'exact',
    };
  };
  return { understand, listened };
};

export const stripInvocation: StripInvocation = (phrase) => {
  const words = phrase.toLowerCase().replace(/^alexa,? /, '');
  if (words === 'open bell bird') return { kind: 'launch' };
  const [, rest] = /^ask bell bird (.+)$/.exec(words) ?? [];
  return rest === undefined ? { kind: 'in-session', rest: words } : { kind: 'one-shot', rest };
};

export type Script = Response | ((envelope: RequestEnvelope) => Response | Promise<Response>);

export const answer = (response: Response, sessionAttributes: Record<string, unknown> = {}): ResponseEnvelope => ({
  version: '1.0',
  sessionAttributes,
  response,
});

/** Says something; the session stays open for an answer unless told otherwise. */
export const says = (words: string, more: Partial<Response> = {}): Response => ({
  outputSpeech: { type: 'SSML', ssml: `<speak>${words}</speak>` },
  shouldEndSession: false,
  ...more,
});

/** A virtual Alexa over a skill that answers from a script, in order; to SessionEndedRequest and events it answers nothing (or `atEnd`). */
export const scriptedAlexa = async (
  script: (Script | ResponseEnvelope)[],
  options: {
    saved?: unknown;
    answerWithinMs?: number;
    atEnd?: Response;
    real?: Pick<VirtualAlexaNeeds, 'model' | 'understand' | 'stripInvocation'>;
  } = {},
) => {
  const sent: RequestEnvelope[] = [];
  const refusals: string[] = [];
  const saves: AlexaState[] = [];
  const time = { now: TEN, real: TEN };
  let ids = 0;
  const world = await alexaWorld({
    clock: () => time.now,
    realClock: () => time.real,
    newId: () => `id${++ids}`,
    skillId: SKILL_ID,
    echos: [KITCHEN, LOUNGE, FLAT_4],
    load: async () => options.saved,
    save: async (state) => {
      saves.push(state);
    },
  });
  const { understand, listened } = phrasebook();
  const inSession = (type: string) =>
    ['LaunchRequest', 'IntentRequest', 'SessionResumedRequest', 'Connections.Response'].includes(type);
  const alexa = virtualAlexa({
    world,
    model: MODEL,
    understand,
    stripInvocation,
    ...options.real,
    skillName: 'Harbour Care',
    apiEndpoint: () => 'http://127.0.0.1:4000/alexa-api',
    answerWithinMs: options.answerWithinMs ?? 8_000,
    refused: (why) => refusals.push(why),
    invokeSkill: async (envelope) => {
      sent.push(envelope);
      if (!inSession(envelope.request.type)) return answer(options.atEnd ?? {});
      const next = script.shift();
      if (next === undefined) throw new Error('the script is over');
      if (typeof next === 'function') return answer(await next(envelope));
      return 'response' in next ? next : answer(next);
    },
  });
  return { alexa, world, sent, refusals, saves, time, listened };
};

export const types = (sent: readonly RequestEnvelope[]): string[] => sent.map(({ request }) => request.type);

/** The nth request that the skill was sent, as the type that the test knows it to be. */
export const requestAt = <T extends Request>(sent: readonly RequestEnvelope[], n: number, type: T['type']): T => {
  const request = sent[n]?.request;
  if (request?.type !== type) throw new Error(`request ${n} is ${request?.type}, not ${type}`);
  return request as T;
};
