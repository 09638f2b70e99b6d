import { type Act, type Actor, nextAct } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Alert, AlertState } from './alert.ts';

type Transition = { readonly from: readonly AlertState[]; readonly to: AlertState };

/** The life of an Alert: every change of state there is. Whatever is not in this table does not happen. */
export const ALERT_TRANSITIONS = {
  change: { from: ['draft'], to: 'draft' },
  discard: { from: ['draft'], to: 'discarded' },
  submit: { from: ['draft'], to: 'submitted' },
  'take-back': { from: ['submitted'], to: 'draft' },
  return: { from: ['submitted'], to: 'draft' },
  reject: { from: ['submitted'], to: 'rejected' },
  approve: { from: ['submitted'], to: 'approved' },
  'ask-again': { from: ['approved'], to: 'submitted' },
  release: { from: ['approved'], to: 'releasing' },
  finish: { from: ['releasing'], to: 'released' },
  stop: { from: ['approved', 'releasing', 'released'], to: 'stopped' },
  expire: { from: ['approved', 'releasing', 'released'], to: 'expired' },
} as const satisfies Readonly<Record<string, Transition>>;

export type AlertAct = keyof typeof ALERT_TRANSITIONS;

export const mayAct = (state: AlertState, act: AlertAct): boolean => {
  const { from }: Transition = ALERT_TRANSITIONS[act];
  return from.includes(state);
};

/**
 * The Alert after one act, with the act on it for the audit trail (promise G11), or undefined where the table does not
 * allow it. `change` is whatever else the act changes.
 */
export const acted = (
  alert: Alert,
  act: AlertAct,
  who: { readonly by: Actor; readonly at: Instant; readonly reason?: string },
  change: Partial<Alert> = {},
): Alert | undefined => {
  if (!mayAct(alert.state, act)) return undefined;
  const lastAct: Act = nextAct(alert.lastAct, { ...who, did: act });
  return { ...alert, ...change, state: ALERT_TRANSITIONS[act].to, lastAct };
};
