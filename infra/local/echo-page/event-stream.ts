import { type Send, serverSentEvents } from '../http/server-sent-events.ts';
import type { EchoEvent } from '../virtual-alexa/alexa-state.ts';
import type { EchoView, VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';

/** Only what somebody in the room, with the phone in the hand, could see. */
const shown = ({ echo: _, ...view }: EchoView) => ({
  ...view,
  recent: view.recent.map(({ at, happening }) => ({ at, ...happening })),
});

const sendHappening = (send: Send, { id, at, happening }: EchoEvent): void =>
  send('happening', { at, ...happening }, id);

/**
 * What to send first: the events after the last one seen, if all of them are still kept; else how the Echo stands now,
 * with what is kept of the conversation.
 */
const sendOpening = (send: Send, view: EchoView, lastSeen: number | undefined): void => {
  const last = view.recent.at(-1)?.id ?? 0;
  const first = view.recent[0]?.id ?? 1;
  const isComplete = lastSeen !== undefined && lastSeen <= last && lastSeen >= first - 1;
  if (isComplete) {
    for (const event of view.recent) if (event.id > lastSeen) sendHappening(send, event);
  } else send('view', shown(view), last);
};

/** Sends how one Echo stands, and then what happens at it: `view` and `happening`. Returns how to stop. */
export const sendEcho = (alexa: VirtualAlexa, echoId: string, send: Send, lastSeen?: number): (() => void) => {
  sendOpening(send, alexa.view(echoId), lastSeen);
  return alexa.follow(echoId, (event) => sendHappening(send, event));
};

/** Server-Sent Events of one Echo, resumed by `Last-Event-ID`. */
export const eventStream = (
  alexa: VirtualAlexa,
  echoId: string,
  lastEventId: string | null,
  closing?: AbortSignal,
): Response => {
  const lastSeen = lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  return serverSentEvents((send) => sendEcho(alexa, echoId, send, lastSeen), closing);
};
