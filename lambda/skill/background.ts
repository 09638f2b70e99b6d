import type { ErrorHandler, HandlerInput, RequestHandler, RequestInterceptor } from 'ask-sdk-core';
import { faultName } from '../core/kernel/log.ts';
import { defaultSettings } from '../core/people/settings.ts';
import { voiceFor } from '../render/voice.ts';
import { readAsked } from './asked.ts';
import { leaveOff } from './leave-off.ts';
import type { TurnNeeds } from './needs.ts';
import { respond } from './respond.ts';
import { readSession } from './session.ts';
import { isSkillEvent } from './skill-events.ts';

/** Words from closed lists of Amazon's that may be logged: letters and dots only. */
const closedWord = (text: unknown): string | undefined =>
  typeof text === 'string' && /^[A-Za-z._]{1,80}$/.test(text) ? text : undefined;

const logged = (name: 'kind' | 'reason' | 'fault', value: unknown) => {
  const word = closedWord(value);
  return word === undefined ? {} : { [name]: word };
};

const CONVERSATION = ['LaunchRequest', 'IntentRequest'];

/** Whether the resident is talking, to us or just now to Alexa for us: only then may anything be said. */
export const isConversation = ({ requestEnvelope }: HandlerInput): boolean => {
  const { type, inSession, cameBack } = readAsked(requestEnvelope);
  return inSession && (CONVERSATION.includes(type) || cameBack !== undefined);
};

/** The end of a session: written down by its reason, kept for the next opening, answered with nothing. */
export const sessionEnded = (needs: TurnNeeds): RequestHandler => ({
  canHandle: ({ requestEnvelope }) => requestEnvelope.request.type === 'SessionEndedRequest',
  handle: async ({ requestEnvelope, responseBuilder }) => {
    const { request } = requestEnvelope;
    if (request.type === 'SessionEndedRequest') {
      needs.log('skill.session-ended', {
        council: needs.council,
        ...logged('reason', request.reason),
        ...logged('fault', request.error?.type),
      });
      await leaveOff(needs, readAsked(requestEnvelope), request.reason !== 'USER_INITIATED');
    }
    return responseBuilder.getResponse();
  },
});

/** Every request that is not talk: skill events, messages, screens, whatever comes with time. Nothing is heard of the answer. */
export const backgroundRequest = ({ log, council }: TurnNeeds): RequestHandler => ({
  canHandle: (input) => !isConversation(input),
  handle: ({ requestEnvelope, responseBuilder }) => {
    const { request } = requestEnvelope;
    log('skill.background-request', { council, ...logged('kind', request.type) });
    return request.type === 'CanFulfillIntentRequest'
      ? responseBuilder.withCanFulfillIntent({ canFulfill: 'NO' }).getResponse()
      : responseBuilder.getResponse();
  },
});

/**
 * The session goes on, or ended by silence or by the person: what was in the last answer was played by the Echo (promise G13).
 * After an error nobody knows. When it cannot be written down the turn goes on, and the words will be told again.
 */
export const settleTold = (needs: TurnNeeds): RequestInterceptor => ({
  process: async ({ requestEnvelope }) => {
    const { session, request } = requestEnvelope;
    const told = readSession(session?.attributes).told;
    if (told === undefined || (request.type === 'SessionEndedRequest' && request.reason === 'ERROR')) return;
    const { council } = needs;
    try {
      await needs.markSpoken(told.ids.map((id) => ({ council, residentId: told.residentId, id })));
    } catch (fault) {
      needs.log('skill.fault', { council, fault: faultName(fault) });
    }
  },
});

/** Whatever was thrown: logged by its class, answered calmly in a conversation, and with nothing elsewhere. */
export const calmAnswer = (needs: TurnNeeds): ErrorHandler => ({
  canHandle: () => true,
  handle: async (input, fault) => {
    const asked = readAsked(input.requestEnvelope);
    const { council } = needs;
    const intent = asked.intent === undefined ? {} : { intent: asked.intent };
    needs.log('skill.fault', { council, fault: faultName(fault), ...intent });
    // An event that could not be written down is not acknowledged: Alexa sends it again.
    if (needs.placing !== undefined && isSkillEvent(input.requestEnvelope)) throw fault;
    if (!isConversation(input)) return input.responseBuilder.getResponse();
    const isFirst = asked.session.faults === 0;
    const now = needs.clock();
    const voice = voiceFor({
      settings: defaultSettings(''),
      level: 'closed',
      council: { name: '', phone: '' },
      now,
      slower: false,
    });
    return respond(needs, input, asked, {
      outcome: { kind: 'fault', isFirst },
      voice,
      ...(isFirst ? { asks: { kind: 'what-would-you-like' } } : { ends: true }),
    });
  },
});
