import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import { frontDoor } from '../pages/front-door.ts';
import { PAGE_HEADERS } from '../pages/page-shell.ts';
import { screenPage } from '../pages/screen-page.ts';
import { FIRST_PHRASE } from '../phrases.ts';
import { clockTarget } from './clock-form.ts';
import { isForThisMachine, isFromOurPage } from './loopback-only.ts';

type Part = (request: Request) => Promise<Response | undefined>;

export type RoutesNeeds = {
  readonly now: Clock;
  readonly ahead: () => number;
  readonly goForward: (to: Instant) => Promise<void>;
  readonly residents: number;
  readonly isUp: () => Promise<Readonly<Record<string, boolean>>>;
  readonly skill: (request: Request) => Promise<Response>;
  readonly echo: Part;
  readonly alexaApis: Part;
  readonly console: (request: Request) => Promise<Response>;
};

const ASSETS: Readonly<Record<string, string>> = {
  'pages.css': 'text/css; charset=utf-8',
  'bellbird.svg': 'image/svg+xml',
  'screen.js': 'text/javascript; charset=utf-8',
};

const plain = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' } });

const asset = async (name: string): Promise<Response> => {
  const type = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
  if (type === undefined) return plain(404, 'There is no such file.');
  const file = await readFile(join(import.meta.dirname, '../pages/assets', name));
  return new Response(file, { headers: { 'content-type': type, 'x-content-type-options': 'nosniff' } });
};

const health = async (needs: RoutesNeeds): Promise<Response> => {
  const parts = await needs.isUp();
  const isUp = Object.values(parts).every(Boolean);
  return Response.json({ status: isUp ? 'up' : 'down', parts }, { status: isUp ? 200 : 503 });
};

const moveClock = async (needs: RoutesNeeds, request: Request): Promise<Response> => {
  if (!isFromOurPage(request)) return plain(403, 'This form came from another site.');
  const form = new URLSearchParams(await request.text());
  const to = clockTarget(form.get('forward') ?? '', needs.now());
  if (to === undefined) return plain(400, 'The clock moves by 1 to 10080 minutes, to "evening" or to "morning".');
  await needs.goForward(to);
  return new Response(null, { status: 303, headers: { location: '/' } });
};

const homePages = async (needs: RoutesNeeds, request: Request, path: string): Promise<Response> => {
  const [, name] = /^\/assets\/([\w.-]+)$/.exec(path) ?? [];
  if (name !== undefined) return asset(name);
  switch (`${request.method} ${path}`) {
    case 'GET /':
      return frontDoor({ now: needs.now(), ahead: needs.ahead(), phrase: FIRST_PHRASE, residents: needs.residents });
    case 'GET /screen':
      return screenPage(needs.now());
    case 'GET /health':
      return health(needs);
    case 'POST /clock':
      return moveClock(needs, request);
    default:
      return plain(404, 'There is no such page.');
  }
};

/** Everything behind the one port but the sign-in: front door, Echo, console, screen, health, the skill's door and Alexa's APIs. */
export const routes =
  (needs: RoutesNeeds) =>
  async (request: Request): Promise<Response> => {
    if (!isForThisMachine(request)) return plain(421, 'Bellbird answers on this machine only.');
    const { pathname } = new URL(request.url);
    if (pathname === '/alexa') return needs.skill(request);
    if (pathname === '/console' || pathname.startsWith('/console/')) return needs.console(request);
    return (await needs.alexaApis(request)) ?? (await needs.echo(request)) ?? homePages(needs, request, pathname);
  };
