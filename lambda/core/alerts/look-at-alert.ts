import type { AuditTrail } from '../audit/audit-trail.ts';
import { laneOf } from '../delivery/bell.ts';
import type { Handling } from '../delivery/handling.ts';
import { type Instant, MINUTE, SECOND } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Versioned } from '../kernel/version.ts';
import { LOOK_AHEAD } from '../timetable/due.ts';
import { saveActed } from './act-on-alert.ts';
import type { Alert, Approval } from './alert.ts';
import type { Results } from './alerts.ts';
import { type Drift, driftOf } from './audience-drift.ts';
import { correctionsOf } from './corrections.ts';
import { reconcileAlert } from './reconcile-alert.ts';
import { type ReleaseNeeds, releaseChunk } from './release-alert.ts';
import { type AlertAct, acted } from './transitions.ts';
import { walkStopped } from './walk-stopped.ts';

export type LookNeeds = ReleaseNeeds & {
  readonly results: Results;
  readonly audit: AuditTrail;
  readonly log: Log;
  /** Whether what is handled like this may be sent now, or is held back by a switch (D52). */
  readonly maySend: (handling: Handling) => Promise<boolean>;
  /** Whether there is time for another chunk before this function has to end; the next look goes on where this one stopped. */
  readonly mayGoOn: () => boolean;
};

/** The results are compared with the Deliveries this long after a release, a stop or an expiry. */
export const RECONCILE_AFTER = 10 * MINUTE;

/** A correction looks again this soon whether the walk through the stopped Alert is done. */
const WALK_TAKES = 2 * SECOND;

type Next = Versioned<Alert> | undefined;

const savePlain =
  (needs: LookNeeds) =>
  async ({ version }: Versioned<Alert>, value: Alert): Promise<Next> => {
    const saved = await needs.alerts.save({ value, version });
    return saved.kind === 'saved' ? { value, version: saved.version } : undefined;
  };

/** Moves an Alert on by itself: the act of the system stands in the audit trail like that of a person. */
const move =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>, act: AlertAct, change: Partial<Alert>): Promise<Next> => {
    const at = needs.clock();
    const value = acted(stored.value, act, { by: { kind: 'system', id: 'release' }, at }, change);
    if (value === undefined) return undefined;
    const saved = await saveActed(needs)(stored, value);
    if (saved.kind !== 'saved') return undefined;
    needs.log('alert.moved', { council: value.council, kind: value.state, count: value.deliveries });
    return { value, version: saved.version };
  };

const waitingForNothing = ({ lookAt: _lookAt, ...alert }: Alert): Alert => alert;

const releaseMore =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>): Promise<Next> => {
    const released = await releaseChunk(needs)(stored);
    if (released === undefined || !released.isLast) return released?.stored;
    const now = needs.clock();
    return move(needs)(released.stored, 'finish', { releasedAt: now, lookAt: now + RECONCILE_AFTER });
  };

const walkOn =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>, now: Instant): Promise<Next> => {
    const { stop } = stored.value;
    if (stop === undefined || stop.isDone) return reconcile(needs)(stored, now);
    return (await walkStopped(needs)(stored, stop, now, now + RECONCILE_AFTER))?.stored;
  };

/**
 * Compares when its time has come, and once more later whenever something had to be mended: a call that was still being made then, or a
 * mark that was lost, is found by the next one. Then it waits for the expiry, or for nothing. One that runs out of time goes on at the next look.
 */
const reconcile =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>, now: Instant): Promise<Next> => {
    const { comparing, ...alert } = stored.value;
    if (alert.lookAt === undefined || alert.lookAt > now) return undefined;
    const before = comparing?.in === alert.state ? comparing : { chunk: 0, repaired: 0 };
    const came = await reconcileAlert(needs)(alert, before.chunk, needs.mayGoOn);
    if (came.repaired > 0) needs.log('alert.repaired', { council: alert.council, count: came.repaired });
    const repaired = before.repaired + came.repaired;
    if (!came.isDone)
      return savePlain(needs)(stored, { ...alert, comparing: { in: alert.state, chunk: came.chunk, repaired } });
    const after = { ...alert, reconciledAt: now };
    const expiry = alert.state === 'released' ? alert.approval?.expiresAt : undefined;
    const next = repaired > 0 ? Math.min(now + RECONCILE_AFTER, expiry ?? Infinity) : expiry;
    await savePlain(needs)(stored, next === undefined ? waitingForNothing(after) : { ...after, lookAt: next });
    return undefined;
  };

