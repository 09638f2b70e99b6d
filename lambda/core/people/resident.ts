import type { Acted } from '../audit/act.ts';
import type { CircleMember } from './circle-of-care.ts';
import type { Consent } from './consent.ts';
import type { Presence } from './presence.ts';
import type { Settings } from './settings.ts';

/** The adult the service is for. */
export type Resident = Acted & {
  readonly council: string;
  readonly id: string;
  readonly homeId: string;
  readonly fullName: string;
  readonly settings: Settings;
  readonly presence: Presence;
  readonly consent: Consent;
  readonly circle: readonly CircleMember[];
  /** The ids of the council's groups this Resident is in. */
  readonly groups: readonly string[];
  /** No person: a sample Resident for practice. Practice reaches nobody else, and live words never reach them. */
  readonly isPractice: boolean;
};

/** Whether anything may be spoken, shown or sent to this Resident at all. `consent-withdrawn`: they said no, or were never asked. */
export type Standing = 'may-be-told' | 'away' | 'ended' | 'consent-withdrawn';

export const standingOf = (resident: Resident): Standing => {
  if (resident.presence.kind === 'ended') return 'ended';
  if (resident.consent.state !== 'given') return 'consent-withdrawn';
  return resident.presence.kind === 'away' ? 'away' : 'may-be-told';
};
