import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import { clockTarget } from './clock-form.ts';
import { isForThisMachine, isFromOurPage } from './loopback-only.ts';
import { PAGE_HEADERS } from './page-headers.ts';
import { isPeopleHost } from './people-hosts.ts';

type Part = (request: Request) => Promise<Response | undefined>;

export type RoutesNeeds = {
  readonly now: Clock;
  readonly goForward: (to: Instant) => Promise<void>;
  readonly isUp: () => Promise<Readonly<Record<string, boolean>>>;
  readonly skill: (request: Request) => Promise<Response>;
  readonly echo: Part;
  readonly livingRoom: Part;
  readonly screen: Part;
  readonly alexaApis: Part;
  readonly notify: Part;
  readonly console: (request: Request) => Promise<Response>;
};

const plain = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { ...PAGE_HEADERS, 'content-type': 'text/plain; charset=utf-8' } });

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
  switch (`${request.method} ${path}`) {
    case 'GET /health':
      return health(needs);
    case 'POST /clock':
      return moveClock(needs, request);
    default:
      return plain(404, 'There is no such page.');
  }
};

/** On the host of one of the demo's people there is the console alone; `/here` says that the name leads to this machine. */
const personPages = (needs: RoutesNeeds, request: Request, path: string): Promise<Response> | Response => {
  if (path === '/here') return new Response(null, { status: 204 });
  if (path === '/console' || path.startsWith('/console/')) return needs.console(request);
  return plain(404, 'On this host there is the console alone.');
};

/** Everything behind the one port but the sign-in: living room, Echo, console, screen, health, the skill's door and Alexa's APIs. */
export const routes =
  (needs: RoutesNeeds) =>
  async (request: Request): Promise<Response> => {
    if (!isForThisMachine(request)) return plain(421, 'Bellbird answers on this machine only.');
    const { pathname, hostname } = new URL(request.url);
    if (isPeopleHost(hostname)) return personPages(needs, request, pathname);
    if (pathname === '/alexa') return needs.skill(request);
    if (pathname === '/console' || pathname.startsWith('/console/')) return needs.console(request);
    return (
      (await needs.alexaApis(request)) ??
      (await needs.notify(request)) ??
      (await needs.echo(request)) ??
      (await needs.screen(request)) ??
      (await needs.livingRoom(request)) ??
      homePages(needs, request, pathname)
    );
  };