/** Its Audience is another than the one that was approved: it waits until somebody approves it as it is now (D04). */
const askAgain =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>, drift: Drift): Promise<undefined> => {
    const { approval: _approval, lookAt: _lookAt, ...alert } = stored.value;
    const who = { by: { kind: 'system', id: 'release' }, at: needs.clock() } as const;
    const value = acted(alert, 'ask-again', who, { drift });
    if (value === undefined || (await saveActed(needs)(stored, value)).kind !== 'saved') return undefined;
    needs.log('alert.asked-again', { council: value.council, count: drift.found });
    return undefined;
  };

/** What is approved begins at its start, if its Audience is still the one that was approved; a look before that only counts. */
const begin =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>, approval: Approval, now: Instant): Promise<Next> => {
    const { value: alert } = stored;
    const isStart = approval.startsAt - now <= LOOK_AHEAD;
    if (!isStart && (alert.lookAt === undefined || alert.lookAt > now)) return undefined;
    const drift = await driftOf(needs)(alert, approval, now);
    if (drift !== undefined) return askAgain(needs)(stored, drift);
    // From this write on it can be stopped, not edited.
    if (isStart) return move(needs)(stored, 'release', {});
    await savePlain(needs)(stored, { ...alert, lookAt: approval.startsAt });
    return undefined;
  };

/** A correction follows the walk through what it corrects, earlier corrections included: until then somebody may still be read the wrong words. */
const isOriginalOver =
  (needs: LookNeeds) =>
  async ({ council, id, corrects }: Alert): Promise<boolean> => {
    if (corrects === undefined) return true;
    const original = await needs.alerts.ofId(council, corrects);
    const before = [original, ...(await correctionsOf(needs)(council, corrects, id))];
    return before.every((one) => one?.value.stop === undefined || one.value.stop.isDone);
  };

const waitForWalk =
  (needs: LookNeeds) =>
  async ({ council, id, content }: Alert): Promise<undefined> => {
    await needs.bell.ring([{ council, alertId: id }], laneOf(content.handling ?? 'notice'), WALK_TAKES);
    return undefined;
  };

/** One step of what an Alert's state asks for now; undefined when there is nothing more to do at this look. */
const step =
  (needs: LookNeeds) =>
  async (stored: Versioned<Alert>): Promise<Next> => {
    const { value: alert } = stored;
    const { approval } = alert;
    const now = needs.clock();
    if (approval === undefined) return undefined;
    const isOver = now >= approval.expiresAt;
    // Held back by a switch it is neither begun nor gone on with; it stays due. An expiry, a stop and a comparison send nothing.
    const isHeldBack = async (): Promise<boolean> => !(await needs.maySend(alert.content.handling ?? 'notice'));
    switch (alert.state) {
      case 'approved':
        if (isOver) return move(needs)(stored, 'expire', { lookAt: now + RECONCILE_AFTER });
        if (await isHeldBack()) return undefined;
        if (!(await isOriginalOver(needs)(alert))) return waitForWalk(needs)(alert);
        return begin(needs)(stored, approval, now);
      case 'releasing':
        if (isOver) return move(needs)(stored, 'expire', { lookAt: now + RECONCILE_AFTER });
        return (await isHeldBack()) ? undefined : releaseMore(needs)(stored);
      case 'released':
        return isOver
          ? move(needs)(stored, 'expire', { lookAt: now + RECONCILE_AFTER })
          : reconcile(needs)(stored, now);
      case 'stopped':
        return walkOn(needs)(stored, now);
      case 'expired':
        return reconcile(needs)(stored, now);
      case 'draft':
      case 'submitted':
      case 'rejected':
      case 'discarded':
        return undefined;
    }
  };

/**
 * Looks at one Alert and does what is due: begins its release, goes on with it chunk by chunk, closes what a stop or an expiry
 * leaves, compares results. Safe to run twice at once: every step ends in one conditional write, and whoever loses it reads
 * again. Ends early when there is no time, with a bell for the rest.
 */
export const lookAtAlert =
  (needs: LookNeeds) =>
  async (council: string, alertId: string): Promise<void> => {
    let stored = await needs.alerts.ofId(council, alertId);
    while (stored !== undefined) {
      stored = await step(needs)(stored);
      if (stored === undefined || needs.mayGoOn()) continue;
      // The row stays due; its own bell is only sooner than the next tick.
      const { content } = stored.value;
      await needs.bell.ring([{ council, alertId }], laneOf(content.handling ?? 'notice'), 0);
      return;
    }
  };
