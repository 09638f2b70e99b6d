import type { EchoEvent } from '../virtual-alexa/alexa-state.ts';
import type { EchoView, VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';

const HEARTBEAT_MS = 15_000;

const message = (event: string, id: number, data: unknown): string =>
  `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

const happened = (event: EchoEvent): string => message('happening', event.id, { at: event.at, ...event.happening });

/** Only what somebody in the room, with the phone in the hand, could see. */
const shown = ({ echo: _, ...view }: EchoView) => ({
  ...view,
  recent: view.recent.map(({ at, happening }) => ({ at, ...happening })),
});

/**
 * What to send first: the events after the last one seen, if all of them are still kept; else how the Echo stands now,
 * with what is kept of the conversation.
 */
const opening = (view: EchoView, lastSeen: number | undefined): readonly string[] => {
  const last = view.recent.at(-1)?.id ?? 0;
  const first = view.recent[0]?.id ?? 1;
  const isComplete = lastSeen !== undefined && lastSeen <= last && lastSeen >= first - 1;
  return isComplete
    ? view.recent.filter(({ id }) => id > lastSeen).map(happened)
    : [message('view', last, shown(view))];
};

/** Server-Sent Events (WHATWG HTML 9.2) of one Echo, resumed by `Last-Event-ID`, until the browser leaves or `closing` aborts. */
export const eventStream = (
  alexa: VirtualAlexa,
  echoId: string,
  lastEventId: string | null,
  closing?: AbortSignal,
): Response => {
  const encoder = new TextEncoder();
  const lastSeen = lastEventId !== null && /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined;
  let stop = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      for (const text of opening(alexa.view(echoId), lastSeen)) send(text);
      const unfollow = alexa.follow(echoId, (event) => send(happened(event)));
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      const end = () => {
        stop();
        controller.close();
      };
      stop = () => {
        unfollow();
        clearInterval(heartbeat);
        closing?.removeEventListener('abort', end);
      };
      closing?.addEventListener('abort', end, { once: true });
      if (closing?.aborted) end();
    },
    cancel() {
      stop();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
};
