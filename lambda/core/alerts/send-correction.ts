import { nextAct } from '../audit/act.ts';
import { HOUR } from '../kernel/clock.ts';
import { instantOf, localDateTime } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Officer } from '../people/officer.ts';
import { type ActRefused, holds, saveActed } from './act-on-alert.ts';
import { type Alert, type AlertContent, isComplete } from './alert.ts';
import type { AlertNeeds } from './alert-needs.ts';
import { contentHash } from './content-hash.ts';
import { correctionId, correctionsOf } from './corrections.ts';

/** A correction is worth hearing for at least this long. */
const LIVES_FOR = 24 * HOUR;

export type CorrectionOutcome =
  | { readonly kind: 'correction-sent' | 'correction-already-sent'; readonly stored: Versioned<Alert> }
  | { readonly kind: 'no-correction-prepared' }
  | Exclude<ActRefused, { kind: 'changed-meanwhile' }>;

/**
 * Sends the correction that was prepared with an Alert, to those whom the Alert may have reached, and to nobody else. Its words
 * were part of what the second Officer approved, so it needs no further approval: it leaves at once. The Alert has to be
 * stopped or over first. One that was itself stopped by mistake can be sent again, to whoever has not heard it yet.
 */
export const sendCorrection =
  (needs: AlertNeeds & { readonly ring: (alert: Alert) => Promise<void> }) =>
  async (officer: Officer, alertId: string): Promise<CorrectionOutcome> => {
    if (!holds(officer, 'write-alerts', 'approve-alerts')) return { kind: 'not-allowed' };
    const original = await needs.alerts.ofId(officer.council, alertId);
    if (original === undefined) return { kind: 'no-such-alert' };
    const { state, content, approval } = original.value;
    if (content.correction === undefined || original.value.corrects !== undefined)
      return { kind: 'no-correction-prepared' };
    const isOver = state === 'stopped' || state === 'expired';
    if (!isOver || approval === undefined || !isComplete(content))
      return { kind: 'not-in-this-state', alert: original.value };
    // Only what the second Officer read is sent (SEC-16).
    if (contentHash(content, needs.digest) !== approval.hash)
      return { kind: 'not-in-this-state', alert: original.value };
    const sent = await correctionsOf(needs)(officer.council, alertId);
    const last = sent.at(-1);
    if (last !== undefined && last.value.state !== 'stopped') {
      await needs.ring(last.value);
      return { kind: 'correction-already-sent', stored: last };
    }
    const id = correctionId(alertId, sent.length + 1);
    const now = needs.clock();
    const { correction: words, ...rest } = content;
    const corrected: AlertContent = {
      ...rest,
      words,
      audience: { kind: 'told', alertId },
      starts: { kind: 'on-approval' },
      expires: localDateTime(Math.max(instantOf(content.expires), now + LIVES_FOR)),
    };
    const value: Alert = {
      council: officer.council,
      id,
      state: 'approved',
      content: corrected,
      writers: original.value.writers,
      corrects: alertId,
      approval: {
        ...approval,
        hash: contentHash(corrected, needs.digest),
        startsAt: now,
        expiresAt: instantOf(corrected.expires),
      },
      chunks: 0,
      deliveries: 0,
      lookAt: now,
      lastAct: nextAct(undefined, { at: now, by: { kind: 'officer', id: officer.id }, did: 'send-correction' }),
    };
    const saved = await saveActed(needs)(undefined, value);
    const stands = await needs.alerts.ofId(officer.council, id);
    if (stands === undefined) return { kind: 'no-such-alert' };
    await needs.ring(stands.value);
    return { kind: saved.kind === 'saved' ? 'correction-sent' : 'correction-already-sent', stored: stands };
  };
