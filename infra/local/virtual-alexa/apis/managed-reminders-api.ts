import * as v from 'valibot';
import { instantOf } from '../../../../lambda/core/kernel/uk-time.ts';
import { grantOf } from '../tokens.ts';
import type { VirtualEcho } from '../virtual-echo.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, notValid, problem } from './api-answers.ts';

/** Amazon, "Reminders REST API Reference" of Smart Properties. */
const MOST_ON_AN_ECHO = 250;

const text = v.pipe(v.string(), v.minLength(1));
/** Wall time with milliseconds and without an offset; an hour of one digit is malformed. */
const moment = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}$/));
const endpoint = v.strictObject({ type: v.literal('Endpoint'), id: text });

const trigger = v.strictObject({
  type: v.literal('SCHEDULED_ABSOLUTE'),
  timeZoneId: v.literal('Europe/London'),
  scheduledTime: v.optional(moment),
  recurrence: v.optional(
    v.strictObject({
      startDateTime: moment,
      endDateTime: v.optional(moment),
      recurrenceRules: v.pipe(v.array(v.pipe(v.string(), v.regex(/^FREQ=(DAILY|WEEKLY|MONTHLY);/))), v.minLength(1)),
    }),
  ),
});

const reminder = v.strictObject({
  trigger: v.pipe(
    trigger,
    v.check(({ scheduledTime, recurrence }) => (scheduledTime === undefined) !== (recurrence === undefined)),
  ),
  alertInfo: v.strictObject({
    spokenInfo: v.strictObject({
      content: v.pipe(v.array(v.strictObject({ locale: text, text, ssml: v.optional(v.string()) })), v.minLength(1)),
    }),
  }),
});

const making = v.strictObject({
  recipients: v.pipe(v.array(endpoint), v.minLength(1)),
  requestTime: moment,
  reminder,
});
const changing = v.strictObject({ recipient: endpoint, requestTime: moment, reminder });

type Reminder = v.InferOutput<typeof reminder>;

const isPast = (world: World, { trigger: { scheduledTime } }: Reminder): boolean =>
  scheduledTime !== undefined && instantOf(scheduledTime.slice(0, 16)) <= world.clock();

const PAST = { code: 'TRIGGER_SCHEDULED_TIME_IN_PAST', message: 'The time has passed.' };

const make = (world: World, id: string, given: Reminder) => {
  const to = { type: 'Endpoint', id };
  const [echo] = world.known.ofEndpoint(id);
  if (echo === undefined) return { recipient: to, error: { code: 'RECIPIENT_NOT_FOUND', message: 'No such Echo.' } };
  const held = world.echo(echo.echoId).heldReminders ?? [];
  if (held.length >= MOST_ON_AN_ECHO)
    return { recipient: to, error: { code: 'MAX_REMINDERS_EXCEEDED', message: 'An Echo holds 250 reminders.' } };
  const reminderId = world.newId();
  world.changeEcho(echo.echoId, (before) => ({ ...before, heldReminders: [...held, { reminderId, reminder: given }] }));
  return { recipient: to, reminderId };
};

const holderOf = (world: World, reminderId: string): VirtualEcho | undefined =>
  world.echos.find(({ echoId }) =>
    (world.echo(echoId).heldReminders ?? []).some((held) => held.reminderId === reminderId),
  );

const create = (world: World, json: unknown): ApiAnswer => {
  const parsed = v.safeParse(making, json);
  if (!parsed.success) return notValid(`The reminder is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const { recipients, reminder: given } = parsed.output;
  if (isPast(world, given)) return problem(400, PAST.code, PAST.message);
  const results = recipients.map(({ id }) => make(world, id, given));
  return {
    status: 200,
    body: {
      successResults: results.filter((one) => 'reminderId' in one),
      errorResults: results.filter((one) => 'error' in one),
    },
  };
};

const change = (world: World, reminderId: string, json: unknown): ApiAnswer => {
  const parsed = v.safeParse(changing, json);
  if (!parsed.success) return notValid(`The reminder is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const echo = holderOf(world, reminderId);
  if (echo === undefined) return problem(404, 'ALERT_NOT_FOUND', 'No such reminder.');
  const { reminder: given } = parsed.output;
  if (isPast(world, given)) return problem(400, PAST.code, PAST.message);
  world.changeEcho(echo.echoId, (before) => ({
    ...before,
    heldReminders: (before.heldReminders ?? []).map((held) =>
      held.reminderId === reminderId ? { reminderId, reminder: given } : held,
    ),
  }));
  return { status: 200, body: { reminderId } };
};

const remove = (world: World, reminderId: string): ApiAnswer => {
  const echo = holderOf(world, reminderId);
  if (echo === undefined) return problem(404, 'ALERT_NOT_FOUND', 'No such reminder.');
  world.changeEcho(echo.echoId, (before) => ({
    ...before,
    heldReminders: (before.heldReminders ?? []).filter((held) => held.reminderId !== reminderId),
  }));
  return { status: 204 };
};

/** So many on a page, so that whoever lists must turn pages. */
const ON_A_PAGE = 50;

const list = (world: World, query: URLSearchParams): ApiAnswer => {
  if (query.get('recipient.type') !== 'Endpoint' || query.get('owner') !== '~caller')
    return notValid('The query must name an Endpoint and the owner ~caller.');
  const [echo] = world.known.ofEndpoint(query.get('recipient.id') ?? '');
  if (echo === undefined) return problem(404, 'RECIPIENT_NOT_FOUND', 'No such Echo.');
  const held = world.echo(echo.echoId).heldReminders ?? [];
  const from = Number(query.get('nextToken') ?? 0);
  const nextToken = from + ON_A_PAGE < held.length ? String(from + ON_A_PAGE) : null;
  return { status: 200, body: { results: held.slice(from, from + ON_A_PAGE), paginationContext: { nextToken } } };
};

/**
 * `/v2/alerts/reminders` of Alexa Smart Properties: POST makes one on each Echo, PUT changes, DELETE removes, GET lists those of one
 * Echo. No conversation is needed. 400 not valid or past, 401 token, 404 unknown; at most 250 on an Echo.
 */
export const managedRemindersApi = async (
  world: World,
  request: Request,
  reminderId: string | undefined,
): Promise<ApiAnswer> => {
  if (grantOf(world, request)?.kind !== 'smart-properties')
    return problem(401, 'UNAUTHORIZED', 'The access token is not good.');
  if (request.method === 'GET') return list(world, new URL(request.url).searchParams);
  if (request.method === 'POST') return create(world, await jsonOf(request));
  if (reminderId === undefined) return notValid('A reminder must be named.');
  return request.method === 'PUT' ? change(world, reminderId, await jsonOf(request)) : remove(world, reminderId);
};
