import type { Alert, DraftContent } from '../../core/alerts/alert.ts';
import { alikeAlerts } from '../../core/alerts/alike-alerts.ts';
import { startOf } from '../../core/alerts/check-content.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { type AlertDesk, pathOf } from './alert-desk.ts';
import { instantWords } from './when-words.ts';

/** Of the newest Alerts, those that go to the same people or at the same time as this one would (C08): a warning, with a link to each. */
export const alikeLines = async (
  needs: ConsoleNeeds,
  content: DraftContent,
  desk: AlertDesk,
  own?: Pick<Alert, 'id'>,
) => {
  if (content.audience === undefined || content.starts === undefined) return [];
  const { alerts } = await needs.alerts.newest(needs.council);
  return alikeAlerts({ id: own?.id ?? '', content }, alerts, desk.now).map(({ alert, why }) => {
    const at = alert.approval?.startsAt ?? startOf(alert.content.starts ?? { kind: 'on-approval' }, desk.now);
    const text = desk.words.alertForms.alike[why](alert.content.words.title, instantWords(at, desk));
    return { text, href: pathOf(alert) };
  });
};
