import * as v from 'valibot';
import { DAY } from '../../../../lambda/core/kernel/clock.ts';
import { announce, notify } from '../notifications.ts';
import { pin, pinnedOn, unpin } from '../pinned.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, notValid, problem } from './api-answers.ts';

/** "Up to one hundred different units in a single request": Amazon, "Notifications REST API Reference". */
export const MOST_RECIPIENTS = 100;

const text = v.pipe(v.string(), v.minLength(1));

const recipient = v.strictObject({ type: v.picklist(['Unit', 'Endpoint']), id: text });

const spokenText = v.strictObject({
  type: v.literal('SpokenText'),
  values: v.pipe(v.array(v.strictObject({ locale: text, text })), v.minLength(1)),
});

const template = v.strictObject({
  type: v.literal('V0Template'),
  values: v.pipe(
    v.array(
      v.strictObject({
        locale: text,
        document: v.strictObject({
          type: v.literal('Link'),
          src: v.pipe(
            v.string(),
            v.regex(
              /^doc:\/\/alexa\/apl\/documents\/enterprise\/notifications\/persistentvisualalert\/[a-zA-Z]+Template$/,
            ),
          ),
        }),
        datasources: v.looseObject({ displayText: v.strictObject({ title: text, body: text }) }),
      }),
    ),
    v.minLength(1),
  ),
});

const words = v.strictObject({
  type: v.picklist(['Announcement', 'DeviceNotification']),
  content: v.strictObject({ variants: v.pipe(v.array(spokenText), v.length(1)) }),
});

const visual = v.strictObject({
  type: v.literal('PersistentVisualAlert'),
  dismissalTime: v.pipe(v.string(), v.isoTimestamp()),
  content: v.strictObject({ variants: v.pipe(v.array(template), v.length(1)) }),
});

const sending = v.strictObject({
  recipients: v.pipe(v.array(recipient), v.minLength(1), v.maxLength(MOST_RECIPIENTS)),
  notification: v.strictObject({ variants: v.pipe(v.array(v.variant('type', [words, visual])), v.length(1)) }),
});

type Recipient = v.InferOutput<typeof recipient>;
type Kind = v.InferOutput<typeof sending>['notification']['variants'][number];

const echosOf = (world: World, { type, id }: Recipient): readonly string[] =>
  (type === 'Unit' ? world.known.ofUnit(id) : world.known.ofEndpoint(id)).map(({ echoId }) => echoId);

/** What becomes of a notification at one recipient: nothing wrong, or Amazon's code (our belief) and a sentence. */
type Fault = { readonly code: string; readonly message: string } | undefined;

const NO_RECIPIENT = { code: 'RECIPIENT_NOT_FOUND', message: 'No such recipient.' };

const say = (
  world: World,
  echoIds: readonly string[],
  kind: Kind & { type: 'Announcement' | 'DeviceNotification' },
  id: string,
) => {
  const said = kind.content.variants[0]?.values.find(({ locale }) => locale === 'en-GB')?.text ?? '';
  if (kind.type === 'Announcement') announce(world, echoIds, said);
  else notify(world, echoIds, { id, words: said, expiresAt: world.clock() + DAY });
};

/** Pinned on each Echo with a screen; where another one stands it fails, and what stands stays. */
const show = (
  world: World,
  echoIds: readonly string[],
  kind: Kind & { type: 'PersistentVisualAlert' },
  id: string,
): Fault => {
  const withScreen = echoIds.filter((echoId) => world.known.byId(echoId)?.screen === true);
  if (withScreen.length === 0) return { code: 'DEVICE_NOT_SUPPORTED', message: 'No screen.' };
  if (withScreen.some((echoId) => pinnedOn(world, echoId) !== undefined))
    return { code: 'OVERLAPPING_NOTIFICATION', message: 'A persistent visual alert is active.' };
  const shown = kind.content.variants[0]?.values.find(({ locale }) => locale === 'en-GB')?.datasources.displayText;
  if (shown === undefined) return { code: 'LOCALE_NOT_SUPPORTED', message: 'Nothing in the language of the Echo.' };
  for (const echoId of withScreen) pin(world, echoId, { id, ...shown, until: Date.parse(kind.dismissalTime) });
  return undefined;
};

const isEnglish = (kind: Kind): boolean =>
  kind.content.variants.every(({ values }) => values.some(({ locale }) => locale === 'en-GB'));

const isManager = (world: World, request: Request): boolean => grantOf(world, request)?.kind === 'smart-properties';
const NO_TOKEN = problem(401, 'UNAUTHORIZED', 'The access token is not good.');

/**
 * `POST /v3/notifications` of Alexa Smart Properties: an Announcement is spoken at once, a DeviceNotification chimes and
 * waits to be read, a PersistentVisualAlert stays on the screen. One kind per call, at most 100 recipients, a result for each of
 * them. 400 not valid, 401 token. The shape of the answer is our belief: `successResults` and `errorResults`, each with its `recipient`.
 */
export const notificationsApi = async (world: World, request: Request): Promise<ApiAnswer> => {
  if (!isManager(world, request)) return NO_TOKEN;
  const parsed = v.safeParse(sending, await jsonOf(request));
  if (!parsed.success)
    return notValid(`The notification is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const { recipients, notification } = parsed.output;
  const [kind] = notification.variants;
  if (kind === undefined) return notValid('The notification has no variant.');
  if (!isEnglish(kind)) return notValid('The content must have a value for en-GB.');
  if (kind.type === 'PersistentVisualAlert' && Date.parse(kind.dismissalTime) <= world.clock())
    return notValid('dismissalTime has passed.');
  const results = recipients.map((to) => {
    const echoIds = echosOf(world, to);
    const notificationId = world.newId();
    if (echoIds.length === 0) return { recipient: to, error: NO_RECIPIENT };
    const error = kind.type === 'PersistentVisualAlert' ? show(world, echoIds, kind, notificationId) : undefined;
    if (kind.type !== 'PersistentVisualAlert') say(world, echoIds, kind, notificationId);
    return error === undefined ? { recipient: to, notificationId } : { recipient: to, error };
  });
  return {
    status: 200,
    body: {
      successResults: results.filter((one) => 'notificationId' in one),
      errorResults: results.filter((one) => 'error' in one),
    },
  };
};

const removal = v.object({
  'recipients.id': text,
  'recipients.type': v.picklist(['Unit', 'Endpoint']),
  'notification.variants.type': v.literal('PersistentVisualAlert'),
});

/** `DELETE /v3/notifications?recipients.id=…`: the alert that is pinned there goes. 204, 400, 401, 404 where none is. */
export const removeNotificationsApi = (world: World, request: Request): ApiAnswer => {
  if (!isManager(world, request)) return NO_TOKEN;
  const parsed = v.safeParse(removal, Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return notValid('The query must name one recipient and PersistentVisualAlert.');
  const { 'recipients.id': id, 'recipients.type': type } = parsed.output;
  const pinned = echosOf(world, { type, id }).filter((echoId) => pinnedOn(world, echoId) !== undefined);
  if (pinned.length === 0) return problem(404, 'NOT_FOUND', 'Nothing is pinned there.');
  for (const echoId of pinned) unpin(world, echoId);
  return { status: 204 };
};
