import { type Act, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import { waysOf } from '../people/contact.ts';
import type { Officer } from '../people/officer.ts';
import type { Officers } from '../people/people.ts';
import type { DutyQueue, SafetyMode, SafetyModes } from './safety-mode.ts';

/** The longest name of a duty or a person, in characters, and the longest response time, in minutes (two days of eight hours). */
export const LONGEST_DUTY_NAME = 80;
export const LONGEST_RESPONSE = 960;

/** `firstOnDuty`: the id with which an Officer signs in who may see the list: a list that nobody can open is none. */
export type WantedMode =
  | { readonly kind: 'count-only'; readonly lead: string }
  | { readonly kind: 'duty'; readonly queue: DutyQueue; readonly firstOnDuty: string };

/** What is missing for a duty. */
export type NoQueue = 'name' | 'hours' | 'response' | 'lead' | 'onward' | 'nobody-on-duty';

export type ChooseModeOutcome =
  | { readonly kind: 'mode-chosen' | 'not-allowed' | 'changed-meanwhile' }
  | { readonly kind: 'no-queue'; readonly missing: readonly NoQueue[] };

type Needs = {
  readonly modes: SafetyModes;
  readonly officers: Pick<Officers, 'ofId'>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};

const isName = (text: string): boolean => text.trim() !== '' && [...text].length <= LONGEST_DUTY_NAME;

const missingOf = (queue: DutyQueue): readonly NoQueue[] => [
  ...(isName(queue.name) ? [] : (['name'] as const)),
  ...(queue.hours.length > 0 && queue.hours.every(({ from, to }) => from < to) ? [] : (['hours'] as const)),
  ...(Number.isInteger(queue.responseMinutes) && queue.responseMinutes > 0 && queue.responseMinutes <= LONGEST_RESPONSE
    ? []
    : (['response'] as const)),
  ...(isName(queue.lead) ? [] : (['lead'] as const)),
  ...(isName(queue.onward.name) && waysOf(queue.onward.contact).length > 0 ? [] : (['onward'] as const)),
];

/** Whether an Officer may see the list of the duty. Nobody else may: no Carer, no other Officer, and not whoever chose the mode. */
export const isOnDuty = ({ rights }: Pick<Officer, 'rights'>): boolean => rights.includes('duty');

/** What the audit trail keeps of a mode: how somebody is reached stands on the row only. */
const recordOf = (mode: SafetyMode) =>
  mode.kind === 'count-only'
    ? mode
    : {
        ...mode,
        queue: { ...mode.queue, onward: { name: mode.queue.onward.name, ways: waysOf(mode.queue.onward.contact) } },
      };

const refusalOf = async (
  needs: Needs,
  { council }: Officer,
  wanted: WantedMode,
): Promise<Extract<ChooseModeOutcome, { kind: 'no-queue' }> | undefined> => {
  if (wanted.kind === 'count-only') return isName(wanted.lead) ? undefined : { kind: 'no-queue', missing: ['lead'] };
  const first = wanted.firstOnDuty === '' ? undefined : await needs.officers.ofId(council, wanted.firstOnDuty);
  const nobody = first === undefined || !isOnDuty(first) ? (['nobody-on-duty'] as const) : [];
  const missing = [...missingOf(wanted.queue), ...nobody];
  return missing.length === 0 ? undefined : { kind: 'no-queue', missing };
};

/**
 * Chooses, at go-live and with the safeguarding lead, what becomes of safety words. For an Officer who may manage; refused without a duty
 * that has a name, hours, a response time, somebody who may look and somebody who is told when nobody did.
 */
export const chooseSafetyMode =
  (needs: Needs) =>
  async (officer: Officer, wanted: WantedMode): Promise<ChooseModeOutcome> => {
    if (!officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const refusal = await refusalOf(needs, officer, wanted);
    if (refusal !== undefined) return refusal;
    const { council } = officer;
    const stored = await needs.modes.of(council);
    const lastAct: Act = nextAct(stored?.value.lastAct, {
      at: needs.clock(),
      by: { kind: 'officer', id: officer.id },
      did: `safety-${wanted.kind}`,
      ...(wanted.kind === 'count-only' ? { reason: wanted.lead } : {}),
    });
    const mode: SafetyMode =
      wanted.kind === 'duty' ? { kind: 'duty', queue: wanted.queue, lastAct } : { kind: 'count-only', lastAct };
    const before = stored === undefined ? undefined : recordOf(stored.value);
    const saved = await withAudit(needs.audit, council, 'SAFETY-MODE')(before, recordOf(mode), () =>
      needs.modes.save(council, { value: mode, version: stored?.version ?? 0 }),
    );
    return { kind: saved.kind === 'saved' ? 'mode-chosen' : 'changed-meanwhile' };
  };
