import { holds } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import { correctionsOf } from '../../core/alerts/corrections.ts';
import { isOwnAlert } from '../../core/alerts/review-alert.ts';
import { mayAct } from '../../core/alerts/transitions.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import { isDoneBy } from './alert-acts.ts';
import { MAY_APPROVE, MAY_STOP, MAY_WRITE, pathOf, type SeenAlert } from './alert-desk.ts';
import { contentRows, type Row } from './content-rows.ts';
import { nextStep } from './draft-part.ts';
import { historyOf } from './history.ts';
import { type Names, officerNames } from './officer-names.ts';
import { isMoving, progressView } from './progress-view.ts';
import type { ShowAlert } from './show-alert.ts';
import { instantWords } from './when-words.ts';

/** What is so now, in one or more sentences. */
const leadOf = (alert: Alert, names: Names, seen: SeenAlert): readonly string[] => {
  const { leads } = seen.words.alerts;
  const { approval, stop } = alert;
  const { stop: said } = seen.words.alertReport;
  switch (alert.state) {
    case 'approved':
      if (approval === undefined || approval.startsAt <= seen.now) return [leads.approvedNow];
      return [leads.approved(instantWords(approval.startsAt, seen))];
    case 'released':
    case 'expired':
      return [leads[alert.state](instantWords(approval?.expiresAt ?? seen.now, seen))];
    case 'stopped':
      if (stop === undefined) return [leads.stopped(instantWords(alert.lastAct.at, seen), names(alert.lastAct.by.id))];
      return [
        leads.stopped(instantWords(stop.at, seen), names(stop.by)),
        ...(stop.isDone ? [] : [said.counting]),
        ...(stop.isDone || stop.inFlight > 0 ? [said.inFlight(stop.inFlight)] : []),
        said.reasonGiven(stop.reason),
      ];
    case 'submitted':
      return alert.lastAct.did === 'ask-again' && alert.drift !== undefined
        ? [leads.submitted, leads.askedAgain(alert.drift.approved, alert.drift.found)]
        : [leads.submitted];
    default:
      return [leads[alert.state]];
  }
};

const approvedRow = ({ approval, corrects }: Alert, names: Names, seen: SeenAlert): readonly Row[] => {
  if (approval === undefined) return [];
  const { rows, people } = seen.words.alerts;
  const [by, at] = [names(approval.by), instantWords(approval.at, seen)];
  // A correction was approved with what it corrects; how many it is for follows from whom that one may have reached.
  const line = corrects === undefined ? rows.approved(by, at, people(approval.people)) : rows.approvedBefore(by, at);
  return [{ key: rows.approvedBy, lines: [line] }];
};

/** What this Officer can do with the Alert as it stands. */
const actsOf = ({ alert, officer }: SeenAlert) => {
  const mayWrite = holds(officer, ...MAY_WRITE);
  const isOver = alert.state === 'stopped' || alert.state === 'expired';
  return {
    goOn: mayWrite && alert.state === 'draft' ? nextStep(alert.content) : undefined,
    takeBack: mayWrite && mayAct(alert.state, 'take-back'),
    decide: holds(officer, ...MAY_APPROVE) && alert.state === 'submitted' && !isOwnAlert(alert, officer.id),
    isOwn: holds(officer, ...MAY_APPROVE) && alert.state === 'submitted' && isOwnAlert(alert, officer.id),
    stop: holds(officer, ...MAY_STOP) && mayAct(alert.state, 'stop'),
    correct:
      holds(officer, ...MAY_STOP) && isOver && alert.approval !== undefined && alert.content.correction !== undefined,
    report: alert.approval !== undefined,
    notReached: holds(officer, 'see'),
  };
};

/** The Alert that this one corrects, or the correction that was sent of it. */
const relatedTo = async (needs: ConsoleNeeds, { alert, words }: SeenAlert) => {
  const { rows } = words.alerts;
  if (alert.corrects !== undefined)
    return {
      href: pathOf({ ...alert, id: alert.corrects }),
      text: rows.seeOriginal,
      isCorrection: true,
      isStopped: false,
    };
  if (alert.approval === undefined || alert.content.correction === undefined) return undefined;
  const sent = (await correctionsOf(needs)(needs.council, alert.id)).at(-1)?.value;
  if (sent === undefined) return undefined;
  const isStopped = sent.state === 'stopped';
  return { href: pathOf(sent), text: rows.seeCorrection, isCorrection: false, isStopped };
};

const doneWords = (c: Visit, { alert, officer, words }: SeenAlert): string | undefined => {
  const done = c.req.query('done') ?? '';
  return isDoneBy(alert, done, officer.id)
    ? Object.entries(words.alertActs.done).find(([did]) => did === done)?.[1]
    : undefined;
};

const hasBegun = ({ approval, state }: Alert): boolean => approval !== undefined && state !== 'approved';

/** One Alert: how it stands, what can be done, how far it has come, and what was done with it. */
export const alertPage =
  (needs: ConsoleNeeds, show: ShowAlert) =>
  async (c: Visit, seen: SeenAlert): Promise<Response> => {
    const { alert, words, path, version } = seen;
    const people = [alert.approval?.by, alert.stop?.by, alert.lastAct.by.id].filter((id) => id !== undefined);
    const [names, history, related] = await Promise.all([
      officerNames(needs, seen, people),
      historyOf(needs, seen, alert),
      relatedTo(needs, seen),
    ]);
    const moving = isMoving(alert, seen.now);
    const isStill = c.req.query('still') === 'yes';
    const acts = actsOf(seen);
    return show(c, alert.content.mode, {
      view: 'alert',
      title: alert.content.words.title,
      back: '/alerts',
      alsoAt: path,
      done: doneWords(c, seen),
      data: {
        path,
        version,
        state: words.alerts.states[alert.state],
        lead: leadOf(alert, names, seen),
        rows: [...contentRows(alert, seen), ...approvedRow(alert, names, seen)],
        acts: { ...acts, correct: acts.correct && (related === undefined || related.isStopped === true) },
        progress: hasBegun(alert) ? await progressView(needs, alert, seen) : undefined,
        moving,
        isStill,
        refreshAfter: moving && !isStill ? REFRESHES_AFTER : undefined,
        related,
        history,
      },
    });
  };

/** Seconds. */
const REFRESHES_AFTER = 10;
