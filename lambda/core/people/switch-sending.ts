import { type Act, type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Officer } from './officer.ts';
import type { Paused, SendingScope, SendingSwitch, SendingSwitches } from './sending.ts';

export const LONGEST_SENDING_REASON = 200;

export type SwitchOutcome =
  | { readonly kind: 'sending-switched' | 'sending-already-so' | 'changed-meanwhile' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly atMost: number };

type Needs = { readonly switches: SendingSwitches; readonly audit: AuditTrail; readonly clock: Clock };
/** `seen`: the number of the switch's last act where somebody decided to turn it; 0 for one that was never turned. */
type Wanted = { readonly paused: Paused; readonly reason: string; readonly seen: number };

/** Under what the acts of a switch stand in a council's audit trail. */
export const sendingItem = (scope: SendingScope): string => (scope === 'service' ? 'SENDING#SERVICE' : 'SENDING');

/** The number by which a page remembers how a switch stood. */
export const switchMark = (stands: SendingSwitch | undefined): number => stands?.lastAct.number ?? 0;

/**
 * Turns a switch (D52), in one write. From it on no worker starts a call of what is held back, within seconds; what waits stays in the table
 * and is looked at again when the switch is released. A switch that somebody else has turned since it was looked at is left as it is: a
 * request that hung must not hold back what was let go on meanwhile. The acts stand in the audit trail of `council`.
 */
export const switchSending =
  (needs: Needs) =>
  async (scope: SendingScope, council: string, by: Actor, { paused, reason, seen }: Wanted): Promise<SwitchOutcome> => {
    const given = reason.trim();
    if (given === '') return { kind: 'reason-missing' };
    if ([...given].length > LONGEST_SENDING_REASON) return { kind: 'reason-too-long', atMost: LONGEST_SENDING_REASON };
    const stored = await needs.switches.of(scope);
    const before = stored?.value;
    if ((before?.paused ?? 'nothing') === paused) return { kind: 'sending-already-so' };
    if (switchMark(before) !== seen) return { kind: 'changed-meanwhile' };
    const did = paused === 'nothing' ? 'resume-sending' : `pause-${paused}`;
    const lastAct: Act = nextAct(before?.lastAct, { at: needs.clock(), by, did, reason: given });
    const saved = await withAudit(needs.audit, council, sendingItem(scope))(before, { paused, lastAct }, () =>
      needs.switches.save(scope, { value: { paused, lastAct }, version: stored?.version ?? 0 }),
    );
    return { kind: saved.kind === 'saved' ? 'sending-switched' : 'changed-meanwhile' };
  };

/** The same for the council of an Officer who may manage. */
export const switchCouncilSending =
  (needs: Needs) =>
  async (officer: Officer, wanted: Wanted): Promise<SwitchOutcome> => {
    if (!officer.rights.includes('manage')) return { kind: 'not-allowed' };
    const { council, id } = officer;
    return switchSending(needs)({ council }, council, { kind: 'officer', id }, wanted);
  };
