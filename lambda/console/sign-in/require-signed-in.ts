import { createMiddleware } from 'hono/factory';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv } from '../pages/console-env.ts';
import type { Cookies } from './cookies.ts';
import { endOfSession, NOTED_EVERY, type Session } from './session.ts';
import { actingOf, nameOf, type SignedIn } from './signed-in.ts';

/** Why somebody who held a session has none any more. */
export type SessionOver = 'timed-out' | 'not-known';

const noteUse = async (needs: ConsoleNeeds, token: string, session: Session): Promise<void> => {
  const now = needs.realNow();
  if (now - session.seenAt < NOTED_EVERY) return;
  const used = { ...session, seenAt: now };
  await needs.sessions.note(needs.council, token, used, endOfSession(used));
};

const signedInBy = async (needs: ConsoleNeeds, token: string): Promise<SignedIn | SessionOver> => {
  const now = needs.realNow();
  const session = await needs.sessions.ofToken(needs.council, token, now);
  if (session?.kind !== 'signed-in' || endOfSession(session) <= now) return 'timed-out';
  const acting = await actingOf(needs, session);
  if (acting === undefined) {
    await needs.sessions.end(needs.council, token);
    return 'not-known';
  }
  await noteUse(needs, token, session);
  return { token, session, acting, name: nameOf(acting) };
};

/**
 * Finds out who is signed in. A session that was idle for half an hour or is twelve hours old has ended, and one whose
 * person the council no longer knows is ended here.
 */
export const recognise = (needs: ConsoleNeeds, cookies: Cookies) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const token = cookies.read(c, 'bellbird-session');
    const found = token === undefined ? undefined : await signedInBy(needs, token);
    if (typeof found === 'string') {
      cookies.remove(c, 'bellbird-session');
      c.set('sessionOver', found);
    } else if (found !== undefined) c.set('signedIn', found);
    await next();
  });

/** Lets only signed-in people on. Others are sent to sign in, and come back afterwards to the page they wanted. */
export const requireSignedIn = (needs: ConsoleNeeds, cookies: Cookies) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    if (c.get('signedIn') === undefined) {
      const over = c.get('sessionOver');
      if (c.req.method === 'GET') cookies.write(c, 'bellbird-return', c.req.path);
      return c.redirect(`${needs.base}/sign-in${over === undefined ? '' : `?notice=${over}`}`, 303);
    }
    await next();
    return undefined;
  });
