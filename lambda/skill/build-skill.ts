import { type RequestHandler, SkillBuilders } from 'ask-sdk-core';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { readAsked } from './asked.ts';
import { backgroundRequest, calmAnswer, isConversation, sessionEnded, settleTold } from './background.ts';
import type { Feature } from './feature.ts';
import type { TurnNeeds } from './needs.ts';
import { openEnvelope } from './open-envelope.ts';
import { quickFeatures } from './quick-features.ts';
import { respond } from './respond.ts';
import { skillEvents } from './skill-events.ts';

/** What the skill does with a request: answers it, or refuses it before anything of it is read. */
export type Invoked =
  | { readonly kind: 'answered'; readonly response: ResponseEnvelope }
  | { readonly kind: 'refused'; readonly why: 'wrong-skill-id' | 'malformed' };

export type Skill = (event: unknown) => Promise<Invoked>;

const handlerOf = (needs: TurnNeeds, feature: Feature): RequestHandler => ({
  canHandle: (input) => isConversation(input) && feature.claims(readAsked(input.requestEnvelope)),
  handle: async (input) => {
    const asked = readAsked(input.requestEnvelope);
    return respond(needs, input, asked, await feature.answer(asked));
  },
});

/** Every feature of a conversation, loaded when a request comes that none of the quick ones claims. */
export type LoadFeatures = () => Promise<readonly Feature[]>;

const otherwise = (needs: TurnNeeds, loadFeatures: LoadFeatures): RequestHandler => ({
  canHandle: isConversation,
  handle: async (input) => {
    const asked = readAsked(input.requestEnvelope);
    const feature = (await loadFeatures()).find(({ claims }) => claims(asked));
    if (feature === undefined) throw new Error('no feature claims a request');
    return respond(needs, input, asked, await feature.answer(asked));
  },
});

/**
 * The skill of one council: requests that are not talk first, then the quick features, then all the others, and one calm answer for
 * whatever is thrown. Exactly one feature claims each request, so that asking the quick ones first takes nothing from the others.
 */
export const buildSkill = (needs: TurnNeeds, loadFeatures: LoadFeatures): Skill => {
  const skill = SkillBuilders.custom()
    .addRequestInterceptors(settleTold(needs))
    .addRequestHandlers(
      sessionEnded(needs),
      skillEvents(needs),
      backgroundRequest(needs),
      ...quickFeatures(needs).map((feature) => handlerOf(needs, feature)),
      otherwise(needs, loadFeatures),
    )
    .addErrorHandlers(calmAnswer(needs))
    .create();
  const invoke = async (envelope: RequestEnvelope): Promise<Invoked> => ({
    kind: 'answered',
    response: await skill.invoke(envelope),
  });
  return async (event) => {
    const opened = openEnvelope(event, needs.skillId);
    if (opened.kind === 'envelope') return invoke(opened.envelope);
    needs.log('skill.wrong-skill-id', { council: needs.council, reason: opened.why });
    return { kind: 'refused', why: opened.why };
  };
};

/** A request envelope in, a response envelope out: what a Lambda does. */
export type AnswerRequest = (event: unknown) => Promise<ResponseEnvelope>;

/** The skill as a Lambda has it: where it refuses there is nobody to answer, so the invocation fails. */
export const answerOrReject =
  (skill: Skill): AnswerRequest =>
  async (event) => {
    const invoked = await skill(event);
    if (invoked.kind === 'refused') throw new Error(`refused: ${invoked.why}`);
    return invoked.response;
  };
