import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { faultName } from '../core/kernel/log.ts';
import { nowAnswer } from './now-answer.ts';
import { ownPageOnly } from './own-page-only.ts';
import { serveFile } from './packed.ts';
import { pageHtml } from './page-html.ts';
import { screenActs } from './screen-acts.ts';
import { recogniseScreen, screenCookie } from './screen-cookie.ts';
import type { ScreenEnv } from './screen-env.ts';
import { neverCached, screenHeaders } from './screen-headers.ts';
import type { ScreenNeeds } from './screen-needs.ts';

/** The longest body that a page sends, in bytes. */
const LONGEST_BODY = 1024;

/** One line for every act and every answer that is not as it should be; the polling itself is not written down. */
const logged = (needs: ScreenNeeds) =>
  createMiddleware<ScreenEnv>(async (c, next) => {
    const began = needs.realNow();
    await next();
    const { status } = c.res;
    if (c.req.method === 'GET' && status === 200) return;
    const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
    const kind = `${c.req.method} ${route?.path ?? 'nowhere'}`;
    needs.log('screen.request', { kind, status, ms: needs.realNow() - began });
  });

/**
 * The door of the Screens: one page, what it shows now, and the four things it may do. A browser is known by its token
 * alone; nothing personal is answered before both sides have agreed to the pairing, or after it is undone.
 */
export const screenApp = (needs: ScreenNeeds): Hono<ScreenEnv> => {
  const { base, council } = needs;
  const cookie = screenCookie(needs.origin);
  const acts = screenActs(needs, cookie);
  const app = new Hono<ScreenEnv>();

  app.onError((thrown, c) => {
    needs.log('screen.fault', { fault: faultName(thrown) });
    return c.text('Something went wrong here.\n', 500);
  });
  app.notFound((c) => c.text('There is no such page.\n', 404));

  app.use(logged(needs), screenHeaders(needs), neverCached);
  app.get(`${base}/assets/:file`, serveFile);
  app.use(
    ownPageOnly(needs),
    bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => c.text('That is too long.\n', 413) }),
    recogniseScreen(needs, cookie),
  );
  app.get(base, async (c) => {
    const token = cookie.read(c);
    if (token !== undefined) cookie.write(c, token);
    const { name } = await needs.councilOf(council);
    return c.html(pageHtml({ base, council: name }));
  });
  app.get(`${base}/now`, async (c) => c.json(await nowAnswer(needs, c.get('screenHash'))));
  app.post(`${base}/pair`, acts.pair);
  app.post(`${base}/confirm`, acts.confirm);
  app.post(`${base}/shown`, acts.shown);
  app.post(`${base}/acknowledge`, acts.acknowledge);
  return app;
};
