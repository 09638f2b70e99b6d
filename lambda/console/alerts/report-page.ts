import { holds } from '../../core/alerts/act-on-alert.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { SeenAlert } from './alert-desk.ts';
import { contentRows, type Row } from './content-rows.ts';
import { historyOf } from './history.ts';
import { type ProgressView, progressView } from './progress-view.ts';
import type { ShowAlert } from './show-alert.ts';
import { instantWords } from './when-words.ts';

const CHART_WIDTH = 600;
const LINE = 56;
/** A count of one is still seen. */
const LEAST_BAR = 3;

/** A bar for each state, drawn with attributes alone; every bar has its words and its number beside it. */
const chartOf = ({ rows, people }: ProgressView, { words }: SeenAlert) => ({
  width: CHART_WIDTH,
  height: rows.length * LINE,
  bars: rows.map((row, at) => {
    const share = people === 0 ? 0 : row.count / people;
    return {
      name: row.short,
      says: `${row.number} (${words.alertReport.report.share(`${Math.round(share * 100)}%`)})`,
      textY: at * LINE + 18,
      barY: at * LINE + 26,
      width: Math.max(LEAST_BAR, Math.round(share * CHART_WIDTH)),
    };
  }),
});

const timeRows = ({ alert, words, ...desk }: SeenAlert): readonly Row[] => {
  const { report } = words.alertReport;
  const { approval, releasedAt, stop, state } = alert;
  const at = (instant: number | undefined) =>
    instant === undefined ? report.notFinished : instantWords(instant, { ...desk, words });
  if (approval === undefined) return [];
  return [
    { key: report.started, lines: [state === 'approved' ? words.alertReport.progress.notYet : at(approval.startsAt)] },
    { key: report.finished, lines: [at(releasedAt)] },
    ...(stop === undefined ? [] : [{ key: report.stopped, lines: [at(stop.at), stop.reason] }]),
    ...(state === 'expired' ? [{ key: report.ended, lines: [at(approval.expiresAt)] }] : []),
  ];
};

/** What happened with an Alert, to read and to print: times, counts with what to do, a chart beside its table, and who did what. */
export const reportPage =
  (needs: ConsoleNeeds, show: ShowAlert) =>
  async (c: Visit, seen: SeenAlert): Promise<Response> => {
    const { alert, words, path } = seen;
    if (alert.approval === undefined) return c.redirect(`${needs.base}${path}`, 303);
    const progress = await progressView(needs, alert, seen);
    return show(c, alert.content.mode, {
      view: 'alert-report',
      title: words.alertReport.report.title,
      back: path,
      alsoAt: `${path}/report`,
      data: {
        path,
        name: alert.content.words.title,
        state: words.alerts.states[alert.state],
        times: timeRows(seen),
        progress,
        chart: chartOf(progress, seen),
        rows: contentRows(alert, seen),
        mayNames: holds(seen.officer, 'see'),
        history: await historyOf(needs, seen, alert),
      },
    });
  };
