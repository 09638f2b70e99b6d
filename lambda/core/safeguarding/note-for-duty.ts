import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Council } from '../people/council.ts';
import type { Residents } from '../people/people.ts';
import { standingOf } from '../people/resident.ts';
import { type DutyEntries, type DutyEntry, dutyItem, dutyRecord } from './duty-entry.ts';
import type { SafetyClass } from './safety-class.ts';
import { type DutyQueue, type SafetyModes, takenBy } from './safety-mode.ts';

type Needs = {
  readonly entries: Pick<DutyEntries, 'save'>;
  readonly residents: Pick<Residents, 'ofId'>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly newId: NewId;
};

/** Where it was heard. `isKnown`: it is known that this Resident spoke; otherwise it was somebody in their Home. */
export type HeardFrom = { readonly homeId: string; readonly residentId: string; readonly isKnown: boolean };

export type NotedForDuty = { readonly kind: 'noted' | 'nobody-there' };

/** The duty that a council chose, if it chose one. */
export const readDuty =
  (modes: Pick<SafetyModes, 'of'>) =>
  async (council: string): Promise<DutyQueue | undefined> => {
    const mode = (await modes.of(council))?.value;
    return mode?.kind === 'duty' ? mode.queue : undefined;
  };

/**
 * Puts safety words on the list of the duty that a council chose. Nothing is said aloud about it, whatever it comes to. Not for a
 * practice Resident, nor where the service is off: whoever stopped everything is written down no more.
 */
export const noteForDuty =
  (needs: Needs) =>
  async (council: Council, duty: DutyQueue, from: HeardFrom, safety: SafetyClass): Promise<NotedForDuty> => {
    const resident = (await needs.residents.ofId(council.id, from.residentId))?.value;
    const standing = resident === undefined ? 'ended' : standingOf(resident);
    if (resident?.isPractice === true || standing === 'ended' || standing === 'consent-withdrawn')
      return { kind: 'nobody-there' };
    const at = needs.clock();
    const entry: DutyEntry = {
      council: council.id,
      id: needs.newId(),
      at,
      homeId: from.homeId,
      ...(from.isKnown ? { residentId: from.residentId } : {}),
      safety,
      takenBy: takenBy(duty, council.closedOn, at),
      state: 'waiting',
      lastAct: nextAct(undefined, { at, by: { kind: 'system', id: 'skill' }, did: 'put-on-duty-list' }),
    };
    const saved = await withAudit(needs.audit, council.id, dutyItem(entry.id))(undefined, dutyRecord(entry), () =>
      needs.entries.save({ value: entry, version: 0 }),
    );
    if (saved.kind !== 'saved') throw new Error('an id came twice');
    return { kind: 'noted' };
  };
