import * as v from 'valibot';
import { DAY } from '../../../../lambda/core/kernel/clock.ts';
import { announce, notify } from '../notifications.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, notValid, problem } from './api-answers.ts';

/** "Up to one hundred different units in a single request": Amazon, "Notifications REST API Reference". */
export const MOST_RECIPIENTS = 100;

const text = v.pipe(v.string(), v.minLength(1));

const recipient = v.strictObject({ type: v.picklist(['Unit', 'Endpoint']), id: text });

const spokenText = v.looseObject({
  type: v.literal('SpokenText'),
  values: v.pipe(v.array(v.looseObject({ locale: text, text })), v.minLength(1)),
});

const variant = v.looseObject({
  type: v.picklist(['Announcement', 'DeviceNotification', 'PersistentVisualAlert']),
  content: v.looseObject({ variants: v.pipe(v.array(v.looseObject({ type: text })), v.length(1)) }),
});

const sending = v.looseObject({
  recipients: v.pipe(v.array(recipient), v.minLength(1), v.maxLength(MOST_RECIPIENTS)),
  notification: v.looseObject({ variants: v.pipe(v.array(variant), v.length(1)) }),
});

type Recipient = v.InferOutput<typeof recipient>;

const echosOf = (world: World, { type, id }: Recipient): readonly string[] =>
  (type === 'Unit' ? world.known.ofUnit(id) : world.known.ofEndpoint(id)).map(({ echoId }) => echoId);

/**
 * `POST /v3/notifications` of Alexa Smart Properties: an Announcement is spoken at once, a DeviceNotification chimes and
 * waits to be read. One kind per call, at most 100 recipients, a result for each of them. 400 not valid, 401 token.
 * The shape of the answer is our belief: `successResults` and `errorResults`, each with its `recipient`.
 */
export const notificationsApi = async (world: World, request: Request): Promise<ApiAnswer> => {
  if (grantOf(world, request)?.kind !== 'smart-properties')
    return problem(401, 'UNAUTHORIZED', 'The access token is not good.');
  const parsed = v.safeParse(sending, await jsonOf(request));
  if (!parsed.success)
    return notValid(`The notification is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const { recipients, notification } = parsed.output;
  const [kind] = notification.variants;
  if (kind === undefined) return notValid('The notification has no variant.');
  if (kind.type === 'PersistentVisualAlert')
    return problem(501, 'NOT_SIMULATED', 'This virtual Alexa does not pin visual alerts.');
  const [content] = kind.content.variants;
  const words = v.is(spokenText, content) ? content.values.find(({ locale }) => locale === 'en-GB')?.text : undefined;
  if (words === undefined) return notValid('The content must be SpokenText with a value for en-GB.');

  const results = recipients.map((to) => ({
    recipient: to,
    echoIds: echosOf(world, to),
    notificationId: world.newId(),
  }));
  for (const { echoIds, notificationId } of results) {
    if (kind.type === 'Announcement') announce(world, echoIds, words);
    else notify(world, echoIds, { id: notificationId, words, expiresAt: world.clock() + DAY });
  }
  const [reached, missed] = [
    results.filter(({ echoIds }) => echoIds.length > 0),
    results.filter(({ echoIds }) => echoIds.length === 0),
  ];
  return {
    status: 200,
    body: {
      successResults: reached.map(({ recipient: to, notificationId }) => ({ recipient: to, notificationId })),
      errorResults: missed.map(({ recipient: to }) => ({
        recipient: to,
        error: { code: 'RECIPIENT_NOT_FOUND', message: 'No such recipient.' },
      })),
    },
  };
};
