import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { randomId } from '../../lambda/adapters/secrets/random-id.ts';
import type { Clock } from '../../lambda/core/kernel/clock.ts';
import { LOCAL_SKILL_ID, readModelText, SKILL_NAME } from './skill-model.ts';
import { readLanguageModel } from './understand/interaction-model.ts';
import { stripInvocation } from './understand/strip-invocation.ts';
import { understand } from './understand/understand.ts';
import type { AlexaState } from './virtual-alexa/alexa-state.ts';
import type { VirtualAlexaNeeds } from './virtual-alexa/hearing.ts';
import type { InteractionModel } from './virtual-alexa/interaction-model.ts';
import { type VirtualAlexa, virtualAlexa } from './virtual-alexa/virtual-alexa.ts';
import type { VirtualEcho } from './virtual-alexa/virtual-echo.ts';
import { alexaWorld, type World } from './virtual-alexa/world.ts';

/** Amazon waits this long for a skill, in real milliseconds. */
const ANSWER_WITHIN = 8_000;

/** Bellbird's own interaction model, read and compiled once: how phrases are understood. */
export type Language = Pick<VirtualAlexaNeeds, 'model' | 'understand' | 'stripInvocation'> & {
  readonly invocationName: string;
};

export const readLanguage = async (): Promise<Language> => {
  const text = await readModelText();
  const model: InteractionModel = JSON.parse(text);
  const languageModel = readLanguageModel(text);
  const { invocationName } = languageModel;
  return {
    model,
    invocationName,
    understand: understand(languageModel, LOCAL_SKILL_ID),
    stripInvocation: (phrase) => stripInvocation(phrase, invocationName),
  };
};

export type LocalAlexa = { readonly world: World; readonly alexa: VirtualAlexa };

/** The virtual Alexa with that language, over whatever skill and Echos are handed in. */
export const localAlexa = async (needs: {
  readonly language: Language;
  readonly clock: Clock;
  readonly realNow: Clock;
  readonly echos: readonly VirtualEcho[];
  readonly load: () => Promise<unknown>;
  /** Absent: nothing is kept. */
  readonly save?: (state: AlexaState) => Promise<void>;
  readonly invokeSkill: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
  readonly apiEndpoint: () => string;
  readonly refused: (why: string) => void;
}): Promise<LocalAlexa> => {
  const world = await alexaWorld({
    clock: needs.clock,
    realClock: needs.realNow,
    newId: randomId,
    skillId: LOCAL_SKILL_ID,
    echos: needs.echos,
    load: needs.load,
    ...(needs.save === undefined ? {} : { save: needs.save }),
  });
  const alexa = virtualAlexa({
    world,
    ...needs.language,
    invokeSkill: needs.invokeSkill,
    skillName: SKILL_NAME,
    apiEndpoint: needs.apiEndpoint,
    answerWithinMs: ANSWER_WITHIN,
    refused: needs.refused,
  });
  return { world, alexa };
};
