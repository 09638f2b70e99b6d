import type { Announcement, Content, Gone, Source } from '../delivery/announcement.ts';
import type { Council } from '../people/council.ts';
import { type Alert, isComplete } from './alert.ts';
import type { Alerts, Digest } from './alerts.ts';
import { contentHash } from './content-hash.ts';

export type AlertSource = Extract<Source, { kind: 'alert' }>;

/** What an Alert tells. */
export const contentOf = (alert: Alert, council: Council): Content => ({
  kind: 'alert',
  from: council.name,
  title: alert.content.words.title,
  text: alert.content.words.text,
  isPrivate: alert.content.isPrivate,
  isCorrection: alert.corrects !== undefined,
});

/** Whether what stands in the Alert now is what was approved, and what this Delivery was made for (SEC-16). */
const isAsApproved = (alert: Alert, source: AlertSource, digest: Digest): boolean =>
  alert.approval !== undefined &&
  isComplete(alert.content) &&
  alert.content.mode === source.mode &&
  alert.approval.hash === source.hash &&
  contentHash(alert.content, digest) === source.hash;

/**
 * Reads an Alert strongly for one of its Deliveries: it stands while it is being released or is released, and is word for word what was
 * approved; it is gone when it was stopped, has expired, or is not that any more (promises G5, G6).
 */
export const readAlertSource =
  (needs: {
    readonly alerts: Alerts;
    readonly digest: Digest;
    readonly councilOf: (council: string) => Promise<Council>;
  }) =>
  async (
    announcement: Pick<Announcement, 'council'>,
    source: AlertSource,
  ): Promise<{ readonly kind: 'stands'; readonly content: Content } | Gone> => {
    const stored = await needs.alerts.ofId(announcement.council, source.alertId);
    if (stored === undefined) return { kind: 'gone', state: 'removed' };
    const alert = stored.value;
    if (alert.state === 'stopped') return { kind: 'gone', state: 'cancelled' };
    if (alert.state === 'expired') return { kind: 'gone', state: 'expired' };
    const isOut = alert.state === 'releasing' || alert.state === 'released';
    if (!isOut || !isAsApproved(alert, source, needs.digest)) return { kind: 'gone', state: 'removed' };
    return { kind: 'stands', content: contentOf(alert, await needs.councilOf(announcement.council)) };
  };
