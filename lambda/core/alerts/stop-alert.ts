import type { Versioned } from '../kernel/version.ts';
import type { Officer } from '../people/officer.ts';
import { type ActRefused, doAct, holds } from './act-on-alert.ts';
import type { Alert } from './alert.ts';
import type { AlertNeeds } from './alert-needs.ts';
import { LONGEST_REASON } from './review-alert.ts';
import { mayAct } from './transitions.ts';

export type StopOutcome =
  | { readonly kind: 'alert-stopped'; readonly stored: Versioned<Alert> }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly atMost: number }
  | Exclude<ActRefused, { kind: 'changed-meanwhile' }>;

/**
 * Stops an Alert at any moment of its release, by any Officer who may write or approve. From the write on no new call starts
 * (promise G5): the worker asks the Alert again right before each. It tries again when the release wrote in between, so that
 * a stop is never refused for being late by a moment.
 */
export const stopAlert =
  (needs: AlertNeeds & { readonly ring: (alert: Alert) => Promise<void> }) =>
  async (officer: Officer, alertId: string, reason: string): Promise<StopOutcome> => {
    if (!holds(officer, 'write-alerts', 'approve-alerts')) return { kind: 'not-allowed' };
    const given = reason.trim();
    if (given === '') return { kind: 'reason-missing' };
    if ([...given].length > LONGEST_REASON) return { kind: 'reason-too-long', atMost: LONGEST_REASON };
    for (;;) {
      const stored = await needs.alerts.ofId(officer.council, alertId);
      if (stored === undefined) return { kind: 'no-such-alert' };
      if (!mayAct(stored.value.state, 'stop')) return { kind: 'not-in-this-state', alert: stored.value };
      const at = needs.clock();
      const stop = { by: officer.id, at, reason: given, inFlight: 0, walked: 0, isDone: false };
      const saved = await doAct(needs)(stored, 'stop', { officer, reason: given }, { stop, lookAt: at });
      if (saved.kind === 'changed-meanwhile') continue;
      if (saved.kind !== 'saved') return saved;
      await needs.ring(saved.stored.value);
      return { kind: 'alert-stopped', stored: saved.stored };
    }
  };
