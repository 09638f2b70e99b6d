import * as v from 'valibot';
import { UK_ZONE } from '../../../../lambda/core/kernel/uk-offset.ts';
import { alexaSchemaFault } from '../alexa-schemas.ts';
import type { EchoReminder, IssuedToken } from '../alexa-state.ts';
import { nextRing, ruleOf } from '../reminder-trigger.ts';
import { echoOfDevice, remindersOf } from '../reminders.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, problem } from './api-answers.ts';

/** The number is not public (facts, section 2.7); a skill has to live with the refusal, wherever it is. */
export const MOST_REMINDERS = 25;

const wallTime = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{3})?$/));
const rule = v.pipe(
  v.string(),
  v.check((text) => ruleOf(text) !== undefined, 'a rule that is not known'),
);

const absolute = v.pipe(
  v.strictObject({
    type: v.literal('SCHEDULED_ABSOLUTE'),
    scheduledTime: v.optional(wallTime),
    timeZoneId: v.literal(UK_ZONE),
    recurrence: v.optional(
      v.strictObject({
        startDateTime: v.optional(wallTime),
        endDateTime: v.optional(wallTime),
        recurrenceRules: v.pipe(v.array(rule), v.minLength(1)),
      }),
    ),
  }),
  v.check(({ scheduledTime, recurrence }) => (scheduledTime === undefined) !== (recurrence === undefined), 'one time'),
);

const text = v.pipe(v.string(), v.minLength(1));

const reminderRequest = v.strictObject({
  requestTime: wallTime,
  trigger: absolute,
  alertInfo: v.strictObject({
    spokenInfo: v.strictObject({
      content: v.pipe(
        v.array(v.strictObject({ locale: text, text: v.optional(text), ssml: v.optional(text) })),
        v.minLength(1),
      ),
    }),
  }),
  pushNotification: v.optional(v.strictObject({ status: v.picklist(['ENABLED', 'DISABLED']) })),
});

type Sent = v.InferOutput<typeof reminderRequest>;
type Grant = IssuedToken & { readonly accountId: string };

export type RemindersSide = {
  readonly world: World;
  /** False: the skill's manifest does not ask for the permission. */
  readonly isDeclared: boolean;
  /** Told of each event that the skill is sent because of a call, to be sent after it. */
  readonly happened: (
    accountId: string,
    event: { readonly kind: 'created' | 'updated' | 'deleted'; readonly alertToken: string },
  ) => void;
};

const BAD_TOKEN = problem(401, 'INVALID_BEARER_TOKEN', 'The access token is not good.');
const NOT_FOUND = problem(404, 'ALERT_NOT_FOUND', 'No such reminder.');

const grantedTo = ({ world, isDeclared }: RemindersSide, request: Request): Grant | ApiAnswer => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'api-access' || grant.accountId === undefined) return BAD_TOKEN;
  if (!isDeclared) return problem(403, 'ACCESS_DENIED', 'Access denied with reason: FORBIDDEN');
  if (world.account(grant.accountId).reminders !== 'granted')
    return problem(401, 'ACCESS_DENIED', 'Access denied with reason: ACCESS_NOT_REQUESTED');
  return { ...grant, accountId: grant.accountId };
};

const isAnswer = (granted: Grant | ApiAnswer): granted is ApiAnswer => 'status' in granted;

/** What was sent, or why Amazon refuses it. */
const read = async (request: Request, now: number): Promise<Sent | ApiAnswer> => {
  const json = await jsonOf(request);
  const schemaFault = alexaSchemaFault('reminder', json);
  if (schemaFault !== undefined)
    return problem(400, 'INVALID_REQUEST', `The reminder is not one of Amazon's model, at ${schemaFault}.`);
  const parsed = v.safeParse(reminderRequest, json);
  if (!parsed.success)
    return problem(
      400,
      'INVALID_REQUEST',
      `The reminder is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`,
    );
  const { trigger, alertInfo } = parsed.output;
  if (alertInfo.spokenInfo.content.some((one) => one.text === undefined))
    return problem(400, 'INVALID_ALERT_INFO', 'The alert info has no text.');
  if (nextRing(trigger, now) === null) return problem(400, 'TRIGGER_SCHEDULED_TIME_IN_PAST', 'The time has gone.');
  return parsed.output;
};

const isRefusal = (read: Sent | ApiAnswer): read is ApiAnswer => 'status' in read;

/** Seconds since 1970, as Amazon writes `version` and times: the format is our belief. */
const stamp = (now: number): string => new Date(now).toISOString();

const stored = (sent: Sent, now: number): Omit<EchoReminder, 'alertToken' | 'createdTime' | 'version'> => ({
  text: sent.alertInfo.spokenInfo.content[0]?.text ?? '',
  trigger: sent.trigger,
  pushNotification: sent.pushNotification?.status ?? 'ENABLED',
  updatedTime: stamp(now),
  status: 'ON',
  ringsAt: nextRing(sent.trigger, now),
});

