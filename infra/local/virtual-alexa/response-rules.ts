import type { Intent, Response, ui } from 'ask-sdk-model';
import { connectionFault } from './alexa-asks.ts';
import { alexaSchemaFault } from './alexa-schemas.ts';
import type { Speech } from './alexa-state.ts';
import { dialogueFault } from './dialogue-rules.ts';
import type { InteractionModel } from './interaction-model.ts';
import { isResponseEnvelope, shapeFault } from './response-shape.ts';
import { escapeSsml, LONGEST_SPEECH, spokenSsml } from './ssml.ts';

/** Amazon's older figure, the one to design for: "Request and Response JSON Reference". */
export const LARGEST_RESPONSE = 24 * 1024;
const LONGEST_CARD = 8_000;

/** What the response answers. */
export type Answering = {
  readonly request:
    | 'LaunchRequest'
    | 'IntentRequest'
    | 'SessionEndedRequest'
    | 'SessionResumedRequest'
    | 'Connections.Response';
  readonly intent?: Intent;
  readonly screen: boolean;
  readonly model: InteractionModel;
};

export type CheckedResponse =
  | {
      readonly kind: 'accepted';
      readonly response: Response;
      readonly attributes: Record<string, unknown>;
      readonly speech: Speech | null;
      readonly reprompt: Speech | null;
    }
  | { readonly kind: 'refused'; readonly why: string };

type Refused = { readonly kind: 'refused'; readonly why: string };

const refused = (why: string): Refused => ({ kind: 'refused', why });

const saidBy = (speech: ui.OutputSpeech | undefined): Speech | null | Refused => {
  if (speech === undefined) return null;
  if (speech.type === 'PlainText') {
    if (speech.text.length > LONGEST_SPEECH)
      return { kind: 'refused', why: `speech longer than ${LONGEST_SPEECH} characters` };
    return { ssml: `<speak>${escapeSsml(speech.text)}</speak>`, spoken: speech.text };
  }
  const spoken = spokenSsml(speech.ssml);
  return spoken.kind === 'refused' ? spoken : { ssml: speech.ssml, spoken: spoken.text };
};

const isRefused = (said: Speech | Refused | null): said is Refused => said !== null && 'kind' in said;

const isSilent = ({ outputSpeech, reprompt, card, directives }: Response): boolean =>
  outputSpeech === undefined && reprompt === undefined && card === undefined && (directives ?? []).length === 0;

const cardFault = (card: ui.Card | undefined): string | undefined => {
  if (card?.type !== 'Simple' && card?.type !== 'Standard') return undefined;
  const text = card.type === 'Simple' ? card.content : card.text;
  return (card.title ?? '').length + (text ?? '').length > LONGEST_CARD
    ? `a card longer than ${LONGEST_CARD} characters`
    : undefined;
};

const screenFault = (response: Response, screen: boolean): string | undefined =>
  !screen && response.directives?.some(({ type }) => type.startsWith('Alexa.Presentation.APL'))
    ? 'APL for an Echo without a screen'
    : undefined;

const asksSomething = (speech: Speech | null): boolean => /\?["'”’]?$/.test(speech?.spoken.trim() ?? '');

/** A dialogue that Alexa conducts, and a connection, have words of Amazon's own; what is asked there is hers to say. */
const isHandedOver = ({ directives = [] }: Response): boolean =>
  directives.some(({ type }) => type === 'Dialog.Delegate' || type.startsWith('Connections.'));

/** Certification: what asks must listen, and what does not ask must not (Amazon, "Functional Testing for a Custom Skill"). */
const flagFault = (response: Response, speech: Speech | null): string | undefined => {
  if (isHandedOver(response)) return undefined;
  const listens = response.shouldEndSession === false;
  if (listens === asksSomething(speech)) return undefined;
  return listens ? 'a session that stays open without a question' : 'a question that nobody listens to the answer of';
};

/**
 * Checks what the skill sent back, as it came over the wire, against what Amazon accepts; a refusal says why in words
 * for developers, without any of the resident's. To `SessionEndedRequest` nothing may be answered but an empty response.
 */
export const checkResponse = (wire: unknown, answering: Answering): CheckedResponse => {
  const size = Buffer.byteLength(JSON.stringify(wire ?? null));
  if (size > LARGEST_RESPONSE) return refused(`a response of ${size} bytes; Alexa takes ${LARGEST_RESPONSE}`);
  const schemaFault = alexaSchemaFault('response', wire);
  if (schemaFault !== undefined)
    return refused(`the response does not have the shape of Amazon's model, at ${schemaFault}`);
  if (!isResponseEnvelope(wire)) return refused(shapeFault(wire));
  const { response } = wire;
  if (answering.request === 'SessionEndedRequest' && !isSilent(response))
    return refused('an answer to SessionEndedRequest');

  const speech = saidBy(response.outputSpeech);
  if (isRefused(speech)) return refused(speech.why);
  const reprompt = saidBy(response.reprompt?.outputSpeech);
  if (isRefused(reprompt)) return refused(`reprompt, ${reprompt.why}`);

  const fault =
    cardFault(response.card) ??
    screenFault(response, answering.screen) ??
    connectionFault(response) ??
    dialogueFault(response, answering.intent, answering.model) ??
    flagFault(response, speech);
  if (fault !== undefined) return refused(fault);
  return { kind: 'accepted', response, attributes: wire.sessionAttributes ?? {}, speech, reprompt };
};
