import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { faultName } from '../core/kernel/log.ts';
import { alertRoutes } from './alerts/alert-routes.ts';
import { answerRoutes } from './answers/answer-routes.ts';
import { binRoutes } from './bins/bin-routes.ts';
import { callBackRoutes } from './call-backs/call-back-routes.ts';
import type { ConsoleNeeds } from './console-needs.ts';
import { diaryRoutes } from './diary/diary-routes.ts';
import { dutyRoutes } from './duty/duty-routes.ts';
import { safetyModeRoutes } from './duty/safety-mode-routes.ts';
import { forgettingRoutes } from './forgetting/forgetting-routes.ts';
import { requireFormToken } from './forms/form-token.ts';
import { homeRoutes } from './homes/home-routes.ts';
import { chooseLanguage } from './pages/choose-language.ts';
import type { ConsoleEnv } from './pages/console-env.ts';
import { messagePages } from './pages/message-page.ts';
import { neverCached, securityHeaders } from './pages/page-headers.ts';
import { serveFile } from './pages/served-files.ts';
import { showPages } from './pages/show-page.ts';
import { confirmRoutes } from './reminders/confirm-routes.ts';
import { reminderRoutes } from './reminders/reminder-routes.ts';
import { forgetRoutes } from './residents/forget-routes.ts';
import { presenceRoutes } from './residents/presence-routes.ts';
import { residentRoutes } from './residents/resident-routes.ts';
import { residentScreenRoutes } from './residents/screen-routes.ts';
import { restoredRoutes } from './restored/restored-routes.ts';
import { sendingRoutes } from './sending/sending-routes.ts';
import { setUpRoutes } from './set-up/set-up-routes.ts';
import { cookiesAt } from './sign-in/cookies.ts';
import { recognise, requireSignedIn } from './sign-in/require-signed-in.ts';
import { signInRoutes, signOut } from './sign-in/sign-in-routes.ts';
import { tellingRoutes } from './telling/telling-routes.ts';
import { toldLinkRoutes, toldRoutes } from './telling/told-routes.ts';

/** The longest form, in bytes. */
const LONGEST_FORM = 64 * 1024;

/** One line for every answer: which kind of page, what it came to, how long it took; nothing of who or what. */
const logged = (needs: ConsoleNeeds) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const began = needs.realNow();
    await next();
    const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL');
    const kind = `${c.req.method} ${route?.path ?? 'nowhere'}`;
    needs.log('console.request', { kind, status: c.res.status, ms: needs.realNow() - began });
  });

const knownCouncil = (needs: ConsoleNeeds) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    c.set('council', await needs.councilOf(needs.council));
    await next();
  });

/** What is held back, for the frame of every page of an Officer. */
const knownSending = (needs: ConsoleNeeds) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    if (c.get('signedIn')?.acting.kind === 'officer') c.set('sending', await needs.sending());
    await next();
  });

/**
 * The console: pages for carers and council staff that work without JavaScript. `GET` changes nothing; every form carries
 * its session's token; expected refusals stand beside their field, and whatever is thrown is answered once, here.
 */
export const consoleApp = (needs: ConsoleNeeds): Hono<ConsoleEnv> => {
  const cookies = cookiesAt(needs.origin);
  const show = showPages(needs);
  const messages = messagePages(show);
  const { base } = needs;
  const app = new Hono<ConsoleEnv>();

  app.onError((thrown, c) => {
    if (thrown instanceof HTTPException && thrown.status === 403) {
      needs.log('console.refused', { kind: 'form', reason: 'not-from-our-page' });
      return messages.refusedForm(c);
    }
    needs.log('console.fault', { fault: faultName(thrown) });
    return messages.fault(c);
  });
  app.notFound((c) => messages.notFound(c));

  app.use(logged(needs), securityHeaders(), neverCached, chooseLanguage(cookies));
  app.get(`${base}/assets/:file`, serveFile);
  app.use(
    knownCouncil(needs),
    csrf({ origin: needs.origin }),
    bodyLimit({ maxSize: LONGEST_FORM, onError: messages.tooLarge }),
    recognise(needs, cookies),
  );
  app.route(base, signInRoutes(needs, cookies, show));
  app.route(base, toldLinkRoutes(needs, show));
  app.use(`${base}/*`, requireSignedIn(needs, cookies), requireFormToken, knownSending(needs));
  app.get(base, (c) => c.redirect(`${base}/residents`, 303));
  app.get(`${base}/`, (c) => c.redirect(`${base}/residents`, 303));
  app.post(`${base}/sign-out`, signOut(needs, cookies));
  app.route(base, residentRoutes(needs, show, messages));
  app.route(base, residentScreenRoutes(needs, show, messages));
  app.route(base, presenceRoutes(needs, show, messages));
  app.route(base, forgettingRoutes(needs, show, messages));
  app.route(base, tellingRoutes(needs, show, messages));
  app.route(base, toldRoutes(needs, show));
  app.route(base, confirmRoutes(needs, show, messages));
  app.route(base, reminderRoutes(needs, show, messages));
  app.route(base, diaryRoutes(needs, show, messages));
  app.route(base, homeRoutes(needs, show, messages));
  app.route(base, setUpRoutes(needs, show, messages));
  app.route(base, restoredRoutes(needs, show, messages));
  app.route(base, sendingRoutes(needs, show, messages));
  app.route(base, callBackRoutes(needs, show, messages));
  app.route(base, dutyRoutes(needs, show, messages));
  app.route(base, forgetRoutes(needs, show, messages));
  app.route(base, safetyModeRoutes(needs, show, messages));
  app.route(base, answerRoutes(needs, show, messages));
  app.route(base, binRoutes(needs, show, messages));
  app.route(base, alertRoutes(needs, show, messages));
  return app;
};
