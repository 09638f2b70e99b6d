import { instantOf } from '../kernel/uk-time.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Officer } from '../people/officer.ts';
import { type ActRefused, alertFor, doAct } from './act-on-alert.ts';
import { type Alert, isComplete } from './alert.ts';
import type { AlertNeeds, OnAlert } from './alert-needs.ts';
import { alertReach } from './alert-reach.ts';
import type { Members } from './audience.ts';
import { firstLookAt } from './audience-drift.ts';
import { type ContentProblem, checkComplete, startOf } from './check-content.ts';
import { contentHash } from './content-hash.ts';

export const LONGEST_REASON = 200;

/** Whether this Officer wrote, changed or submitted the Alert: they may not decide on it, whatever their rights. */
export const isOwnAlert = (alert: Alert, officerId: string): boolean =>
  alert.writers.includes(officerId) || alert.submittedBy === officerId;

export type ReviewOutcome =
  | { readonly kind: 'alert-moved'; readonly stored: Versioned<Alert> }
  | { readonly kind: 'own-alert' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly atMost: number }
  | ActRefused;

const review =
  (act: 'return' | 'reject') =>
  (needs: AlertNeeds) =>
  async (officer: Officer, on: OnAlert, reason: string): Promise<ReviewOutcome> => {
    const found = await alertFor(needs)(officer, on, act, 'approve-alerts');
    if (found.kind !== 'found') return found;
    if (isOwnAlert(found.stored.value, officer.id)) return { kind: 'own-alert' };
    const given = reason.trim();
    if (given === '') return { kind: 'reason-missing' };
    if ([...given].length > LONGEST_REASON) return { kind: 'reason-too-long', atMost: LONGEST_REASON };
    const saved = await doAct(needs)(found.stored, act, { officer, reason: given });
    return saved.kind === 'saved' ? { kind: 'alert-moved', stored: saved.stored } : saved;
  };

/** Gives a submitted Alert back to its writers, with the reason. */
export const returnAlert = review('return');

/** Refuses a submitted Alert for good, with the reason. */
export const rejectAlert = review('reject');

export type ApproveOutcome =
  | { readonly kind: 'alert-approved'; readonly stored: Versioned<Alert> }
  | { readonly kind: 'own-alert' }
  | { readonly kind: 'wrong-number'; readonly people: number }
  | { readonly kind: 'nobody-in-audience' }
  | { readonly kind: 'content-refused'; readonly problems: readonly ContentProblem[] }
  | ActRefused;

/**
 * Approves an Alert, as it stands, for as many people as the Officer typed: another number than the Audience has now is
 * refused with the right one. Who wrote, changed or submitted it cannot approve it. Words, Audience, time and handling are
 * frozen by their hash; the worker looks at it from its start on.
 */
export const approveAlert =
  (needs: AlertNeeds & { readonly members: Members; readonly ring: (alert: Alert) => Promise<void> }) =>
  async (officer: Officer, on: OnAlert, people: number): Promise<ApproveOutcome> => {
    const found = await alertFor(needs)(officer, on, 'approve', 'approve-alerts');
    if (found.kind !== 'found') return found;
    const { value: alert } = found.stored;
    if (isOwnAlert(alert, officer.id)) return { kind: 'own-alert' };
    const now = needs.clock();
    const problems = checkComplete(alert.content, await needs.councilOf(officer.council), now);
    if (problems.length > 0 || !isComplete(alert.content)) return { kind: 'content-refused', problems };
    const { content } = alert;
    const reach = await alertReach(needs)(officer.council, content, now);
    if (reach.people === 0) return { kind: 'nobody-in-audience' };
    if (reach.people !== people) return { kind: 'wrong-number', people: reach.people };
    const startsAt = Math.max(startOf(content.starts, now), now);
    const approval = {
      by: officer.id,
      at: now,
      hash: contentHash(content, needs.digest),
      people,
      startsAt,
      expiresAt: instantOf(content.expires),
    };
    const saved = await doAct(needs)(
      found.stored,
      'approve',
      { officer },
      { approval, lookAt: firstLookAt(content, startsAt, now) },
    );
    if (saved.kind !== 'saved') return saved;
    await needs.ring(saved.stored.value);
    return { kind: 'alert-approved', stored: saved.stored };
  };
