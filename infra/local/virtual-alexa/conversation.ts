import type { Intent } from 'ask-sdk-model';
import { alexaAsksOf, alexasQuestion } from './alexa-asks.ts';
import type { OpenSession, Speech } from './alexa-state.ts';
import { type Answer, askSkill, endSession, type SkillSide } from './ask-skill.ts';
import { askedDialogue, delegatedStep, type HeardIntent, namesAfter } from './dialogue.ts';
import { dialogueDirectives } from './dialogue-rules.ts';
import { intentRequest, type SessionRequest } from './envelope.ts';
import type { PhoneCard } from './happening.ts';
import { dialogueIntent, isAlwaysDelegated } from './interaction-model.ts';
import { phoneCard } from './phone-card.ts';
import { type RenderedDocument, renderedDocument, screenOf } from './screen.ts';
import { noticed, PROBLEM, saying, type Turn, turnOf } from './turn.ts';
import type { Understood } from './understand-phrase.ts';
import type { VirtualEcho } from './virtual-echo.ts';

/** One thing to be served: on which Echo, in which session, and what the person said. */
export type Serving = {
  readonly echo: VirtualEcho;
  readonly session: OpenSession;
  readonly said: string;
  readonly understood: Understood | null;
};

type Accepted = Answer & { readonly kind: 'accepted' };

export const newSession = (id: string): OpenSession => ({
  sessionId: `amzn1.echo-api.session.${id}`,
  isNew: true,
  attributes: {},
  microphone: 'closed',
  reprompt: null,
  reprompted: false,
  dialogue: null,
  dynamicEntities: [],
  alexaAsks: null,
});

/** Writes a turn down: the session as it is now, what the screen shows, the card in the phone app; and tells whoever follows. */
export const finishTurn = (side: SkillSide, echo: VirtualEcho, session: OpenSession | null, turn: Turn): Turn => {
  const { world } = side;
  const shown = turn.screen === null ? null : screenOf(turn.screen);
  world.changeEcho(echo.echoId, (before) => {
    const isSameSession = session !== null && before.session?.sessionId === session.sessionId;
    return { ...before, session, screen: shown ?? (isSameSession ? before.screen : null) };
  });
  const { card } = turn;
  if (card !== null)
    world.changeAccount(echo.accountId, (before) => ({ ...before, cards: [card, ...before.cards].slice(0, 20) }));
  world.happens(echo.echoId, noticed(turn, world.echo(echo.echoId).screen));
  return turn;
};

const spokenTurn = (serving: Serving, request: SessionRequest, said: Speech | null, reprompt: Speech | null): Turn =>
  turnOf({
    said: serving.said,
    heard: serving.understood?.heard ?? '',
    by: 'skill',
    requestType: request.type,
    ...(request.type === 'IntentRequest'
      ? { intent: request.intent.name, slots: request.intent.slots ?? {}, how: serving.understood?.how ?? null }
      : {}),
    ...saying(said),
    reprompt: reprompt?.ssml ?? null,
  });

/** Amazon's answer to a response she cannot play: the session ends, the skill is told, the person hears one sentence. */
const refuse = async (
  side: SkillSide,
  serving: Serving,
  request: SessionRequest,
  answer: Answer & { readonly kind: 'refused' },
): Promise<Turn> => {
  await endSession(side, serving.echo, serving.session, 'ERROR', {
    type: answer.error ?? 'INVALID_RESPONSE',
    message: answer.why,
  });
  const turn = spokenTurn(serving, request, { ssml: `<speak>${PROBLEM}</speak>`, spoken: PROBLEM }, null);
  return finishTurn(side, serving.echo, null, { ...turn, by: 'alexa', refusal: answer.why });
};

/**
 * Whether the session goes on, and whether Alexa listens (Amazon, `shouldEndSession`): true ends it; false opens the
 * microphone; absent ends it, unless a screen shows something: then it stays open with the microphone closed.
 */
const microphoneAfter = (
  { response }: Accepted,
  screen: RenderedDocument | null,
  before: boolean,
): 'open' | 'closed' | null => {
  if (response.shouldEndSession === true) return null;
  if (response.shouldEndSession !== undefined) return 'open';
  return screen !== null || before ? 'closed' : null;
};

