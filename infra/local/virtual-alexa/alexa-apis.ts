import { type ApiAnswer, asResponse, problem } from './apis/api-answers.ts';
import { dataStoreApi, dataStoreQueueApi } from './apis/data-store-api.ts';
import { deviceSettingsApi } from './apis/device-settings-api.ts';
import { directivesApi } from './apis/directives-api.ts';
import { managedRemindersApi } from './apis/managed-reminders-api.ts';
import { notificationsApi, removeNotificationsApi } from './apis/notifications-api.ts';
import { proactiveEventsApi } from './apis/proactive-events-api.ts';
import { propertiesApi } from './apis/properties-api.ts';
import { remindersApi } from './apis/reminders-api.ts';
import { skillMessagesApi } from './apis/skill-messages-api.ts';
import { type AlexaClients, tokenApi } from './apis/token-api.ts';
import type { SkillEvent } from './envelope.ts';
import type { World } from './world.ts';

export type ApiName =
  | 'token'
  | 'proactive-events'
  | 'notifications'
  | 'directives'
  | 'device-settings'
  | 'reminders'
  | 'skill-messages'
  | 'data-store'
  | 'managed-reminders'
  | 'properties';

/** How the next call fails: with a status and no effect, or without any answer, with or without its effect. */
export type ApiFailure =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'no-answer'; readonly effect: boolean }
  /** It answers as it should, so many real milliseconds late. */
  | { readonly kind: 'late'; readonly ms: number };

/** Asked of every call that no `failNext` waits for: how it fails, or undefined for one that goes well. */
export type ApiWeather = (api: ApiName) => ApiFailure | undefined;

export type AlexaApis = {
  /** Answers a request under the base path; `undefined` for any other. */
  readonly handle: (request: Request) => Promise<Response | undefined>;
  /** For tests: the next call of this API fails so. Several wait in turn. */
  readonly failNext: (api: ApiName, failure: ApiFailure) => void;
};

export type AlexaApisNeeds = {
  readonly world: World;
  /** Where they are mounted, for example `/alexa-api`; no slash at the end. With `-na` after it: the host of another region. */
  readonly basePath: string;
  readonly clients: AlexaClients;
  /** Real milliseconds after which a call that gets no answer is given up. */
  readonly giveUpAfterMs?: number;
  readonly weather?: ApiWeather;
  /** False: the manifest of the skill does not ask for reminders. */
  readonly declaresReminders?: boolean;
  /** Sends the skill an event or brings it its messages, after the call is answered. Absent: nothing is sent. */
  readonly tell?: (accountId: string, event: SkillEvent) => void;
  readonly bringMessages?: () => void;
};

type Call = { readonly api: ApiName; readonly answer: () => ApiAnswer | Promise<ApiAnswer> };

const NO_SUCH_API = problem(404, 'NOT_FOUND', 'This virtual Alexa has no such API.');

const SETTINGS = /^\/v2\/devices\/([^/]+)\/settings\/([^/]+)$/;

const posted = ({ world, clients }: AlexaApisNeeds, path: string, request: Request): Call | undefined => {
  if (/^\/auth\/[oO]2\/token$/.test(path)) return { api: 'token', answer: () => tokenApi(world, clients, request) };
  if (/^\/v1\/proactiveEvents(\/stages\/development)?$/.test(path)) {
    return { api: 'proactive-events', answer: () => proactiveEventsApi(world, request) };
  }
  if (path === '/v3/notifications') return { api: 'notifications', answer: () => notificationsApi(world, request) };
  return path === '/v1/directives' ? { api: 'directives', answer: () => directivesApi(world, request) } : undefined;
};

const widget = ({ world }: AlexaApisNeeds, path: string, request: Request): Call | undefined => {
  const [, queued] = /^\/v1\/datastore\/queue\/([^/]+)$/.exec(path) ?? [];
  if (request.method === 'GET' && queued !== undefined)
    return { api: 'data-store', answer: () => dataStoreQueueApi(world, request, decodeURIComponent(queued)) };
  if (request.method === 'POST' && path === '/v1/datastore/commands')
    return { api: 'data-store', answer: () => dataStoreApi(world, request) };
  return undefined;
};

/** The APIs of Smart Properties beside the notifications that are sent. */
const managed = ({ world }: AlexaApisNeeds, path: string, request: Request): Call | undefined => {
  const [, reminderId] = /^\/v2\/alerts\/reminders(?:\/([^/]+))?$/.exec(path) ?? [];
  if (path.startsWith('/v2/alerts/reminders'))
    return { api: 'managed-reminders', answer: () => managedRemindersApi(world, request, reminderId) };
  const [, of] = /^\/v2\/(units|endpoints)$/.exec(path) ?? [];
  if (request.method === 'GET' && (of === 'units' || of === 'endpoints'))
    return { api: 'properties', answer: () => propertiesApi(world, request, of) };
  if (request.method === 'DELETE' && path === '/v3/notifications')
    return { api: 'notifications', answer: () => removeNotificationsApi(world, request) };
  return undefined;
};

