import type { ChannelResult } from '../../core/delivery/channel.ts';
import type { PinnedAlert, PinnedAlerts } from '../../core/delivery/pinned-alerts.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import { endpointIdOf, type OpenIds } from './endpoint-id-of.ts';
import { MOST_RECIPIENTS, notificationTo, resultOf, visualAlert } from './notification.ts';
import type { PropertiesCall } from './properties-call.ts';

const UNREADABLE: ChannelResult = { kind: 'unreachable', reason: 'ids-unreadable' };

const queryOf = (endpointId: string): string =>
  new URLSearchParams({
    'recipients.id': endpointId,
    'recipients.type': 'Endpoint',
    'notification.variants.type': 'PersistentVisualAlert',
  }).toString();

/** What stands on an Echo may be removed again and again, so a removal without an answer is simply not known. */
const remove = async (call: PropertiesCall, endpointId: string): Promise<ChannelResult> => {
  const posted = await call('DELETE', `/v3/notifications?${queryOf(endpointId)}`);
  return posted.kind === 'answered' && posted.status === 404 ? { kind: 'sent' } : resultOf(posted, endpointId);
};

const inHundreds = (ids: readonly string[]): readonly (readonly string[])[] =>
  ids.length === 0 ? [] : [ids.slice(0, MOST_RECIPIENTS), ...inHundreds(ids.slice(MOST_RECIPIENTS))];

/** Persistent visual alerts of Alexa Smart Properties: 100 Echos a call, each with its own result. */
export const visualAlerts = (call: PropertiesCall, openIds: OpenIds): PinnedAlerts => {
  const pinOn = async (endpointIds: readonly string[], { title, body, until }: PinnedAlert) => {
    const results = new Map<string, ChannelResult>();
    for (const some of inHundreds(endpointIds)) {
      const posted = await call(
        'POST',
        '/v3/notifications',
        notificationTo(some, visualAlert(title, body, new Date(until).toISOString())),
      );
      for (const id of some) results.set(id, resultOf(posted, id));
    }
    return results;
  };
  return {
    pin: async (echos: readonly Echo[], alert, options) => {
      const ids = echos.map((echo) => endpointIdOf(openIds, echo));
      const known = [...new Set(ids.filter((id) => id !== undefined))];
      if (options?.replacing === true) await Promise.all(known.map((id) => remove(call, id)));
      const results = await pinOn(known, alert);
      return ids.map((id) => (id === undefined ? UNREADABLE : (results.get(id) ?? UNREADABLE)));
    },
    unpin: async (echo) => {
      const id = endpointIdOf(openIds, echo);
      return id === undefined ? UNREADABLE : remove(call, id);
    },
  };
};