const settleAnswer = (
  side: SkillSide,
  serving: Serving,
  request: SessionRequest,
  current: Intent | undefined,
  answer: Accepted,
): Turn => {
  const { echo, session } = serving;
  const screen = renderedDocument(answer.response);
  const before = side.world.echo(echo.echoId);
  const stillShown = before.session?.sessionId === session.sessionId && before.screen !== null;
  const alexaAsks = alexaAsksOf(answer.response, side.world.newId(), side.world.clock()) ?? null;
  const microphone = alexaAsks === null ? microphoneAfter(answer, screen, stillShown) : 'open';
  const card: PhoneCard | null = phoneCard(answer.response.card);
  const ours = { ...spokenTurn(serving, request, answer.speech, answer.reprompt), screen, card };
  const hers = alexaAsks === null ? '' : alexasQuestion(alexaAsks, side.skillName);
  const turn = { ...ours, spoken: [ours.spoken, hers].filter((words) => words !== '').join(' ') };
  if (microphone === null) return finishTurn(side, echo, null, turn);
  const after: OpenSession = {
    ...session,
    isNew: false,
    attributes: answer.attributes,
    microphone,
    reprompt: answer.reprompt,
    reprompted: false,
    dialogue: askedDialogue(side.model, answer.response, current),
    dynamicEntities: namesAfter(answer.response, session.dynamicEntities),
    alexaAsks,
  };
  return finishTurn(side, echo, after, { ...turn, sessionOpen: true, microphone });
};

/** Alexa conducts the dialogue: she asks with the model's own prompt, or sends the completed intent. */
const conduct = async (
  side: SkillSide,
  serving: Serving,
  intent: Intent,
  answer: Accepted | undefined,
): Promise<Turn> => {
  const step = delegatedStep(side.model, intent);
  const session: OpenSession =
    answer === undefined
      ? serving.session
      : {
          ...serving.session,
          isNew: false,
          attributes: answer.attributes,
          dynamicEntities: namesAfter(answer.response, serving.session.dynamicEntities),
        };
  const going = { ...serving, session };
  const request = intentRequest(intent, 'IN_PROGRESS');
  if (step.kind === 'complete') return serveRequest(side, going, intentRequest(step.intent, 'COMPLETED'));
  if (step.kind === 'no-prompt')
    return refuse(side, going, request, {
      kind: 'refused',
      why: `the dialogue model of ${intent.name} has no prompt to ask with`,
    });
  const asked = {
    ...session,
    microphone: 'open' as const,
    reprompt: step.prompt,
    reprompted: false,
    dialogue: step.dialogue,
  };
  const turn = spokenTurn(serving, request, step.prompt, step.prompt);
  return finishTurn(side, serving.echo, asked, {
    ...turn,
    requestType: answer === undefined ? null : 'IntentRequest',
    sessionOpen: true,
    microphone: 'open',
  });
};

/** Sends the skill a request and settles what it answers; a dialogue that it leaves to Alexa she conducts. */
export const serveRequest = async (side: SkillSide, serving: Serving, request: SessionRequest): Promise<Turn> => {
  const answer = await askSkill(side, serving.echo, serving.session, request);
  if (answer.kind === 'refused') return refuse(side, serving, request, answer);
  const current = request.type === 'IntentRequest' ? request.intent : undefined;
  const [directive] = dialogueDirectives(answer.response);
  if (directive?.type !== 'Dialog.Delegate') return settleAnswer(side, serving, request, current, answer);
  const delegated = directive.updatedIntent ?? current;
  const isOver =
    request.type === 'IntentRequest' && request.dialogState === 'COMPLETED' && delegated?.name === request.intent.name;
  if (delegated === undefined || isOver)
    return refuse(side, serving, request, { kind: 'refused', why: 'Dialog.Delegate for a dialogue that is complete' });
  return conduct(side, serving, delegated, answer);
};

/** Opens the skill: a LaunchRequest, with a task if a routine started it. */
export const serveLaunch = (side: SkillSide, serving: Serving, taskName?: string): Promise<Turn> => {
  const task =
    taskName === undefined ? {} : { task: { name: `${side.world.skillId}.${taskName}`, version: '1', input: {} } };
  return serveRequest(side, serving, { type: 'LaunchRequest', ...task });
};

/** Serves what was understood: by the skill, or by Alexa herself where the dialogue model says ALWAYS. */
export const serveIntent = (side: SkillSide, serving: Serving, { intent, dialogState }: HeardIntent): Promise<Turn> => {
  const entry = dialogueIntent(side.model, intent.name);
  const isAlexas = entry !== undefined && isAlwaysDelegated(side.model, entry) && dialogState !== 'COMPLETED';
  return isAlexas
    ? conduct(side, serving, intent, undefined)
    : serveRequest(side, serving, intentRequest(intent, dialogState));
};
