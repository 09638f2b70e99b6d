import { holds } from '../../core/alerts/act-on-alert.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import { isOwnAlert } from '../../core/alerts/review-alert.ts';
import { isId } from '../../core/kernel/ids.ts';
import type { Officer } from '../../core/people/officer.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { type AlertDesk, MAY_KEEP_TEMPLATES, MAY_WRITE, pathOf } from './alert-desk.ts';
import { doerOf, officerNames } from './officer-names.ts';
import { instantWords, localWords } from './when-words.ts';

const GROUPS = ['decide', 'waiting', 'going', 'planned', 'drafts', 'over'] as const;
type Group = (typeof GROUPS)[number];

/** Where in the list an Alert stands for this Officer. */
const groupOf = (alert: Alert, officer: Officer): Group => {
  switch (alert.state) {
    case 'draft':
      return 'drafts';
    case 'submitted':
      return holds(officer, 'approve-alerts') && !isOwnAlert(alert, officer.id) ? 'decide' : 'waiting';
    case 'approved':
      return 'planned';
    case 'releasing':
    case 'released':
      return 'going';
    default:
      return 'over';
  }
};

const timesOf = ({ approval, content, state }: Alert, desk: AlertDesk): string => {
  const { line } = desk.words.alerts;
  if (approval === undefined) {
    if (content.starts === undefined) return '';
    return content.starts.kind === 'at' ? line.starts(localWords(content.starts.at, desk)) : line.startsOnApproval;
  }
  return state === 'approved'
    ? line.starts(instantWords(approval.startsAt, desk))
    : line.ends(instantWords(approval.expiresAt, desk));
};

/** The Alerts of a council, newest first, a page at a time: what waits for this Officer first. */
export const listPage =
  (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) =>
  async (c: Visit, desk: AlertDesk): Promise<Response> => {
    const after = c.req.param('after');
    if (after !== undefined && !isId(after)) return messages.notFound(c);
    const { words, officer } = desk;
    const page = await needs.alerts.newest(needs.council, after);
    const doers = page.alerts.flatMap(({ lastAct }) => (lastAct.by.kind === 'officer' ? [lastAct.by.id] : []));
    const names = await officerNames(needs, desk, doers);
    const { states, modes, line, groups } = words.alerts;
    const rowOf = (alert: Alert) => ({
      href: pathOf(alert),
      title: alert.content.words.title,
      mode: alert.content.mode,
      modeTag: modes[alert.content.mode].tag,
      state: states[alert.state],
      times: timesOf(alert, desk),
      by: line.by(doerOf(alert.lastAct, names, desk), instantWords(alert.lastAct.at, desk)),
      correction: alert.corrects === undefined ? undefined : line.correction,
    });
    return show(c, {
      view: 'alerts',
      title: words.alerts.title,
      current: 'alerts',
      alsoAt: '/alerts',
      data: {
        mayWrite: holds(officer, ...MAY_WRITE),
        mayKeepTemplates: holds(officer, ...MAY_KEEP_TEMPLATES),
        groups: GROUPS.map((group) => ({
          id: group,
          title: groups[group],
          alerts: page.alerts.filter((alert) => groupOf(alert, officer) === group).map(rowOf),
        })).filter(({ alerts }) => alerts.length > 0),
        first: after === undefined ? undefined : '/alerts',
        next: page.after === undefined ? undefined : `/alerts/after/${encodeURIComponent(page.after)}`,
      },
    });
  };