const brief = ({ alertToken, createdTime, updatedTime, status, version }: EchoReminder) => ({
  alertToken,
  createdTime,
  updatedTime,
  status,
  version: String(version),
});

const whole = (reminder: EchoReminder) => ({
  ...brief(reminder),
  trigger: reminder.trigger,
  alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: reminder.text }] } },
  pushNotification: { status: reminder.pushNotification },
});

const create = async (side: RemindersSide, request: Request, granted: Grant): Promise<ApiAnswer> => {
  const { world } = side;
  const { accountId, deviceId } = granted;
  if (deviceId === undefined)
    return problem(403, 'ACCESS_DENIED', 'A reminder can be created in a session with the user only.');
  const sent = await read(request, world.clock());
  if (isRefusal(sent)) return sent;
  const echo = echoOfDevice(world, accountId, deviceId);
  if (echo === undefined || echo.kind === 'managed' || echo.cannotRing === true)
    return problem(403, 'DEVICE_NOT_SUPPORTED', 'This device cannot ring a reminder.');
  if (remindersOf(world, accountId).filter(({ reminder }) => reminder.status === 'ON').length >= MOST_REMINDERS)
    return problem(403, 'MAX_REMINDERS_EXCEEDED', 'There are too many reminders.');
  const now = world.clock();
  const reminder: EchoReminder = {
    ...stored(sent, now),
    alertToken: world.newId(),
    createdTime: stamp(now),
    version: 1,
  };
  world.changeEcho(echo.echoId, (before) => ({ ...before, reminders: [...before.reminders, reminder] }));
  side.happened(accountId, { kind: 'created', alertToken: reminder.alertToken });
  return { status: 200, body: { ...brief(reminder), href: `/v1/alerts/reminders/${reminder.alertToken}` } };
};

const update = async (
  side: RemindersSide,
  request: Request,
  { accountId }: Grant,
  token: string,
): Promise<ApiAnswer> => {
  const { world } = side;
  const found = remindersOf(world, accountId).find(({ reminder }) => reminder.alertToken === token);
  if (found === undefined) return NOT_FOUND;
  const sent = await read(request, world.clock());
  if (isRefusal(sent)) return sent;
  const { createdTime, version } = found.reminder;
  const reminder = { ...stored(sent, world.clock()), alertToken: token, createdTime, version: version + 1 };
  world.changeEcho(found.echoId, (before) => ({
    ...before,
    reminders: before.reminders.map((one) => (one.alertToken === token ? reminder : one)),
  }));
  side.happened(accountId, { kind: 'updated', alertToken: token });
  return { status: 200, body: { ...brief(reminder), href: `/v1/alerts/reminders/${token}` } };
};

const remove = (side: RemindersSide, { accountId }: Grant, token: string): ApiAnswer => {
  const found = remindersOf(side.world, accountId).find(({ reminder }) => reminder.alertToken === token);
  if (found === undefined) return NOT_FOUND;
  side.world.changeEcho(found.echoId, (before) => ({
    ...before,
    reminders: before.reminders.filter(({ alertToken }) => alertToken !== token),
  }));
  side.happened(accountId, { kind: 'deleted', alertToken: token });
  return { status: 200 };
};

/**
 * `/v1/alerts/reminders[/{alertToken}]` of a consumer Echo (Amazon, "Alexa Reminders API Reference"): 200, or 400 INVALID_ALERT_INFO,
 * TRIGGER_SCHEDULED_TIME_IN_PAST, 401 token or permission not asked for, 403 DEVICE_NOT_SUPPORTED, MAX_REMINDERS_EXCEEDED, a token
 * from out of session that would create, 404 ALERT_NOT_FOUND.
 */
export const remindersApi = async (
  side: RemindersSide,
  request: Request,
  token: string | undefined,
): Promise<ApiAnswer | undefined> => {
  const granted = grantedTo(side, request);
  if (isAnswer(granted)) return granted;
  const all = remindersOf(side.world, granted.accountId).map(({ reminder }) => reminder);
  switch (request.method) {
    case 'POST':
      return token === undefined ? create(side, request, granted) : undefined;
    case 'GET': {
      if (token === undefined)
        return { status: 200, body: { totalCount: String(all.length), alerts: all.map(whole), links: null } };
      const one = all.find(({ alertToken }) => alertToken === token);
      return one === undefined ? NOT_FOUND : { status: 200, body: whole(one) };
    }
    case 'PUT':
      return token === undefined ? undefined : update(side, request, granted, token);
    case 'DELETE':
      return token === undefined ? undefined : remove(side, granted, token);
    default:
      return undefined;
  }
};
