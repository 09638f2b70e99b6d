import type { ChannelResult } from '../../core/delivery/channel.ts';
import type { PinnedAlert, PinnedAlerts } from '../../core/delivery/pinned-alerts.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import type { ManagedEndpoints } from '../../core/pairing/managed-endpoints.ts';
import { endpointIdOf, type OpenIds } from './endpoint-id-of.ts';
import { MOST_RECIPIENTS, NOT_FOUND, notificationTo, resultOf, visualAlert } from './notification.ts';
import type { PropertiesCall } from './properties-call.ts';
import { standingIn } from './standing-in.ts';

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

export type VisualAlertNeeds = {
  readonly call: PropertiesCall;
  readonly openIds: OpenIds;
  /** What stands in a room now: asked where an endpoint is not known any more. */
  readonly inRoom: ManagedEndpoints['inRoom'];
};

const isMissed = (result: ChannelResult | undefined): boolean =>
  result?.kind === 'unreachable' && result.reason === NOT_FOUND;

/**
 * Persistent visual alerts of Alexa Smart Properties: 100 Echos a call, each with its own result. Where an Echo was moved or replaced, what
 * is meant for its room goes to the one that stands there now, and is removed from that one too.
 */
export const visualAlerts = ({ call, openIds, inRoom }: VisualAlertNeeds): PinnedAlerts => {
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
      const put = async (endpointIds: readonly string[]) => {
        if (options?.replacing === true) await Promise.all(endpointIds.map((id) => remove(call, id)));
        return pinOn(endpointIds, alert);
      };
      const ids = echos.map((echo) => endpointIdOf(openIds, echo));
      const known = [...new Set(ids.filter((id) => id !== undefined))];
      const results = await put(known);
      const others = new Map<Echo, string>();
      for (const echo of echos.filter((_, n) => isMissed(results.get(ids[n] ?? '')))) {
        const other = await standingIn(openIds, inRoom, echo);
        if (other !== undefined && !known.includes(other)) others.set(echo, other);
      }
      const again = await put([...new Set(others.values())]);
      return echos.map((echo, n) => again.get(others.get(echo) ?? '') ?? results.get(ids[n] ?? '') ?? UNREADABLE);
    },
    unpin: async (echo) => {
      const id = endpointIdOf(openIds, echo);
      if (id === undefined) return UNREADABLE;
      const other = await standingIn(openIds, inRoom, echo);
      const came = await remove(call, id);
      return other === undefined || other === id ? came : remove(call, other);
    },
  };
};
