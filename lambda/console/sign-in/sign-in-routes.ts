import { Hono } from 'hono';
import { isId } from '../../core/kernel/ids.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { wordsOf } from '../words/words-of.ts';
import type { Cookies } from './cookies.ts';
import { safeReturnPath } from './return-path.ts';
import { endOfSession, type Session, SIGN_IN_LIMIT } from './session.ts';
import type { SignedInPerson } from './sign-in.ts';
import { actingOf } from './signed-in.ts';

type Needs = ConsoleNeeds;

const NOTICES = ['signed-out', 'timed-out', 'refused', 'not-known', 'took-too-long'] as const;
type Notice = (typeof NOTICES)[number];

const start = (needs: Needs, cookies: Cookies) => async (c: Visit) => {
  const { location, signingIn } = await needs.signIn.begin();
  const token = needs.newToken();
  await needs.sessions.begin(needs.council, token, signingIn, needs.realNow() + SIGN_IN_LIMIT);
  cookies.write(c, 'bellbird-sign-in', token);
  return c.redirect(location, 303);
};

/** A person of this council whom it still knows; the provider alone decides nothing. */
const isKnown = async (needs: Needs, person: SignedInPerson): Promise<boolean> =>
  person.council === needs.council &&
  isId(person.id) &&
  (await actingOf(needs, { role: person.role, personId: person.id })) !== undefined;

/** A fresh session under a fresh token, so that nothing known before signing in is worth anything after it. */
const beginSession = async (needs: Needs, cookies: Cookies, c: Visit, person: SignedInPerson): Promise<void> => {
  const before = cookies.read(c, 'bellbird-session');
  if (before !== undefined) await needs.sessions.end(needs.council, before);
  const now = needs.realNow();
  const session: Session = {
    kind: 'signed-in',
    role: person.role,
    personId: person.id,
    formToken: needs.newToken(),
    startedAt: now,
    seenAt: now,
  };
  const token = needs.newToken();
  await needs.sessions.begin(needs.council, token, session, endOfSession(session));
  cookies.write(c, 'bellbird-session', token);
};

const callback = (needs: Needs, cookies: Cookies) => async (c: Visit) => {
  const refuse = (notice: Notice) => {
    needs.log('console.refused', { kind: 'sign-in', reason: notice });
    return c.redirect(`${needs.base}/sign-in?notice=${notice}`, 303);
  };
  const token = cookies.read(c, 'bellbird-sign-in');
  cookies.remove(c, 'bellbird-sign-in');
  if (token === undefined) return refuse('took-too-long');
  const signingIn = await needs.sessions.ofToken(needs.council, token, needs.realNow());
  await needs.sessions.end(needs.council, token);
  if (signingIn?.kind !== 'signing-in') return refuse('took-too-long');
  const address = `${needs.origin}${c.req.path}${new URL(c.req.url).search}`;
  const came = await needs.signIn.complete(address, signingIn);
  if (came.kind === 'refused') return refuse('refused');
  if (!(await isKnown(needs, came.person))) return refuse('not-known');
  await beginSession(needs, cookies, c, came.person);
  const wanted = cookies.read(c, 'bellbird-return');
  cookies.remove(c, 'bellbird-return');
  return c.redirect(safeReturnPath(wanted, needs), 303);
};

/** Signing in and what may be read before it: the sign-in page, the provider's way back, and the two pages about the service. */
export const signInRoutes = (needs: Needs, cookies: Cookies, show: ShowPage) => {
  const about = (kind: 'accessibility' | 'privacy') => (c: Visit) => {
    const { title, parts } = wordsOf(c.get('language')).about[kind];
    return show(c, { view: 'about', title, data: { parts } });
  };
  return new Hono<ConsoleEnv>()
    .get('/accessibility', about('accessibility'))
    .get('/privacy', about('privacy'))
    .get('/sign-in', (c) => {
      if (c.get('signedIn') !== undefined) return c.redirect(`${needs.base}/`, 303);
      const words = wordsOf(c.get('language')).signIn;
      const notice = NOTICES.find((known) => known === c.req.query('notice'));
      return show(c, {
        view: 'sign-in',
        title: words.title,
        data: { notice: notice === undefined ? undefined : words.notices[notice] },
      });
    })
    .get('/sign-in/start', start(needs, cookies))
    .get('/sign-in/callback', callback(needs, cookies));
};

/** Ends the session on our side; the cookie that is left opens nothing (C14). */
export const signOut = (needs: Needs, cookies: Cookies) => async (c: Visit) => {
  const token = c.get('signedIn')?.token;
  if (token !== undefined) await needs.sessions.end(needs.council, token);
  cookies.remove(c, 'bellbird-session');
  c.header('Clear-Site-Data', '"cache", "storage"');
  return c.redirect(`${needs.base}/sign-in?notice=signed-out`, 303);
};
