import { Hono } from 'hono';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import { MAY_LOOK_AT_ALERTS as MAY_LOOK, type ShowPage } from '../pages/show-page.ts';
import { actAnswers } from './alert-acts.ts';
import { alertConflicts } from './alert-conflicts.ts';
import { atAlertDesk, MAY_APPROVE, MAY_KEEP_TEMPLATES, MAY_STOP, MAY_WRITE, withAlert } from './alert-desk.ts';
import { alertPage } from './alert-page.ts';
import { audiencePart } from './audience-part.ts';
import { beginPages } from './begin-pages.ts';
import { decidePages } from './decide-page.ts';
import { draftActs } from './draft-acts.ts';
import { draftPart } from './draft-part.ts';
import { listPage } from './list-page.ts';
import { newAlert } from './new-alert.ts';
import { exportNotReached } from './not-reached-csv.ts';
import { notReachedList } from './not-reached-page.ts';
import { reportPage } from './report-page.ts';
import { showAlerts } from './show-alert.ts';
import { stopPages } from './stop-page.ts';
import { templatePages } from './template-pages.ts';
import { whenPart } from './when-part.ts';
import { wordsPart } from './words-part.ts';

/** Alerts, for council staff: writing, submitting, deciding, following, stopping, correcting, reporting; and templates. */
export const alertRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const showAlert = showAlerts(show);
  const conflicts = alertConflicts(needs, showAlert);
  const answers = actAnswers(needs, messages, conflicts);
  const at = atAlertDesk(needs, messages);
  const on = withAlert(needs, messages);
  const fresh = newAlert(needs, showAlert, messages);
  const begin = beginPages(needs, show, showAlert, messages, fresh);
  const templates = templatePages(needs, show, messages);
  const part = draftPart(needs, showAlert, messages, conflicts);
  const [words, audience, when] = [part(wordsPart), part(audiencePart(needs)), part(whenPart(needs))];
  const drafts = draftActs(needs, showAlert, answers);
  const decide = decidePages(needs, showAlert, answers);
  const stop = stopPages(needs, showAlert, messages, answers, conflicts);
  const list = listPage(needs, show, messages);
  const notReached = notReachedList(needs, showAlert, messages);
  const one = '/alerts/:mode/:alert';
  return new Hono<ConsoleEnv>()
    .get('/alerts', at(MAY_LOOK, list))
    .get('/alerts/after/:after', at(MAY_LOOK, list))
    .get('/alerts/new', at(MAY_WRITE, begin.choose))
    .post('/alerts/new', at(MAY_WRITE, begin.chosen))
    .get('/alerts/templates', at(MAY_KEEP_TEMPLATES, templates.list))
    .get('/alerts/templates/new', at(MAY_KEEP_TEMPLATES, templates.add))
    .post('/alerts/templates/new', at(MAY_KEEP_TEMPLATES, templates.added))
    .get('/alerts/templates/:template', at(MAY_KEEP_TEMPLATES, templates.change))
    .post('/alerts/templates/:template', at(MAY_KEEP_TEMPLATES, templates.changed))
    .get('/alerts/:mode/new', at(MAY_WRITE, fresh.get))
    .post('/alerts/:mode/new', at(MAY_WRITE, fresh.post))
    .get('/alerts/:mode/from/:template', at(MAY_WRITE, begin.fill))
    .post('/alerts/:mode/from/:template', at(MAY_WRITE, begin.filled))
    .get(one, on(MAY_LOOK, alertPage(needs, showAlert)))
    .get(`${one}/words`, on(MAY_WRITE, words.get))
    .post(`${one}/words`, on(MAY_WRITE, words.post))
    .get(`${one}/preview`, on(MAY_LOOK, drafts.preview))
    .get(`${one}/audience`, on(MAY_WRITE, audience.get))
    .post(`${one}/audience`, on(MAY_WRITE, audience.post))
    .get(`${one}/when`, on(MAY_WRITE, when.get))
    .post(`${one}/when`, on(MAY_WRITE, when.post))
    .get(`${one}/check`, on(MAY_WRITE, drafts.check))
    .post(`${one}/submit`, on(MAY_WRITE, drafts.submit))
    .post(`${one}/take-back`, on(MAY_WRITE, drafts.takeBack))
    .get(`${one}/discard`, on(MAY_WRITE, drafts.discardPage))
    .post(`${one}/discard`, on(MAY_WRITE, drafts.discard))
    .get(`${one}/decide`, on(MAY_APPROVE, decide.page))
    .post(`${one}/approve`, on(MAY_APPROVE, decide.approve))
    .post(`${one}/return`, on(MAY_APPROVE, decide.return))
    .post(`${one}/reject`, on(MAY_APPROVE, decide.reject))
    .get(`${one}/stop`, on(MAY_STOP, stop.page))
    .post(`${one}/stop`, on(MAY_STOP, stop.stop))
    .get(`${one}/correct`, on(MAY_STOP, stop.correctPage))
    .post(`${one}/correct`, on(MAY_STOP, stop.correct))
    .get(`${one}/report`, on(MAY_LOOK, reportPage(needs, showAlert)))
    .get(`${one}/not-reached`, on(MAY_LOOK, notReached))
    .get(`${one}/not-reached/:page`, on(MAY_LOOK, notReached))
    .get(`${one}/not-reached/after/:after`, on(MAY_LOOK, notReached))
    .post(`${one}/export`, on(MAY_LOOK, exportNotReached(needs, messages)));
};
