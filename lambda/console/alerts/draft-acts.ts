import { checkComplete } from '../../core/alerts/check-content.ts';
import { discardAlert, submitAlert, takeBackAlert } from '../../core/alerts/draft-alert.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import { type ActAnswers, onAlert } from './alert-acts.ts';
import type { SeenAlert } from './alert-desk.ts';
import { alertNeeds } from './alert-needs.ts';
import { alikeLines } from './alike-view.ts';
import { clockNotes } from './clock-notes.ts';
import { contentRows, type Row } from './content-rows.ts';
import { isDraft, nextStep } from './draft-part.ts';
import { previewView } from './preview-view.ts';
import { problemsByPart } from './problem-words.ts';
import { reachView } from './reach-view.ts';
import type { ShowAlert } from './show-alert.ts';

/** The first row of each part is where the error summary leads. */
const firstOfEach = (rows: readonly Row[]) =>
  rows.map((row, at) => ({ ...row, isFirst: rows.findIndex(({ part }) => part === row.part) === at }));

/** Looking at a draft as it will be said, checking and submitting it, taking it back, discarding it. */
export const draftActs = (needs: ConsoleNeeds, show: ShowAlert, answers: ActAnswers) => {
  const draftsOnly =
    (page: (c: Visit, seen: SeenAlert) => Response | Promise<Response>) =>
    (c: Visit, seen: SeenAlert): Response | Promise<Response> =>
      isDraft(seen.alert) ? page(c, seen) : c.redirect(`${needs.base}${seen.path}`, 303);

  const check = async (c: Visit, seen: SeenAlert, status: 200 | 422 = 200) => {
    const { alert, words, council, now, path } = seen;
    const { content } = alert;
    const problems = problemsByPart(checkComplete(content, council, now), words);
    return show(c, content.mode, {
      view: 'alert-check',
      title: words.alertForms.check.title,
      status,
      back: path,
      alsoAt: `${path}/check`,
      mistakes: problems.map(({ part, text }) => ({ field: `row-${part}`, text })),
      data: {
        path,
        version: seen.version,
        rows: firstOfEach(contentRows(alert, seen)),
        isReady: problems.length === 0,
        reach: content.audience === undefined ? undefined : await reachView(needs, content, seen),
        alike: await alikeLines(needs, content, seen, alert),
        notes: clockNotes(content, seen),
      },
    });
  };

  const preview = (c: Visit, seen: SeenAlert) => {
    const { alert, words, path } = seen;
    return show(c, alert.content.mode, {
      view: 'alert-preview',
      title: words.alertForms.preview.title,
      back: isDraft(alert) ? `${path}/words` : path,
      data: { path, isDraft: isDraft(alert), next: nextStep(alert.content), preview: previewView(needs, alert, seen) },
    });
  };

  const discardPage = (c: Visit, { alert, words, path, version }: SeenAlert) => {
    const { discard } = words.alertActs;
    return show(c, alert.content.mode, {
      view: 'alert-confirm',
      title: discard.title,
      back: path,
      data: {
        action: `${path}/discard`,
        path,
        version,
        says: [alert.content.words.title, discard.means],
        yes: discard.yes,
        no: discard.no,
      },
    });
  };

  return {
    preview,
    check: draftsOnly((c, seen) => check(c, seen)),
    discardPage: draftsOnly(discardPage),
    submit: async (c: Visit, seen: SeenAlert) => {
      const outcome = await submitAlert(alertNeeds(needs))(seen.officer, onAlert(c, seen));
      if (outcome.kind === 'alert-submitted') return answers.done(c, outcome, 'submit');
      return outcome.kind === 'content-refused' ? check(c, seen, 422) : answers.refused(c, seen, 'submit', outcome);
    },
    takeBack: async (c: Visit, seen: SeenAlert) => {
      const outcome = await takeBackAlert(alertNeeds(needs))(seen.officer, onAlert(c, seen));
      return outcome.kind === 'alert-moved'
        ? answers.done(c, outcome, 'take-back')
        : answers.refused(c, seen, 'take-back', outcome);
    },
    discard: async (c: Visit, seen: SeenAlert) => {
      const outcome = await discardAlert(alertNeeds(needs))(seen.officer, onAlert(c, seen));
      return outcome.kind === 'alert-moved'
        ? answers.done(c, outcome, 'discard')
        : answers.refused(c, seen, 'discard', outcome);
    },
  };
};
