import { nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import { addDays, type LocalDate, localDate } from '../kernel/uk-time.ts';
import { type Acting, actorOf, mayActFor } from './may-act-for.ts';
import type { Residents } from './people.ts';
import { type AwayReason, type EndedReason, type Presence, presenceMark } from './presence.ts';
import type { Resident } from './resident.ts';

/** A person may have been away this many days already, and may be expected this many days ahead. */
export const PRESENCE_DAYS = { back: 366, ahead: 366 } as const;

/** Where somebody is from now on. `since` and `until` are dates in the UK; without `until` it is not known. */
export type WantedPresence =
  | { readonly kind: 'home' }
  | { readonly kind: 'away'; readonly reason: AwayReason; readonly since: LocalDate; readonly until?: LocalDate }
  | { readonly kind: 'ended'; readonly reason: EndedReason };

export type PresenceRefusal =
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'ended-is-final' }
  | { readonly kind: 'already-so' }
  | { readonly kind: 'since-not-possible' }
  | { readonly kind: 'until-not-possible' };

export type ChangePresenceOutcome =
  | { readonly kind: 'presence-changed'; readonly resident: Resident }
  | { readonly kind: 'changed-meanwhile'; readonly resident: Resident }
  | { readonly kind: 'no-such-resident' }
  | PresenceRefusal;

/**
 * Whether somebody may say where a Resident is: whoever may set their Reminders, because it decides whether these are told, and an
 * Officer who may manage. Only such an Officer may end the service. Not the Resident at the Echo.
 */
export const mayChangePresence = (
  acting: Acting,
  resident: Resident,
  today: LocalDate,
  to: WantedPresence['kind'],
): boolean => {
  if (acting.kind === 'resident') return false;
  const manages =
    acting.kind === 'officer' &&
    acting.officer.council === resident.council &&
    acting.officer.rights.includes('manage');
  return manages || (to !== 'ended' && mayActFor(acting, resident, 'set-reminders', today));
};

const datesRefusal = (wanted: WantedPresence, today: LocalDate): PresenceRefusal | undefined => {
  if (wanted.kind !== 'away') return undefined;
  const { since, until } = wanted;
  if (since > today || since < addDays(today, -PRESENCE_DAYS.back)) return { kind: 'since-not-possible' };
  if (until !== undefined && (until < today || until > addDays(today, PRESENCE_DAYS.ahead)))
    return { kind: 'until-not-possible' };
  return undefined;
};

const isAlreadySo = (presence: Presence, wanted: WantedPresence): boolean => {
  if (presence.kind !== 'away' || wanted.kind !== 'away') return presence.kind === wanted.kind;
  return presenceMark(presence) === presenceMark(wanted);
};

/** Why a Resident may not be said to be there, or undefined. Nothing is written. */
export const presenceRefusal = (
  acting: Acting,
  resident: Resident,
  wanted: WantedPresence,
  now: Instant,
): PresenceRefusal | undefined => {
  const today = localDate(now);
  if (!mayChangePresence(acting, resident, today, wanted.kind)) return { kind: 'not-allowed' };
  if (resident.presence.kind === 'ended') return { kind: 'ended-is-final' };
  if (isAlreadySo(resident.presence, wanted)) return { kind: 'already-so' };
  return datesRefusal(wanted, today);
};

const presenceAfter = (wanted: WantedPresence, now: Instant): Presence => {
  switch (wanted.kind) {
    case 'home':
      return { kind: 'home', cameHomeAt: now };
    case 'away':
      return wanted;
    case 'ended':
      return { kind: 'ended', since: localDate(now), reason: wanted.reason };
  }
};

/** The acts that say where a Resident is, as the audit trail names them. */
export const PRESENCE_ACTS = { home: 'came-home', away: 'went-away', ended: 'ended' } as const;

/**
 * Says where a Resident is: one write, from which on every Channel follows. Coming home asks for each Reminder to be confirmed; ended
 * is final. `seen` is the mark of what its writer saw (`presenceMark`): what another person said since is never overwritten, other
 * changes of the Resident are gone round.
 */
export const changePresence =
  (needs: { readonly residents: Residents; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (request: {
    readonly acting: Acting;
    readonly council: string;
    readonly residentId: string;
    readonly seen: string;
    readonly wanted: WantedPresence;
  }): Promise<ChangePresenceOutcome> => {
    const { acting, council, residentId, wanted } = request;
    for (;;) {
      const now = needs.clock();
      const stored = await needs.residents.ofId(council, residentId, { strong: true });
      if (stored === undefined) return { kind: 'no-such-resident' };
      const before = stored.value;
      const refusal = presenceRefusal(acting, before, wanted, now);
      if (refusal !== undefined) return refusal;
      if (presenceMark(before.presence) !== request.seen) return { kind: 'changed-meanwhile', resident: before };
      const lastAct = nextAct(before.lastAct, { at: now, by: actorOf(acting), did: PRESENCE_ACTS[wanted.kind] });
      const after: Resident = { ...before, presence: presenceAfter(wanted, now), lastAct };
      const saved = await withAudit(needs.audit, council, `RES#${before.id}`)(before, after, () =>
        needs.residents.save({ value: after, version: stored.version }),
      );
      if (saved.kind === 'saved') return { kind: 'presence-changed', resident: after };
    }
  };
