import type { services } from 'ask-sdk-model';
import * as v from 'valibot';
import type { QueueResult, WidgetAlert, WidgetResult, Widgets } from '../../core/delivery/widget.ts';
import type { Echo, EchoIds } from '../../core/pairing/echo.ts';
import { callSigned, type Posted, TIMEOUT } from '../amazon/call-amazon.ts';
import type { AccessToken } from '../amazon/lwa-token.ts';

/** Where the widget's document looks for its alert (`infra/skill-package/widget`). */
export const NAMESPACE = 'bellbird';
export const KEY = 'alert';

type Request = services.datastore.v1.CommandsRequest;

export type DataStoreNeeds = {
  /** Client credentials of the skill with the scope `alexa::datastore`. */
  readonly accessToken: AccessToken;
  readonly openIds: (sealed: string) => EchoIds;
  /** Where the Alexa APIs are, without a slash at the end. */
  readonly apiUrl: string;
};

const device = v.object({ deviceId: v.optional(v.string()), type: v.string() });
const putAnswer = v.object({ results: v.array(device), queuedResultId: v.nullish(v.string()) });
const queueAnswer = v.object({
  items: v.array(device),
  paginationContext: v.optional(v.object({ nextToken: v.nullish(v.string()) })),
});

/** These come right by themselves while the queue lasts; the others do not. */
const WAITS = 'DEVICE_UNAVAILABLE';

const refusal = (posted: Posted): { readonly kind: 'refused' | 'unreachable' | 'unknown'; readonly reason: string } => {
  if (posted.kind === 'no-token') return { kind: 'refused', reason: 'no-token' };
  if (posted.kind === 'no-answer') return { kind: 'unknown', reason: 'no-answer' };
  if (posted.status === 429) return { kind: 'refused', reason: 'too-many-calls' };
  if (posted.status >= 500) return { kind: 'unknown', reason: 'alexa-error' };
  if (posted.status === 401) return { kind: 'refused', reason: 'token-refused' };
  return { kind: 'unreachable', reason: posted.status === 403 ? 'no-widget-in-the-skill' : 'not-valid' };
};

const failuresIn = (items: readonly v.InferOutput<typeof device>[]) =>
  items.filter(({ type }) => type !== 'SUCCESS' && type !== WAITS).map(({ type }) => ({ reason: type }));

const readPut = (posted: Posted): WidgetResult => {
  if (posted.kind !== 'answered' || posted.status !== 200) return refusal(posted);
  const read = v.safeParse(putAnswer, posted.body);
  if (!read.success) return { kind: 'unknown', reason: 'unreadable-answer' };
  const { results, queuedResultId } = read.output;
  const shown = results.filter(({ type }) => type === 'SUCCESS').length;
  // Without a queue nobody tries again, so that an Echo that was off counts as failed.
  const lost = queuedResultId ? [] : results.filter(({ type }) => type === WAITS).map(({ type }) => ({ reason: type }));
  const failed = [...failuresIn(results), ...lost];
  return { kind: 'put', shown, failed, ...(queuedResultId ? { queued: queuedResultId } : {}) };
};

/** A queue longer than this is not read to its end: an account has a handful of Echos. */
const MOST_PAGES = 20;

/** The Data Store of Alexa: what the widget of an Echo Show shows, changed without a conversation and without a sound. */
export const dataStore = ({ accessToken, openIds, apiUrl }: DataStoreNeeds): Widgets => {
  const accountOf = ({ sealedIds }: Echo): string | undefined => {
    try {
      return openIds(sealedIds).userId;
    } catch {
      return undefined; // becomes a result with its reason, which is logged
    }
  };
  const send = async (echo: Echo, commands: Request['commands'], until: number): Promise<WidgetResult> => {
    const id = accountOf(echo);
    if (id === undefined) return { kind: 'unreachable', reason: 'ids-unreadable' };
    const attemptDeliveryUntil = new Date(until).toISOString();
    const body = { commands, target: { type: 'USER', id }, attemptDeliveryUntil } satisfies Request;
    const url = `${apiUrl}/v1/datastore/commands`;
    return readPut(await callSigned({ method: 'POST', url, body, within: TIMEOUT }, accessToken));
  };
  const put = (echo: Echo, { title, body, expiresAt }: WidgetAlert): Promise<WidgetResult> => {
    const content = { title, body, expiresAt };
    return send(
      echo,
      [
        { type: 'PUT_NAMESPACE', namespace: NAMESPACE },
        { type: 'PUT_OBJECT', namespace: NAMESPACE, key: KEY, content },
      ],
      expiresAt,
    );
  };
  const follow = async (queued: string): Promise<QueueResult> => {
    const items: v.InferOutput<typeof device>[] = [];
    let query = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const url = `${apiUrl}/v1/datastore/queue/${encodeURIComponent(queued)}${query}`;
      const posted = await callSigned({ method: 'GET', url, within: TIMEOUT }, accessToken);
      if (posted.kind !== 'answered' || posted.status !== 200) return refusal(posted);
      const read = v.safeParse(queueAnswer, posted.body);
      if (!read.success) return { kind: 'unknown', reason: 'unreadable-answer' };
      items.push(...read.output.items);
      const next = read.output.paginationContext?.nextToken;
      if (next === undefined || next === null) {
        const waiting = items.filter(({ type }) => type === WAITS).length;
        return { kind: 'followed', waiting, failed: failuresIn(items) };
      }
      query = `?nextToken=${encodeURIComponent(next)}`;
    }
    return { kind: 'unknown', reason: 'unreadable-answer' };
  };
  return {
    put,
    clear: (echo, until) => send(echo, [{ type: 'REMOVE_OBJECT', namespace: NAMESPACE, key: KEY }], until),
    follow,
  };
};
