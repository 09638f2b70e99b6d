import type { Alert } from '../../core/alerts/alert.ts';
import { type AlertProgress, alertProgress, RESULT_STATES, type ResultState } from '../../core/alerts/progress.ts';
import { MINUTE } from '../../core/kernel/clock.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { AlertDesk } from './alert-desk.ts';
import { instantWords } from './when-words.ts';

/** A page loads itself again while calls may still be made: during the release, and this long after it or a stop. */
const STILL_MOVING = 2 * MINUTE;

/** Whether what the page shows is changing now. */
export const isMoving = ({ state, approval, releasedAt, stop }: Alert, now: number): boolean => {
  switch (state) {
    case 'releasing':
      return true;
    case 'approved':
      return approval !== undefined && approval.startsAt <= now + MINUTE;
    case 'released':
      return releasedAt !== undefined && now - releasedAt < STILL_MOVING;
    case 'stopped':
      return stop !== undefined && (!stop.isDone || now - stop.at < STILL_MOVING);
    default:
      return false;
  }
};

type RowState = ResultState | 'not-queued' | 'never-queued';

/** Whom the worker has not come to, and never will once the Alert is over. */
const NOT_TRIED: readonly RowState[] = ['not-tried', 'not-queued', 'never-queued', 'cancelled', 'expired'];

/** Every state that somebody is in, with how many; the last row is of those to whom the release has not come. */
const countsOf = ({ state }: Alert, { counts, notQueued }: AlertProgress): readonly (readonly [RowState, number])[] => {
  const left = state === 'stopped' || state === 'expired' ? 'never-queued' : 'not-queued';
  const all = [...RESULT_STATES.map((each) => [each, counts[each]] as const), [left, notQueued] as const];
  return all.filter(([, count]) => count > 0);
};

/** How far an Alert has come: a bar, a count for each state with what to do about it, and the sum. */
export const progressView = async (needs: Pick<ConsoleNeeds, 'results'>, alert: Alert, desk: AlertDesk) => {
  const progress = await alertProgress(needs)(alert);
  const { alertReport, alerts } = desk.words;
  const counts = countsOf(alert, progress);
  const tried = counts.reduce((sum, [state, count]) => (NOT_TRIED.includes(state) ? sum : sum + count), 0);
  return {
    people: progress.people,
    tried,
    triedWords: alertReport.progress.tried(alerts.number(tried), alerts.people(progress.people)),
    rows: counts.map(([state, count]) => ({
      state,
      count,
      number: alerts.number(count),
      name: alertReport.states[state],
      short: alertReport.short[state],
      todo: alertReport.todo[state],
    })),
    sum: alertReport.progress.addsUp(
      counts.map(([, count]) => alerts.number(count)).join(' + '),
      alerts.people(progress.people),
    ),
    asOf: alertReport.progress.asOf(instantWords(desk.now, desk)),
  };
};
export type ProgressView = Awaited<ReturnType<typeof progressView>>;
