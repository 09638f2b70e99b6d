import * as v from 'valibot';
import { type ChannelResult, TOO_MANY_CALLS } from '../../core/delivery/channel.ts';
import { type Posted, retryAfterOf } from '../amazon/call-amazon.ts';

/** "Up to one hundred different units in a single request" (Amazon, "Notifications REST API Reference"). */
export const MOST_RECIPIENTS = 100;

/** Amazon takes plain text here, so nothing is escaped. */
const spoken = (type: 'Announcement' | 'DeviceNotification', text: string) => ({
  type,
  content: { variants: [{ type: 'SpokenText', values: [{ locale: 'en-GB', text }] }] },
});

/** Words that are spoken at once. */
export const announcement = (text: string) => spoken('Announcement', text);

/** A chime and the light; the words are read when somebody asks for them. */
export const deviceNotification = (text: string) => spoken('DeviceNotification', text);

/** A card that stays on the screen until then (ISO 8601, UTC), without a chime. */
export const visualAlert = (title: string, body: string, until: string) => ({
  type: 'PersistentVisualAlert',
  dismissalTime: until,
  content: {
    variants: [
      {
        type: 'V0Template',
        values: [
          {
            locale: 'en-GB',
            document: {
              type: 'Link',
              src: 'doc://alexa/apl/documents/enterprise/notifications/persistentvisualalert/textWrappingTemplate',
            },
            datasources: { displayText: { title, body } },
          },
        ],
      },
    ],
  },
});

type Variant = ReturnType<typeof announcement> | ReturnType<typeof visualAlert>;

/** The body of `POST /v3/notifications`: one kind of notification for up to 100 Echos. */
export const notificationTo = (endpointIds: readonly string[], variant: Variant) => ({
  recipients: endpointIds.map((id) => ({ type: 'Endpoint', id })),
  notification: { variants: [variant] },
});

const answer = v.object({
  errorResults: v.optional(
    v.array(
      v.object({
        recipient: v.object({ id: v.string() }),
        error: v.optional(v.object({ code: v.optional(v.string()) })),
      }),
    ),
  ),
});

/** Amazon's codes for one recipient (our belief: the reference does not list them). */
const MISSED: Readonly<Record<string, string>> = {
  OVERLAPPING_NOTIFICATION: 'occupied',
  DEVICE_NOT_SUPPORTED: 'no-screen',
};

/** Amazon does not know such an Echo: it was moved, replaced or taken away. */
export const NOT_FOUND = 'echo-not-found';

/** What an answer means for one Echo of the call. A notification has no key of ours: without a clear answer it may have happened. */
export const resultOf = (posted: Posted, endpointId: string): ChannelResult => {
  if (posted.kind === 'no-token') return { kind: 'refused', reason: 'no-token' };
  if (posted.kind === 'no-answer') return { kind: 'unknown', reason: 'no-answer' };
  if (posted.status === 429) return { kind: 'refused', reason: TOO_MANY_CALLS, ...retryAfterOf(posted) };
  if (posted.status >= 500) return { kind: 'unknown', reason: 'alexa-error' };
  if (posted.status === 401) return { kind: 'refused', reason: 'token-refused' };
  if (posted.status >= 400)
    return { kind: 'unreachable', reason: posted.status === 403 ? 'no-permission' : 'not-valid' };
  const read = v.safeParse(answer, posted.body ?? {});
  if (!read.success) return { kind: 'unknown', reason: 'unreadable-answer' };
  const missed = read.output.errorResults?.find((result) => result.recipient.id === endpointId);
  if (missed === undefined) return { kind: 'sent' };
  return { kind: 'unreachable', reason: MISSED[missed.error?.code ?? ''] ?? NOT_FOUND };
};
