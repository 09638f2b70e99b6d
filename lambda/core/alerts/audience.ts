import type { Mode } from '../delivery/announcement.ts';
import { isId } from '../kernel/ids.ts';
import type { Standing } from '../people/resident.ts';
import type { DayWindow } from '../people/settings.ts';

export type AudienceLanguage = 'en' | 'cy';
export type EchoKind = 'consumer' | 'managed';

/**
 * Which Residents an Alert is for: a value, not a query. Of `areas`, `groups` and `languages` any one is enough; an empty
 * list asks for nothing. `echo`: only Homes with an Echo of that kind. `told`: those whom an earlier Alert may have reached.
 */
export type Audience =
  | {
      readonly kind: 'residents';
      readonly areas: readonly string[];
      readonly groups: readonly string[];
      readonly languages: readonly AudienceLanguage[];
      readonly echo?: EchoKind;
    }
  | { readonly kind: 'told'; readonly alertId: string };

/**
 * What an Audience is asked of: one row for each Resident, a copy of what stands on the Resident, the Home and its Echos.
 * It may lag behind; who may be told is asked again of the truth right before every call.
 */
export type Member = {
  readonly council: string;
  readonly residentId: string;
  readonly homeId: string;
  readonly isPractice: boolean;
  readonly standing: Standing;
  readonly area?: string;
  readonly groups: readonly string[];
  readonly languages: readonly AudienceLanguage[];
  /** Paired Echos that speak unasked; those that chime; consumer ones whose notifications are off. */
  readonly echos: { readonly managed: number; readonly chiming: number; readonly silent: number };
  readonly screens: number;
  readonly quietHours?: DayWindow;
};

/**
 * Where a Member stands in the order of all Members: by Home, and then by Resident, so that those who share an Echo follow one another and are told
 * in one call.
 */
export const placeOf = ({ homeId, residentId }: Pick<Member, 'homeId' | 'residentId'>): string =>
  `${homeId}#${residentId}`;

/** Whether a text from outside is such a place. */
export const isPlace = (text: string): boolean => {
  const parts = text.split('#');
  return parts.length === 2 && parts.every(isId);
};

/** Members of a council in order of their places; `after` is one. Nobody moves from Home to Home: who moves house is another Resident. */
export type Members = {
  readonly page: (
    council: string,
    after?: string,
  ) => Promise<{ readonly members: readonly Member[]; readonly after?: string }>;
  readonly save: (member: Member) => Promise<void>;
  /** Whether the copy that stands says just this. */
  readonly isKept: (member: Member) => Promise<boolean>;
};

const anyOf = (wanted: readonly string[], has: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((one) => has.includes(one));

const hasEcho = ({ echos }: Member, kind: EchoKind | undefined): boolean => {
  if (kind === undefined) return true;
  return kind === 'managed' ? echos.managed > 0 : echos.chiming + echos.silent > 0;
};

/**
 * Whether a Resident is in an Audience of this mode. Practice is for practice Residents only, live for all others; somebody
 * who has moved, left or died is in none.
 */
export const isInAudience = (audience: Extract<Audience, { kind: 'residents' }>, mode: Mode, member: Member): boolean =>
  member.isPractice === (mode === 'practice') &&
  member.standing !== 'ended' &&
  anyOf(audience.areas, member.area === undefined ? [] : [member.area]) &&
  anyOf(audience.groups, member.groups) &&
  anyOf(audience.languages, member.languages) &&
  hasEcho(member, audience.echo);
