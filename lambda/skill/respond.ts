import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { faultName } from '../core/kernel/log.ts';
import type { Asked as AskedWords } from '../render/render-question.ts';
import { renderTouches } from '../render/render-touches.ts';
import { writeSpeech } from '../render/ssml.ts';
import type { Telling } from '../render/telling.ts';
import { paceOf } from '../render/voice.ts';
import { aplCard } from './apl-card.ts';
import type { Asked } from './asked.ts';
import { listenFor } from './carer-names.ts';
import { connectionDirective, REMINDERS_SCOPE } from './connection.ts';
import { elicited } from './elicit.ts';
import { familyOf } from './families.ts';
import type { Reply } from './feature.ts';
import type { TurnNeeds } from './needs.ts';
import { asksAfter, nextSession } from './next-session.ts';
import { type Pending, questionOf } from './pending.ts';
import { safetyOf } from './safety-classes.ts';
import { noteSignOfTurn } from './sign-of-turn.ts';

/** The words were given to Alexa. When that cannot be written down the answer is still given: hearing it matters more. */
const markReadOut = async (needs: TurnNeeds, { told }: Reply): Promise<void> => {
  if (told === undefined) return;
  const { council } = needs;
  try {
    await needs.markReadOut(told.ids.map((id) => ({ council, residentId: told.residentId, id })));
  } catch (fault) {
    needs.log('skill.fault', { council, fault: faultName(fault) });
  }
};

/** Tells whoever invoked the skill what the turn came to, and the log its kind. Of a safety turn the log learns nothing. */
const report = (needs: TurnNeeds, { intent }: Asked, { outcome }: Reply): void => {
  const safety = safetyOf(intent);
  needs.onOutcome?.({ kind: outcome.kind, family: familyOf(intent), intent, safety });
  if (safety === undefined && outcome.kind !== 'safety')
    needs.log('skill.turn', {
      council: needs.council,
      kind: outcome.kind,
      ...(intent === undefined ? {} : { intent }),
    });
};

type Worded = {
  readonly telling: Telling;
  readonly asks: Pending | undefined;
  readonly words: AskedWords | undefined;
  readonly choices: ReturnType<typeof renderTouches>;
};

const wordedFor = async (needs: TurnNeeds, asked: Asked, reply: Reply): Promise<Worded> => {
  const asks = asksAfter(reply, asked);
  const question = asks === undefined ? undefined : questionOf(asks, reply.name);
  const telling = await needs.render.outcome(reply.outcome, reply.voice);
  if (question === undefined) return { telling, asks: undefined, words: undefined, choices: [] };
  const { question: first, reprompt } = needs.render.question(question, reply.voice);
  return {
    telling,
    asks,
    choices: renderTouches(question, reply.voice),
    words: reply.again === true ? { question: reprompt, reprompt: first } : { question: first, reprompt },
  };
};

const say = ({ responseBuilder }: HandlerInput, reply: Reply, { telling, words }: Worded): void => {
  const pace = paceOf(reply.voice);
  const sentences = words === undefined ? telling.sentences : [...telling.sentences, words.question];
  if (reply.isSilent !== true) responseBuilder.speak(writeSpeech(sentences, pace));
  if (reply.connects !== undefined) return;
  if (words === undefined) responseBuilder.withShouldEndSession(true);
  else responseBuilder.reprompt(writeSpeech([words.reprompt], pace)).withShouldEndSession(false);
};

/** What the Screen shows of it, where there is one. */
const show = ({ responseBuilder }: HandlerInput, asked: Asked, reply: Reply, worded: Worded): void => {
  if (!asked.hasScreen || reply.isSilent === true) return;
  const { telling, choices, words } = worded;
  const turn = asked.session.turn + 1;
  responseBuilder.addDirective(aplCard({ telling, choices, question: words?.question, turn, voice: reply.voice }));
};

/**
 * Turns a reply into Alexa's response. The session stays open if and only if a question is asked; what is shown is what is said.
 * Everything that must happen for every answer happens here, so that the error handler's answers have it too.
 */
export const respond = async (needs: TurnNeeds, input: HandlerInput, asked: Asked, reply: Reply): Promise<Response> => {
  await Promise.all([markReadOut(needs, reply), noteSignOfTurn(needs, asked, reply)]);
  const worded = await wordedFor(needs, asked, reply);
  const { responseBuilder, attributesManager } = input;
  say(input, reply, worded);
  const slot = worded.asks === undefined ? undefined : elicited(worded.asks);
  if (slot !== undefined) responseBuilder.addElicitSlotDirective(slot.slot, slot.intent);
  const residentId = asked.session.speaker ?? reply.speaker;
  if (reply.connects !== undefined && residentId !== undefined) {
    const { opened, placed } = asked.session;
    responseBuilder.addDirective(connectionDirective(needs.skillId, { ...reply.connects, residentId, opened, placed }));
  }
  const names = listenFor(reply, asked, worded.words !== undefined);
  if (names !== undefined) responseBuilder.addDirective(names.directive);
  if (reply.permissionCard === true) responseBuilder.withAskForPermissionsConsentCard([REMINDERS_SCOPE]);
  show(input, asked, reply, worded);
  if (asked.inSession) attributesManager.setSessionAttributes(nextSession(asked, reply, worded.asks, names));
  report(needs, asked, reply);
  return responseBuilder.getResponse();
};
