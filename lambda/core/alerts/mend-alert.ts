import { DAY, HOUR, type Instant } from '../kernel/clock.ts';
import { instantOf } from '../kernel/uk-time.ts';
import { LOOK_AHEAD } from '../timetable/due.ts';
import type { Mended, Waiting } from '../timetable/night.ts';
import type { Alert } from './alert.ts';
import { firstLookAt } from './audience-drift.ts';

/** Results are compared again each night, until an Alert has been over for this long. */
export const COMPARED_FOR = 2 * DAY;
/** A comparison is young for this long. */
const COMPARED_LATELY = 12 * HOUR;

const isRunning = ({ state }: Alert): boolean => state === 'approved' || state === 'releasing' || state === 'released';

/** An Alert that was approved for a wall time, as its instants are by the rules of the clock today (T19). */
const reckonedAnew = (alert: Alert, now: Instant): Alert | undefined => {
  const { approval, content, state } = alert;
  const isPlanned = state === 'approved' && approval !== undefined && approval.startsAt > now + LOOK_AHEAD;
  if (!isPlanned || content.starts?.kind !== 'at' || content.expires === undefined) return undefined;
  const [startsAt, expiresAt] = [instantOf(content.starts.at), instantOf(content.expires)];
  if (startsAt === approval.startsAt && expiresAt === approval.expiresAt) return undefined;
  return { ...alert, approval: { ...approval, startsAt, expiresAt }, lookAt: firstLookAt(content, startsAt, now) };
};

/** What is wrong with the row of an Alert and how it should be, or undefined. */
export const mendedAlert = (
  { value: alert, due, failedLooks }: Waiting<Alert>,
  now: Instant,
): Mended<Alert> | undefined => {
  const { lookAt, stop } = alert;
  if (lookAt === undefined) {
    const isForgotten = isRunning(alert) || (alert.state === 'stopped' && stop?.isDone !== true);
    if (isForgotten) return { finding: 'forgotten', value: { ...alert, lookAt: now } };
    return due === undefined ? undefined : { finding: 'waits-for-nothing', value: alert };
  }
  const reckoned = reckonedAnew(alert, now);
  if (reckoned !== undefined) return { finding: 'clock-rules', value: reckoned };
  if (due === undefined || (failedLooks === 0 && due !== lookAt)) return { finding: 'not-due', value: alert };
  return undefined;
};

/** Whether the results of an Alert are to be compared with its Deliveries this night. Its own look does that, with a cursor of its own. */
export const isToBeCompared = (alert: Alert, now: Instant): boolean => {
  const { state, approval, stop, reconciledAt = -Infinity, lookAt } = alert;
  const hasEnded = state === 'released' || state === 'expired' || (state === 'stopped' && stop?.isDone === true);
  return (
    hasEnded &&
    approval !== undefined &&
    approval.expiresAt > now - COMPARED_FOR &&
    reconciledAt < now - COMPARED_LATELY &&
    (lookAt === undefined || lookAt > now)
  );
};