const REMINDER_EVENTS = {
  created: 'Reminders.ReminderCreated',
  updated: 'Reminders.ReminderUpdated',
} as const;

const reminders = (
  { world, declaresReminders = true, tell }: AlexaApisNeeds,
  token: string | undefined,
  request: Request,
): Call => {
  const happened: Parameters<typeof remindersApi>[0]['happened'] = (accountId, { kind, alertToken }) =>
    tell?.(
      accountId,
      kind === 'deleted'
        ? { type: 'Reminders.ReminderDeleted', body: { alertTokens: [alertToken] } }
        : { type: REMINDER_EVENTS[kind], body: { status: 'ON', alertToken } },
    );
  const side = { world, isDeclared: declaresReminders, happened };
  return { api: 'reminders', answer: async () => (await remindersApi(side, request, token)) ?? NO_SUCH_API };
};

const skillMessages = ({ world, bringMessages }: AlexaApisNeeds, userId: string, request: Request): Call => ({
  api: 'skill-messages',
  answer: async () => {
    const answer = await skillMessagesApi(world, request, decodeURIComponent(userId));
    if (answer.status === 202) bringMessages?.();
    return answer;
  },
});

const REMINDERS = /^\/v1\/alerts\/reminders(?:\/([^/]+))?$/;
const MESSAGES = /^\/v1\/skillmessages\/users\/([^/]+)$/;

/** The host of another region knows neither our users nor their tokens (facts, section 13.3). */
const otherRegion = (path: string): ApiAnswer => {
  if (MESSAGES.test(path)) return problem(404, 'USER_NOT_FOUND', 'No such user in this region.');
  return problem(REMINDERS.test(path) ? 401 : 403, 'FORBIDDEN', 'The token is not of this region.');
};

const callOf = (needs: AlexaApisNeeds, path: string, request: Request): Call | undefined => {
  const placed = REMINDERS.exec(path);
  if (placed !== null) return reminders(needs, placed[1], request);
  const [, userId] = MESSAGES.exec(path) ?? [];
  if (request.method === 'POST' && userId !== undefined) return skillMessages(needs, userId, request);
  const ofWidget = widget(needs, path, request);
  if (ofWidget !== undefined) return ofWidget;
  const ofProperty = managed(needs, path, request);
  if (ofProperty !== undefined) return ofProperty;
  if (request.method === 'POST') return posted(needs, path, request);
  const [, deviceId, key] = SETTINGS.exec(path) ?? [];
  if (request.method !== 'GET' || deviceId === undefined || key === undefined) return undefined;
  return {
    api: 'device-settings',
    answer: () => deviceSettingsApi(needs.world, request, deviceId, key),
  };
};

/** Waits until the caller hangs up. */
const noAnswer = (request: Request, giveUpAfterMs: number): Promise<Response> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      resolve(new Response(null, { status: 504 }));
    };
    const timer = setTimeout(end, giveUpAfterMs);
    request.signal.addEventListener('abort', end, { once: true });
    if (request.signal.aborted) end();
  });

/**
 * The Alexa APIs that Bellbird calls, answered as Amazon's do, with their refusals and limits: Login with Amazon,
 * Proactive Events, Skill Messaging, reminders, the Data Store, Smart Properties (notifications, reminders, rooms and Echos), progressive responses, the
 * device's time zone. Under the base path with `-na` at its end answers the host of another region.
 */
export const alexaApis = (needs: AlexaApisNeeds): AlexaApis => {
  const { world, basePath, giveUpAfterMs = 30_000 } = needs;
  const failures = new Map<ApiName, ApiFailure[]>();

  const answered = async (call: Call): Promise<Response> => {
    const answer = await call.answer();
    await world.settle();
    return asResponse(answer);
  };

  const handle = async (request: Request): Promise<Response | undefined> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${basePath}-na/`)) return asResponse(otherRegion(pathname.slice(basePath.length + 3)));
    if (!pathname.startsWith(`${basePath}/`)) return undefined;
    const call = callOf(needs, pathname.slice(basePath.length), request);
    if (call === undefined) return asResponse(NO_SUCH_API);
    const failure = failures.get(call.api)?.shift() ?? needs.weather?.(call.api);
    if (failure === undefined) return answered(call);
    if (failure.kind === 'status') return asResponse(problem(failure.status, 'FAILED', 'This call was told to fail.'));
    if (failure.kind === 'late') return new Promise((resolve) => setTimeout(() => resolve(answered(call)), failure.ms));
    if (failure.effect) await answered(call);
    return noAnswer(request, giveUpAfterMs);
  };

  const failNext: AlexaApis['failNext'] = (api, failure) => {
    failures.set(api, [...(failures.get(api) ?? []), failure]);
  };
  return { handle, failNext };
};
