const HEARTBEAT_MS = 15_000;

/** Sends one event; its data goes as JSON. The id is what a browser gives back as `Last-Event-ID`. */
export type Send = (event: string, data: unknown, id?: number) => void;

const messageOf = (event: string, data: unknown, id: number | undefined): string =>
  `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;

/**
 * Server-Sent Events (WHATWG HTML 9.2) until the browser leaves or `closing` aborts. `begin` may send at once and later; it
 * returns how to stop.
 */
export const serverSentEvents = (begin: (send: Send) => () => void, closing?: AbortSignal): Response => {
  const encoder = new TextEncoder();
  let stop = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const unfollow = begin((event, data, id) => write(messageOf(event, data, id)));
      const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
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
