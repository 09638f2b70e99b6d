import type {
  Intent,
  RequestEnvelope,
  ResponseEnvelope,
  SessionEndedErrorType,
  SessionEndedReason,
} from 'ask-sdk-model';
import type { OpenSession } from './alexa-state.ts';
import { type Asking, eventEnvelope, type SessionRequest, type SkillEvent, sessionEnvelope } from './envelope.ts';
import type { InteractionModel } from './interaction-model.ts';
import { type CheckedResponse, checkResponse } from './response-rules.ts';
import { issueToken } from './tokens.ts';
import { alexaIds, userIdOf, type VirtualEcho } from './virtual-echo.ts';
import type { World } from './world.ts';

export type SkillSide = {
  readonly world: World;
  readonly model: InteractionModel;
  /** The skill's name in the shop, by which Alexa says who a notification is from, and who asks for a permission. */
  readonly skillName: string;
  readonly invokeSkill: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
  /** Where the skill finds the Alexa APIs, asked at each request: the port is known late. */
  readonly apiEndpoint: () => string;
  /** Real milliseconds that Alexa waits for the skill: 8,000. */
  readonly answerWithinMs: number;
  /** Told why a response was refused, in words without anything personal. */
  readonly refused: (why: string) => void;
};

export type Answer = CheckedResponse & { readonly error?: SessionEndedErrorType };

type Invoked =
  | { readonly kind: 'answered'; readonly wire: unknown }
  | { readonly kind: 'failed'; readonly why: string; readonly error: SessionEndedErrorType };

const invoke = async ({ invokeSkill, answerWithinMs }: SkillSide, envelope: RequestEnvelope): Promise<Invoked> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Invoked>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'failed', why: 'no answer in time', error: 'ENDPOINT_TIMEOUT' }),
      answerWithinMs,
    );
  });
  const answered = invokeSkill(envelope).then(
    (response): Invoked => ({ kind: 'answered', wire: JSON.parse(JSON.stringify(response ?? null)) }),
    (fault): Invoked => ({
      kind: 'failed',
      why: `the skill failed (${fault instanceof Error ? fault.name : typeof fault})`,
      error: 'INVALID_RESPONSE',
    }),
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
};

const askingFrom = ({ world, apiEndpoint }: SkillSide, echo: VirtualEcho): Asking => {
  const { enablement, notificationsOn, reminders } = world.account(echo.accountId);
  const ids = alexaIds(world.skillId, echo, enablement);
  const requestId = `amzn1.echo-api.request.${world.newId()}`;
  const apiAccessToken = issueToken(world, {
    kind: 'api-access',
    scope: '',
    requestId,
    deviceId: ids.deviceId,
    accountId: echo.accountId,
  });
  return {
    skillId: world.skillId,
    echo,
    ids,
    notificationsOn,
    reminders,
    apiEndpoint: apiEndpoint(),
    apiAccessToken,
    requestId,
    now: world.clock(),
  };
};

const intentOf = (request: SessionRequest): { intent?: Intent } =>
  request.type === 'IntentRequest' ? { intent: request.intent } : {};

/** Sends one request of a session to the skill and checks the response as Amazon would; a refusal is reported. */
export const askSkill = async (
  side: SkillSide,
  echo: VirtualEcho,
  session: OpenSession,
  request: SessionRequest,
): Promise<Answer> => {
  const { world } = side;
  const asking = askingFrom(side, echo);
  const envelope = sessionEnvelope(asking, session, request, world.echo(echo.echoId).screen);
  world.live.set(asking.requestId, { echoId: echo.echoId, token: asking.apiAccessToken, progressive: 0 });
  const invoked = await invoke(side, envelope).finally(() => world.live.delete(asking.requestId));
  const answer: Answer =
    invoked.kind === 'failed'
      ? { kind: 'refused', why: invoked.why, error: invoked.error }
      : checkResponse(invoked.wire, {
          request: request.type,
          ...intentOf(request),
          screen: echo.screen,
          model: side.model,
        });
  if (answer.kind === 'refused') side.refused(answer.why);
  return answer;
};

/** Tells the skill that a session is over. Returns why its answer was refused, if it was: nothing may be said to this. */
export const endSession = async (
  side: SkillSide,
  echo: VirtualEcho,
  session: OpenSession,
  reason: SessionEndedReason,
  error?: { readonly type: SessionEndedErrorType; readonly message: string },
): Promise<string | undefined> => {
  const answer = await askSkill(
    side,
    echo,
    { ...session, isNew: false },
    {
      type: 'SessionEndedRequest',
      reason,
      ...(error === undefined ? {} : { error }),
    },
  );
  return answer.kind === 'refused' ? answer.why : undefined;
};

/** Sends a skill event about an account, or a message. What the skill answers is not heard; a failure is reported. */
export const tellSkill = async (
  side: SkillSide,
  accountId: string,
  event: SkillEvent,
): Promise<'answered' | 'failed'> => {
  const { world } = side;
  const { enablement, notificationsOn, reminders } = world.account(accountId);
  const requestId = `amzn1.echo-api.request.${world.newId()}`;
  const apiAccessToken = issueToken(world, { kind: 'api-access', scope: '', requestId, accountId });
  const asking = {
    skillId: world.skillId,
    notificationsOn,
    reminders,
    apiEndpoint: side.apiEndpoint(),
    apiAccessToken,
    requestId,
    now: world.clock(),
  };
  const invoked = await invoke(
    side,
    eventEnvelope({ ...asking, userId: userIdOf(world.skillId, accountId, enablement) }, event),
  );
  if (invoked.kind === 'failed') side.refused(`${event.type}: ${invoked.why}`);
  return invoked.kind;
};
