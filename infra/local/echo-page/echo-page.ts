import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { VirtualAlexa } from '../virtual-alexa/virtual-alexa.ts';
import { eventStream } from './event-stream.ts';
import { type EchoHome, renderPage } from './page-html.ts';

export type EchoPageNeeds = {
  readonly virtualAlexa: VirtualAlexa;
  /** Whose Echos can be chosen, in the order to show them. */
  readonly homes: readonly EchoHome[];
  /** Whole phrases to try, with the invocation: "ask bell bird who is coming today". */
  readonly phrases: readonly string[];
  readonly invocationName: string;
  /** When it aborts, the event streams end, so that the server can close. */
  readonly closing?: AbortSignal;
};

type Handler = (request: Request, url: URL) => Promise<Response> | Response;

const ASSETS: Readonly<Record<string, string>> = {
  'echo.css': 'text/css; charset=utf-8',
  'echo.js': 'text/javascript; charset=utf-8',
  'draw.js': 'text/javascript; charset=utf-8',
  'voice.js': 'text/javascript; charset=utf-8',
  'events.js': 'text/javascript; charset=utf-8',
  'reminders.js': 'text/javascript; charset=utf-8',
  'room.css': 'text/css; charset=utf-8',
  'room.js': 'text/javascript; charset=utf-8',
  'room-with-echo.js': 'text/javascript; charset=utf-8',
  'room-journeys.js': 'text/javascript; charset=utf-8',
  'room-news.js': 'text/javascript; charset=utf-8',
  'room-phone.js': 'text/javascript; charset=utf-8',
  'room-tv.js': 'text/javascript; charset=utf-8',
  'echo.svg': 'image/svg+xml',
};

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  'permissions-policy': 'microphone=(self)',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const LONGEST_PHRASE = 500;

const said = v.object({
  echo: v.string(),
  words: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(LONGEST_PHRASE)),
});
const toEcho = v.object({ echo: v.string() });
const deletion = v.object({ echo: v.string(), alertToken: v.string() });
const choice = v.object({ echo: v.string(), on: v.boolean() });

const withHeaders = (response: Response): Response => {
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  return response;
};

const plain = (status: number, words: string): Response =>
  new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const asset = async (name: string): Promise<Response> => {
  const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  if (type === undefined) return plain(404, 'There is no such file.');
  return new Response(await readFile(join(import.meta.dirname, 'browser', name)), {
    headers: { 'content-type': type },
  });
};

/**
 * Reads a JSON body and acts on the Echo it names. JSON only: another site cannot send that without asking first, so
 * it cannot make an Echo speak.
 */
const acting =
  <S extends v.GenericSchema<unknown, { readonly echo: string }>>(
    alexa: VirtualAlexa,
    schema: S,
    act: (wanted: v.InferOutput<S>) => Promise<unknown>,
  ): Handler =>
  async (request) => {
    if (!request.headers.get('content-type')?.startsWith('application/json')) return plain(415, 'Send JSON.');
    const parsed = v.safeParse(schema, await request.json().catch(() => undefined));
    if (!parsed.success) return plain(400, 'Say something of at most 500 characters to an Echo.');
    if (!alexa.echos.some(({ echoId }) => echoId === parsed.output.echo)) return plain(404, 'There is no such Echo.');
    await act(parsed.output);
    return new Response(null, { status: 204 });
  };

const accountOf = (alexa: VirtualAlexa, echoId: string): string => alexa.view(echoId).echo.accountId;

const routes = (needs: EchoPageNeeds): Readonly<Record<string, Handler>> => {
  const { virtualAlexa: alexa } = needs;
  const isKnown = (echoId: string | null): echoId is string => alexa.echos.some((echo) => echo.echoId === echoId);
  return {
    'GET /echo': async (_, url) => {
      const wanted = url.searchParams.get('echo') ?? needs.homes[0]?.echoId ?? null;
      if (!isKnown(wanted)) return plain(404, 'There is no such Echo.');
      const page = await renderPage({ ...needs, view: alexa.view(wanted) });
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } });
    },
    'GET /echo/events': (request, url) => {
      const wanted = url.searchParams.get('echo');
      if (!isKnown(wanted)) return plain(404, 'There is no such Echo.');
      return eventStream(alexa, wanted, request.headers.get('last-event-id'), needs.closing);
    },
    'GET /echo/reminders': async (_, url) => {
      const wanted = url.searchParams.get('echo');
      if (!isKnown(wanted)) return plain(404, 'There is no such Echo.');
      const { reminders, remindersAllowed } = alexa.view(wanted);
      return Response.json({ reminders, remindersAllowed });
    },
    'POST /echo/delete-reminder': acting(alexa, deletion, ({ echo, alertToken }) =>
      alexa.removeReminder(echo, alertToken),
    ),
    'POST /echo/allow-reminders': acting(alexa, choice, ({ echo, on }) =>
      alexa.setReminders(accountOf(alexa, echo), on),
    ),
    'POST /echo/say': acting(alexa, said, ({ echo, words }) => alexa.say(echo, words)),
    'POST /echo/silence': acting(alexa, toEcho, ({ echo }) => alexa.silence(echo)),
    'POST /echo/notifications': acting(alexa, choice, ({ echo, on }) =>
      alexa.setNotifications(accountOf(alexa, echo), on),
    ),
  };
};

/**
 * The virtual Echo in a browser: `/echo`, `/echo/assets/…`, `/echo/events?echo=` (Server-Sent Events), POST `/echo/say`,
 * `/echo/silence`, `/echo/notifications`, `/echo/allow-reminders` and `/echo/delete-reminder`, and what is placed: `/echo/reminders?echo=`.
 * Answers those paths; `undefined` for any other.
 */
export const echoPage = (needs: EchoPageNeeds): ((request: Request) => Promise<Response | undefined>) => {
  const handlers = routes(needs);
  return async (request) => {
    const url = new URL(request.url);
    if (url.pathname !== '/echo' && !url.pathname.startsWith('/echo/')) return undefined;
    const [, name] = /^\/echo\/assets\/([\w.-]+)$/.exec(url.pathname) ?? [];
    if (name !== undefined && request.method === 'GET') return withHeaders(await asset(name));
    const handler = handlers[`${request.method} ${url.pathname}`];
    return withHeaders(handler === undefined ? plain(404, 'There is no such page.') : await handler(request, url));
  };
};
