import { isId } from '../../../lambda/core/kernel/ids.ts';

/** How long the console is told where to lead, in seconds: as long as signing in may take. */
const KEPT = 600;

const PATH = /^\/console(\/[\w-][\w:.-]*)*\/?$/;

/**
 * The demo's "one click": `/console/sign-in/start?as=PERSON&to=PATH`. The console begins its sign-in as ever; its redirect to the
 * provider then carries who it is (`login_hint`), and its own cookie where to lead afterwards. The console checks both as
 * it checks everything that comes from a browser.
 */
export const oneClick = (request: Request, answered: Response): Response => {
  const { pathname, searchParams } = new URL(request.url);
  const person = searchParams.get('as') ?? '';
  const location = answered.headers.get('location');
  if (pathname !== '/console/sign-in/start' || !isId(person) || location === null) return answered;
  const provider = new URL(location);
  provider.searchParams.set('login_hint', person);
  const hinted = new Response(null, { status: answered.status, headers: answered.headers });
  hinted.headers.set('location', provider.href);
  const to = searchParams.get('to') ?? '';
  if (PATH.test(to))
    hinted.headers.append(
      'set-cookie',
      `bellbird-return=${encodeURIComponent(to)}; Max-Age=${KEPT}; Path=/; HttpOnly; SameSite=Lax`,
    );
  return hinted;
};
