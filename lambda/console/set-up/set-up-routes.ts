import { Hono } from 'hono';
import { missingIn } from '../../core/set-up/missing.ts';
import { endVisit, leaveVisit, openVisit } from '../../core/set-up/write-in-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { forOfficers } from '../sign-in/for-officers.ts';
import { afterPage } from './after-page.ts';
import { consentActs } from './consent-acts.ts';
import { echoActs } from './echo-acts.ts';
import { foundIn } from './found.ts';
import { homeActs } from './home-acts.ts';
import { overviewPage } from './overview-page.ts';
import { paperPage } from './paper-page.ts';
import { proveActs } from './prove-acts.ts';
import { quietPage } from './quiet-page.ts';
import { backToVisit, type SeenVisit, withVisit } from './with-visit.ts';

/** The set-up visit of a Home, for officers who may manage: consent, home, Echo, proof; each is written down by itself. */
export const setUpRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const atVisit = withVisit(needs, messages);
  const atDesk = forOfficers(needs, messages);
  const consent = consentActs(needs, show, messages);
  const home = homeActs(needs, show, messages);
  const echo = echoActs(needs, show, messages);
  const prove = proveActs(needs, show, messages);

  const open = async (c: Visit, seen: SeenVisit) =>
    backToVisit(needs, messages, c, seen, await openVisit(needs)(seen.by));
  const leave = async (c: Visit, seen: SeenVisit) =>
    backToVisit(needs, messages, c, seen, await leaveVisit(needs)(seen.by));

  /** What was missing when the page was made may be missing again: it is asked anew. */
  const finish = async (c: Visit, seen: SeenVisit) => {
    const { visit, home: itsHome, residents, today } = seen;
    const found = visit === undefined ? undefined : await foundIn(needs, seen, visit);
    const isMissing = found === undefined || missingIn({ ...found, home: itsHome, residents }, today) !== 'done';
    if (isMissing) return c.redirect(`${needs.base}${seen.at}`, 303);
    return backToVisit(needs, messages, c, seen, await endVisit(needs)(seen.by));
  };

  return new Hono<ConsoleEnv>()
    .get('/after-visits', atDesk(afterPage(needs, show)))
    .get('/quiet-homes', atDesk(quietPage(needs, show, messages)))
    .get('/quiet-homes/after/:after', atDesk(quietPage(needs, show, messages)))
    .get('/homes/:home/set-up', atVisit(overviewPage(needs, show)))
    .post('/homes/:home/set-up/open', atVisit(open))
    .post('/homes/:home/set-up/leave', atVisit(leave))
    .post('/homes/:home/set-up/finish', atVisit(finish))
    .get('/homes/:home/set-up/paper', atVisit(paperPage(show)))
    .get('/homes/:home/set-up/consent/:resident', atVisit(consent.ask))
    .post('/homes/:home/set-up/consent/:resident', atVisit(consent.save))
    .get('/homes/:home/set-up/home', atVisit(home.ask))
    .post('/homes/:home/set-up/home', atVisit(home.save))
    .get('/homes/:home/set-up/echo', atVisit(echo.ask))
    .post('/homes/:home/set-up/echo', atVisit(echo.save))
    .get('/homes/:home/set-up/prove', atVisit(prove.ask))
    .post('/homes/:home/set-up/prove', atVisit(prove.save))
    .post('/homes/:home/set-up/test', atVisit(prove.test));
};
