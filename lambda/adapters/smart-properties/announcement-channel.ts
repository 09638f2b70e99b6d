import type { Channel, ChannelResult, Message } from '../../core/delivery/channel.ts';
import type { ManagedEndpoints } from '../../core/pairing/managed-endpoints.ts';
import { idsIn, type OpenIds } from './endpoint-id-of.ts';
import {
  announcement,
  deviceNotification,
  MOST_RECIPIENTS,
  NOT_FOUND,
  notificationTo,
  resultOf,
} from './notification.ts';
import type { PropertiesCall } from './properties-call.ts';
import { standingIn } from './standing-in.ts';

export type AnnouncementNeeds = {
  readonly call: PropertiesCall;
  readonly openIds: OpenIds;
  /** What stands in a room now: asked where an endpoint is not known any more. */
  readonly inRoom: ManagedEndpoints['inRoom'];
};

const UNREADABLE: ChannelResult = { kind: 'unreachable', reason: 'ids-unreadable' };

const tell = async (
  needs: AnnouncementNeeds,
  endpointIds: readonly string[],
  { speech, quietly }: Pick<Message, 'speech' | 'quietly'>,
): Promise<ReadonlyMap<string, ChannelResult>> => {
  if (endpointIds.length === 0) return new Map();
  const variant = quietly === true ? deviceNotification(speech) : announcement(speech);
  const posted = await needs.call('POST', '/v3/notifications', notificationTo(endpointIds, variant));
  return new Map(endpointIds.map((id) => [id, resultOf(posted, id)]));
};

const isMissed = (result: ChannelResult | undefined): boolean =>
  result?.kind === 'unreachable' && result.reason === NOT_FOUND;

/** Speaks at once on managed Echos (Alexa Smart Properties), or chimes and lets the words wait. All Messages of one call have the same words and are told alike; one call takes 100 Echos. */
export const announcementChannel = (needs: AnnouncementNeeds): Channel => ({
  name: 'smart-properties',
  atOnce: MOST_RECIPIENTS,
  send: async (messages) => {
    const [first] = messages;
    if (first === undefined) return [];
    const endpointIds = messages.map(({ echo }) => idsIn(needs.openIds, echo)?.endpointId);
    // Two Residents owed the same words share an Echo: it says them once, and the result stands for both.
    const known = [...new Set(endpointIds.filter((endpointId) => endpointId !== undefined))];
    const results = await tell(needs, known, first);
    const missed = messages.filter((_, n) => isMissed(results.get(endpointIds[n] ?? '')));
    const replaced = new Map<Message, string | undefined>();
    for (const message of missed) replaced.set(message, await standingIn(needs.openIds, needs.inRoom, message.echo));
    const others = [...new Set([...replaced.values()].filter((id) => id !== undefined))].filter(
      (id) => !known.includes(id),
    );
    const again = await tell(needs, others, first);
    return messages.map((message, n) => {
      const id = endpointIds[n];
      if (id === undefined) return UNREADABLE;
      const other = replaced.get(message) ?? '';
      return again.get(other) ?? results.get(other) ?? results.get(id) ?? UNREADABLE;
    });
  },
});
