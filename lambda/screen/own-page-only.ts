import { createMiddleware } from 'hono/factory';
import type { Asking, ScreenEnv } from './screen-env.ts';
import type { ScreenNeeds } from './screen-needs.ts';

/** Old television browsers send no `Sec-Fetch-Site`, but every browser names the origin of what it posts (Fetch, 3.2). */
const isFromOurPage = (c: Asking, origin: string): boolean => {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return false;
  return c.req.header('origin') === origin;
};

/** Whatever changes something must come from our own page, as JSON, which another site cannot send without asking first (SEC-17). */
export const ownPageOnly = ({ origin, log }: Pick<ScreenNeeds, 'origin' | 'log'>) =>
  createMiddleware<ScreenEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next();
    if (!isFromOurPage(c, origin)) {
      log('screen.refused', { kind: 'post', reason: 'not-from-our-page' });
      return c.text('This did not come from the page of the screen.\n', 403);
    }
    if (c.req.header('content-type')?.startsWith('application/json') !== true) return c.text('Send JSON.\n', 415);
    return next();
  });
