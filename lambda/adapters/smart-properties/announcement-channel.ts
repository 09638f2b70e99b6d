import * as v from 'valibot';
import { type Channel, type ChannelResult, type Message, TOO_MANY_CALLS } from '../../core/delivery/channel.ts';
import type { EchoIds } from '../../core/pairing/echo.ts';
import { type Posted, postJson, retryAfterOf } from '../amazon/call-amazon.ts';
import type { AccessToken } from '../amazon/lwa-token.ts';

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

/** "Up to one hundred different units in a single request" (Amazon, "Notifications REST API Reference"). */
const MOST_RECIPIENTS = 100;

export type AnnouncementNeeds = {
  readonly accessToken: AccessToken;
  readonly openIds: (sealed: string) => EchoIds;
  /** Where the Alexa APIs are, without a slash at the end. */
  readonly apiUrl: string;
};

/**
 * A managed Echo is paired by its endpoint. Ids that cannot be opened (another key, a changed text), or that name no endpoint, reach
 * nobody; the up to 99 Echos beside it in the call are still told.
 */
const endpointOf = (needs: AnnouncementNeeds, { echo }: Message): string | undefined => {
  try {
    return needs.openIds(echo.sealedIds).endpointId;
  } catch {
    return undefined; // becomes a result with its reason, which is logged
  }
};

/** Amazon takes plain text here, so nothing is escaped. */
const announcement = (endpointIds: readonly string[], text: string) => ({
  recipients: endpointIds.map((id) => ({ type: 'Endpoint', id })),
  notification: {
    variants: [
      {
        type: 'Announcement',
        content: { variants: [{ type: 'SpokenText', values: [{ locale: 'en-GB', text }] }] },
      },
    ],
  },
});

/** An announcement has no key of ours, so a call without a clear answer may have been spoken. */
const resultOf = (posted: Posted, endpointId: string): ChannelResult => {
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
  return missed === undefined ? { kind: 'sent' } : { kind: 'unreachable', reason: 'echo-not-found' };
};

/** Speaks at once on managed Echos (Alexa Smart Properties). All Messages of one call have the same words; one call takes 100 Echos. */
export const announcementChannel = (needs: AnnouncementNeeds): Channel => ({
  name: 'smart-properties',
  atOnce: MOST_RECIPIENTS,
  send: async (messages) => {
    const [first] = messages;
    if (first === undefined) return [];
    const endpointIds = messages.map((message) => endpointOf(needs, message));
    // Two Residents owed the same words share an Echo: it says them once, and the result stands for both.
    const known = [...new Set(endpointIds.filter((endpointId) => endpointId !== undefined))];
    const unreadable: ChannelResult = { kind: 'unreachable', reason: 'ids-unreadable' };
    if (known.length === 0) return messages.map(() => unreadable);
    const url = `${needs.apiUrl}/v3/notifications`;
    const posted = await postJson(url, needs.accessToken, announcement(known, first.speech));
    return endpointIds.map((endpointId) => (endpointId === undefined ? unreadable : resultOf(posted, endpointId)));
  },
});
