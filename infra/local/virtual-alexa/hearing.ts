import { settleAnswer, type ToAlexa, toAlexa } from './answer-alexa.ts';
import { endSession, type SkillSide } from './ask-skill.ts';
import { finishTurn, newSession, serveIntent, serveLaunch, serveRequest } from './conversation.ts';
import { heardIntent, listeningFor } from './dialogue.ts';
import { asksForNotifications, readNotifications } from './notifications.ts';
import { enable } from './skill-on-account.ts';
import { escapeSsml } from './ssml.ts';
import { type Turn, turnOf } from './turn.ts';
import type { StripInvocation, UnderstandPhrase } from './understand-phrase.ts';
import type { VirtualEcho } from './virtual-echo.ts';

export type VirtualAlexaNeeds = SkillSide & {
  readonly understand: UnderstandPhrase;
  readonly stripInvocation: StripInvocation;
};

const alexaSays = (said: string, words: string): Turn =>
  turnOf({ said, by: 'alexa', spoken: words, speech: `<speak>${escapeSsml(words)}</speak>` });

/** The reprompt once, if the microphone is open and there is one; else the session ends. */
export const beSilent = async (needs: VirtualAlexaNeeds, echo: VirtualEcho): Promise<Turn> => {
  const { session } = needs.world.echo(echo.echoId);
  if (session === null) return turnOf({});
  if (session.alexaAsks !== null) return answerAlexa(needs, echo, '', 'nothing');
  const { reprompt } = session;
  if (session.microphone === 'open' && reprompt !== null && !session.reprompted) {
    const turn = turnOf({
      by: 'skill',
      speech: reprompt.ssml,
      spoken: reprompt.spoken,
      reprompt: reprompt.ssml,
      sessionOpen: true,
      microphone: 'open',
    });
    return finishTurn(needs, echo, { ...session, reprompted: true }, turn);
  }
  return close(needs, echo, '', 'EXCEEDED_MAX_REPROMPTS');
};

const close = async (
  needs: VirtualAlexaNeeds,
  echo: VirtualEcho,
  said: string,
  reason: 'USER_INITIATED' | 'EXCEEDED_MAX_REPROMPTS',
) => {
  const { session } = needs.world.echo(echo.echoId);
  if (session === null) return turnOf({ said });
  const refusal = await endSession(needs, echo, session, reason);
  const turn = turnOf({ said, requestType: 'SessionEndedRequest', ...(refusal === undefined ? {} : { refusal }) });
  return finishTurn(needs, echo, null, turn);
};

const askAlexa = async (needs: VirtualAlexaNeeds, echo: VirtualEcho, said: string): Promise<Turn> => {
  const { session } = needs.world.echo(echo.echoId);
  if (session !== null) await endSession(needs, echo, session, 'USER_INITIATED');
  return finishTurn(
    needs,
    echo,
    null,
    alexaSays(said, readNotifications(needs.world, echo.echoId, echo.accountId, needs.skillName)),
  );
};

/** What was said answers Alexa's own question. The skill hears of it in a request without the attributes of the session. */
const answerAlexa = async (
  needs: VirtualAlexaNeeds,
  echo: VirtualEcho,
  said: string,
  answer: ToAlexa,
): Promise<Turn> => {
  const { session } = needs.world.echo(echo.echoId);
  if (session === null || session.alexaAsks === null) return turnOf({ said });
  const request = await settleAnswer(needs, echo, session.alexaAsks, answer);
  const resumed = { ...newSession(needs.world.newId()), sessionId: session.sessionId, isNew: false };
  return serveRequest(needs, { echo, said, understood: null, session: resumed }, request);
};

/** Who answers what was said: the skill, in a new session or the open one, or Alexa herself. */
export const hear = async (needs: VirtualAlexaNeeds, echo: VirtualEcho, words: string): Promise<Turn> => {
  const { world, model } = needs;
  if (words.trim() === '') return beSilent(needs, echo);
  const opening = needs.stripInvocation(words);
  const fresh = { echo, said: words, understood: null, session: newSession(world.newId()) };
  if (opening.kind !== 'in-session') await enable(needs, echo.accountId);
  if (opening.kind === 'launch') return serveLaunch(needs, fresh);
  if (opening.kind === 'one-shot') {
    const understood = needs.understand(opening.rest, { now: world.clock() });
    return serveIntent(needs, { ...fresh, understood }, heardIntent(model, null, understood));
  }

  const { session } = world.echo(echo.echoId);
  if (session !== null && session.alexaAsks !== null) return answerAlexa(needs, echo, words, toAlexa(opening.rest));
  const routine = world
    .echo(echo.echoId)
    .routines.find(({ when }) => when.kind === 'words' && when.utterances.includes(opening.rest.toLowerCase().trim()));
  if (routine !== undefined && (session === null || /^\s*alexa\b/i.test(words)))
    return startTask(needs, echo, routine.taskName);
  const isForAlexa = session === null || /^\s*alexa\b/i.test(words);
  if (isForAlexa && asksForNotifications(opening.rest)) return askAlexa(needs, echo, words);
  if (session === null) {
    const { invocationName } = model.interactionModel.languageModel;
    return finishTurn(
      needs,
      echo,
      null,
      alexaSays(words, `Alexa herself would answer that. Begin with: open ${invocationName}.`),
    );
  }
  if (/^(?:exit|quit)$/i.test(opening.rest.trim())) return close(needs, echo, words, 'USER_INITIATED');
  const understood = needs.understand(opening.rest, listeningFor(session, world.clock()));
  return serveIntent(needs, { echo, said: words, understood, session }, heardIntent(model, session, understood));
};

/** A routine starts a task of the skill; nothing happens where the skill is disabled. */
export const startTask = async (needs: VirtualAlexaNeeds, echo: VirtualEcho, taskName: string): Promise<Turn> => {
  if (!needs.world.account(echo.accountId).enabled) return turnOf({});
  return serveLaunch(needs, { echo, said: '', understood: null, session: newSession(needs.world.newId()) }, taskName);
};
