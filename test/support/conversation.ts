import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Intent, RequestEnvelope, Slot } from 'ask-sdk-model';
import { checkResponse } from '../../infra/local/virtual-alexa/response-rules.ts';
import type { IntentName } from '../../lambda/skill/intents.ts';
import { SKILL_ID, type SkillHome } from './skill-home.ts';
import { assertFollowable, assertSayable, heard } from './spoken-rules.ts';

const model = JSON.parse(readFileSync(join(import.meta.dirname, '../../interaction-models/en-GB.json'), 'utf8'));

/** One thing that happens at the Echo: somebody opens the skill, says something, says nothing, or ends it. */
export type Said =
  | { readonly does: 'open' }
  | { readonly does: 'say'; readonly intent: Intent }
  | { readonly does: 'end'; readonly reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS' | 'ERROR' };

/** What a resident hears and sees of one answer. */
export type Heard = {
  readonly speech: string;
  readonly ssml: string;
  readonly reprompt: string;
  readonly open: boolean;
  readonly outcome: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly directives: readonly { readonly type: string }[];
};

/** A slot: words for Amazon's own types; `is('MEALS_AT_HOME')` for a value of ours; `heardOnly` for one that is not in the list. */
type SlotSaid = string | { readonly id: string } | { readonly heardOnly: string };
export const is = (id: string): SlotSaid => ({ id });
export const heardOnly = (words: string): SlotSaid => ({ heardOnly: words });

const resolution = (code: 'ER_SUCCESS_MATCH' | 'ER_SUCCESS_NO_MATCH', id?: string) => ({
  resolutionsPerAuthority: [
    {
      authority: 'amzn1.er-authority.echo-sdk.test',
      status: { code },
      values: id === undefined ? [] : [{ value: { name: id.toLowerCase(), id } }],
    },
  ],
});

const slotOf = (name: string, said: SlotSaid): Slot => {
  const slot = { name, confirmationStatus: 'NONE' as const };
  if (typeof said === 'string') return { ...slot, value: said };
  if ('heardOnly' in said) return { ...slot, value: said.heardOnly, resolutions: resolution('ER_SUCCESS_NO_MATCH') };
  return { ...slot, value: said.id.toLowerCase(), resolutions: resolution('ER_SUCCESS_MATCH', said.id) };
};

/** Says an intent, with its slots as they were heard. Slots that were not said are there without a value, as Alexa sends them. */
export const say = (
  name: IntentName,
  slots: Readonly<Record<string, SlotSaid>> = {},
  confirmationStatus: Intent['confirmationStatus'] = 'NONE',
): Said => {
  const known: readonly { name: string; slots?: readonly { name: string }[] }[] =
    model.interactionModel.languageModel.intents;
  const empty = (known.find((one) => one.name === name)?.slots ?? []).map((slot) => [
    slot.name,
    { name: slot.name, confirmationStatus: 'NONE' as const },
  ]);
  const filled = Object.entries(slots).map(([slot, said]) => [slot, slotOf(slot, said)]);
  return { does: 'say', intent: { name, confirmationStatus, slots: Object.fromEntries([...empty, ...filled]) } };
};

export const open: Said = { does: 'open' };
export const yes = say('AMAZON.YesIntent');
export const no = say('AMAZON.NoIntent');
export const pardon = say('AMAZON.RepeatIntent');
export const silence: Said = { does: 'end', reason: 'EXCEEDED_MAX_REPROMPTS' };

const requestOf = (said: Said) => {
  const about = { requestId: 'amzn1.echo-api.request.test', timestamp: '2026-11-24T10:00:00Z', locale: 'en-GB' };
  switch (said.does) {
    case 'open':
      return { ...about, type: 'LaunchRequest' as const };
    case 'say':
      return { ...about, type: 'IntentRequest' as const, dialogState: 'STARTED' as const, intent: said.intent };
    case 'end':
      return { ...about, type: 'SessionEndedRequest' as const, reason: said.reason };
  }
};

/** The envelope of something said at a Home's Echo. */
export const envelopeOf = (
  home: Pick<SkillHome, 'ids' | 'screen'>,
  said: Said,
  session: { readonly isNew: boolean; readonly attributes: Readonly<Record<string, unknown>> },
): RequestEnvelope => {
  const application = { applicationId: SKILL_ID };
  const { userId, deviceId, endpointId } = home.ids;
  return {
    version: '1.0',
    session: {
      new: session.isNew,
      sessionId: 'session',
      application,
      user: { userId },
      attributes: session.attributes,
    },
    context: {
      System: {
        application,
        user: { userId },
        device: {
          deviceId,
          ...(endpointId === undefined ? {} : { persistentEndpointId: endpointId }),
          supportedInterfaces: home.screen ? { 'Alexa.Presentation.APL': {} } : {},
        },
        apiEndpoint: 'https://api.eu.amazonalexa.com',
        apiAccessToken: 'token',
      },
    },
    request: requestOf(said),
  };
};

/** Alexa's own rules for every answer, and ours: a question if and only if the session stays open; nothing raw, nothing long. */
const checked = (home: SkillHome, said: Said, wire: unknown): Heard => {
  const request = requestOf(said);
  const answer = checkResponse(JSON.parse(JSON.stringify(wire)), {
    request: request.type,
    ...(request.type === 'IntentRequest' ? { intent: request.intent } : {}),
    screen: home.screen,
    model,
  });
  if (answer.kind === 'refused') assert.fail(`Alexa refuses the answer: ${answer.why}`);
  const ssml = answer.speech?.ssml ?? '';
  const speech = ssml === '' ? '' : heard(ssml);
  const reprompt = answer.reprompt === null ? '' : heard(answer.reprompt.ssml);
  const isOpen = answer.response.shouldEndSession === false;
  if (said.does !== 'end') {
    assert.notEqual(speech, '', 'nothing is said');
    assertSayable(speech);
    for (const one of [speech, reprompt]) assertFollowable(one);
    assert.equal(speech.endsWith('?'), isOpen, `open ${isOpen}: ${speech}`);
    assert.equal(reprompt.endsWith('?'), isOpen, `reprompt of: ${speech}`);
    assert.notEqual(reprompt, speech);
  }
  return {
    speech,
    ssml,
    reprompt,
    open: isOpen,
    outcome: home.told.at(-1)?.kind ?? '',
    attributes: answer.attributes,
    directives: answer.response.directives ?? [],
  };
};

export type Conversation = { readonly turn: (said: Said) => Promise<Heard> };

/** A conversation at a Home's Echo. A new session begins at the start and after every answer that ends one. */
export const conversation = (home: SkillHome): Conversation => {
  let session: { isNew: boolean; attributes: Readonly<Record<string, unknown>> } = { isNew: true, attributes: {} };
  return {
    turn: async (said) => {
      const turn = checked(home, said, await home.answer(envelopeOf(home, said, session)));
      session = turn.open ? { isNew: false, attributes: turn.attributes } : { isNew: true, attributes: {} };
      return turn;
    },
  };
};

/** One line of a script: what is said, and what Alexa says to it (exactly, or a pattern). */
export type Line = readonly [Said, string | RegExp];

const assertSays = (turn: Heard, expected: string | RegExp): void => {
  if (typeof expected === 'string') assert.equal(turn.speech, expected);
  else assert.match(turn.speech, expected);
};

/** Plays a script and returns the last answer. */
export const script = async (home: SkillHome, ...lines: readonly Line[]): Promise<Heard> => {
  const talk = conversation(home);
  let last: Heard | undefined;
  for (const [said, expected] of lines) {
    last = await talk.turn(said);
    assertSays(last, expected);
  }
  assert.ok(last !== undefined, 'an empty script');
  return last;
};

const ANYTHING_ELSE = ' Is there anything else?';

/**
 * Two tests: the same asked in one breath, answered and ended; and after a bare "open", answered in the same words and gone on
 * with. Where the answer asks something itself, both are the same.
 */
export const bothWays = (
  title: string,
  home: () => Promise<SkillHome>,
  said: Said,
  expected: string,
  outcome: string,
): void => {
  const asks = expected.endsWith('?');
  test(`${title}, in one breath`, async () => {
    const turn = await script(await home(), [said, expected]);
    assert.equal(turn.outcome, outcome);
    assert.equal(turn.open, asks);
  });
  test(`${title}, after a bare "open"`, async () => {
    const turn = await script(await home(), [open, /\?$/], [said, asks ? expected : `${expected}${ANYTHING_ELSE}`]);
    assert.equal(turn.outcome, outcome);
  });
};
