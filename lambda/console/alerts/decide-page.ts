import type { Alert } from '../../core/alerts/alert.ts';
import {
  approveAlert,
  isOwnAlert,
  type ReviewOutcome,
  rejectAlert,
  returnAlert,
} from '../../core/alerts/review-alert.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { Mistake } from '../forms/mistake.ts';
import type { Visit } from '../pages/console-env.ts';
import { type ActAnswers, onAlert } from './alert-acts.ts';
import type { SeenAlert } from './alert-desk.ts';
import { alertNeeds } from './alert-needs.ts';
import { alikeLines } from './alike-view.ts';
import { clockNotes } from './clock-notes.ts';
import { contentRows } from './content-rows.ts';
import { officerNames } from './officer-names.ts';
import { previewView } from './preview-view.ts';
import { reachView } from './reach-view.ts';
import type { ShowAlert } from './show-alert.ts';

/** A whole number as people type it: 1234, 1,234 or 1 234. */
const numberTyped = (typed: string): number | undefined => {
  const digits = typed.replaceAll(/[ ,]/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
};

const writersOf = ({ writers, submittedBy }: Alert) => [
  ...writers,
  ...(submittedBy === undefined ? [] : [submittedBy]),
];

/** The page of the Officer who decides, and what becomes of the decision. Who may decide is the rule of `core`. */
export const decidePages = (needs: ConsoleNeeds, show: ShowAlert, answers: ActAnswers) => {
  const own = async (c: Visit, seen: SeenAlert, status: 200 | 403) => {
    const { own: said } = seen.words.alertActs;
    return show(c, seen.alert.content.mode, {
      view: 'alert-own',
      title: said.title,
      status,
      back: seen.path,
      alsoAt: `${seen.path}/decide`,
      data: { lines: [said.lead, said.ask], path: seen.path },
    });
  };

  const page = async (c: Visit, seen: SeenAlert, mistakes: readonly Mistake[] = []): Promise<Response> => {
    const { alert, words, path } = seen;
    if (alert.state !== 'submitted') return c.redirect(`${needs.base}${path}`, 303);
    if (isOwnAlert(alert, seen.officer.id)) return own(c, seen, 200);
    const names = await officerNames(needs, seen, writersOf(alert));
    const { decide } = words.alertActs;
    return show(c, alert.content.mode, {
      view: 'alert-decide',
      title: decide.title,
      status: mistakes.length === 0 ? 200 : 422,
      back: path,
      alsoAt: `${path}/decide`,
      mistakes,
      data: {
        path,
        version: seen.version,
        by: decide.by(words.when.list(alert.writers.map(names)), names(alert.submittedBy ?? '')),
        rows: contentRows(alert, seen),
        preview: previewView(needs, alert, seen),
        reach: await reachView(needs, alert.content, seen),
        alike: await alikeLines(needs, alert.content, seen, alert),
        notes: clockNotes(alert.content, seen),
        isLive: alert.content.mode === 'live',
        approveButton: decide.approveButton[alert.content.mode],
        typed: { people: one(formOf(c), 'people'), reason: one(formOf(c), 'reason'), aloud: one(formOf(c), 'aloud') },
      },
    });
  };

  const approve = async (c: Visit, seen: SeenAlert): Promise<Response> => {
    const { errors } = seen.words.alertActs.decide;
    const [typed, aloud] = [one(formOf(c), 'people'), one(formOf(c), 'aloud')];
    const people = numberTyped(typed);
    const mistakes = [
      ...(people === undefined
        ? [{ field: 'people', text: errors[typed === '' ? 'number-missing' : 'number-wrong'] }]
        : []),
      ...(seen.alert.content.mode === 'live' && aloud !== 'yes'
        ? [{ field: 'aloud', text: errors['aloud-missing'] }]
        : []),
    ];
    const mayShow = seen.alert.state === 'submitted' && !isOwnAlert(seen.alert, seen.officer.id);
    // Of an Alert that was changed meanwhile nothing that was typed counts, ticks least of all: the heart says so.
    const isAsRead = onAlert(c, seen).version === seen.version;
    if (mayShow && isAsRead && mistakes.length > 0) return page(c, seen, mistakes);
    const outcome = await approveAlert(alertNeeds(needs))(seen.officer, onAlert(c, seen), people ?? 0);
    switch (outcome.kind) {
      case 'alert-approved':
        return answers.done(c, outcome, 'approve');
      case 'own-alert':
        return own(c, seen, 403);
      case 'wrong-number':
      case 'nobody-in-audience':
      case 'content-refused':
        return page(c, seen, [{ field: 'people', text: errors[outcome.kind] }]);
      default:
        return answers.refused(c, seen, 'approve', outcome);
    }
  };

  const reviewed = async (
    c: Visit,
    seen: SeenAlert,
    act: 'return' | 'reject',
    outcome: ReviewOutcome,
  ): Promise<Response> => {
    const { errors } = seen.words.alertActs.decide;
    switch (outcome.kind) {
      case 'alert-moved':
        return answers.done(c, outcome, act);
      case 'own-alert':
        return own(c, seen, 403);
      case 'reason-missing':
        return page(c, seen, [{ field: 'reason', text: errors['reason-missing'] }]);
      case 'reason-too-long':
        return page(c, seen, [{ field: 'reason', text: errors['reason-too-long'](outcome.atMost) }]);
      default:
        return answers.refused(c, seen, act, outcome);
    }
  };

  return {
    page: (c: Visit, seen: SeenAlert) => page(c, seen),
    approve,
    return: async (c: Visit, seen: SeenAlert) => {
      const reason = one(formOf(c), 'reason');
      return reviewed(c, seen, 'return', await returnAlert(alertNeeds(needs))(seen.officer, onAlert(c, seen), reason));
    },
    reject: async (c: Visit, seen: SeenAlert) => {
      const reason = one(formOf(c), 'reason');
      return reviewed(c, seen, 'reject', await rejectAlert(alertNeeds(needs))(seen.officer, onAlert(c, seen), reason));
    },
  };
};
