import { sendCorrection } from '../../core/alerts/send-correction.ts';
import { stopAlert } from '../../core/alerts/stop-alert.ts';
import { mayAct } from '../../core/alerts/transitions.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ActAnswers } from './alert-acts.ts';
import type { AlertConflicts } from './alert-conflicts.ts';
import { pathOf, type SeenAlert } from './alert-desk.ts';
import { alertNeeds } from './alert-needs.ts';
import type { ShowAlert } from './show-alert.ts';

/** Stopping an Alert, and sending the correction that was prepared with it. */
export const stopPages = (
  needs: ConsoleNeeds,
  show: ShowAlert,
  messages: MessagePages,
  answers: ActAnswers,
  conflicts: AlertConflicts,
) => {
  const page = (c: Visit, seen: SeenAlert, mistakes: readonly Mistake[] = []): Response | Promise<Response> => {
    const { alert, words, path } = seen;
    if (!mayAct(alert.state, 'stop')) return c.redirect(`${needs.base}${path}`, 303);
    return show(c, alert.content.mode, {
      view: 'alert-stop',
      title: words.alertReport.stop.title,
      status: mistakes.length === 0 ? 200 : 422,
      back: path,
      alsoAt: `${path}/stop`,
      mistakes,
      data: { path, name: alert.content.words.title, typed: one(formOf(c), 'reason') },
    });
  };

  const stop = async (c: Visit, seen: SeenAlert): Promise<Response> => {
    const { errors } = seen.words.alertReport.stop;
    const outcome = await stopAlert(alertNeeds(needs))(seen.officer, seen.alert.id, one(formOf(c), 'reason'));
    switch (outcome.kind) {
      case 'alert-stopped':
        return answers.done(c, outcome, 'stop');
      case 'reason-missing':
        return page(c, seen, [{ field: 'reason', text: errors['reason-missing'] }]);
      case 'reason-too-long':
        return page(c, seen, [{ field: 'reason', text: errors['reason-too-long'](outcome.atMost) }]);
      default:
        return answers.refused(c, seen, 'stop', outcome);
    }
  };

  const correctPage = (c: Visit, seen: SeenAlert): Response | Promise<Response> => {
    const { alert, words, path } = seen;
    const { correct } = words.alertReport;
    const isOver = alert.state === 'stopped' || alert.state === 'expired';
    const { correction, mode } = alert.content;
    if (alert.approval === undefined || correction === undefined || !isOver || alert.corrects !== undefined)
      return c.redirect(`${needs.base}${path}`, 303);
    return show(c, mode, {
      view: 'alert-confirm',
      title: correct.title,
      back: path,
      alsoAt: `${path}/correct`,
      data: {
        action: `${path}/correct`,
        path,
        says: [correct.means],
        quoted: [correction.title, correction.text],
        yes: correct.yes[mode],
        no: correct.no,
        isWarning: true,
      },
    });
  };

  const correct = async (c: Visit, seen: SeenAlert): Promise<Response> => {
    const outcome = await sendCorrection(alertNeeds(needs))(seen.officer, seen.alert.id);
    switch (outcome.kind) {
      case 'correction-sent':
      case 'correction-already-sent':
        return c.redirect(`${needs.base}${pathOf(outcome.stored.value)}?done=send-correction`, 303);
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'no-such-alert':
        return messages.notFound(c);
      case 'not-in-this-state':
        return conflicts.notNow(c, seen, outcome.alert);
      case 'no-correction-prepared':
        return show(c, seen.alert.content.mode, {
          view: 'alert-own',
          title: seen.words.alertReport.correct.title,
          status: 409,
          back: seen.path,
          alsoAt: seen.path,
          data: { lines: [seen.words.alertReport.correct.none], path: seen.path },
        });
    }
  };

  return { page: (c: Visit, seen: SeenAlert) => page(c, seen), stop, correctPage, correct };
};
