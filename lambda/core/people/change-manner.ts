import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Residents } from './people.ts';
import type { DayWindow, Settings } from './settings.ts';

/** The longest name a person may be called by, in characters. */
const LONGEST_NAME = 40;

/** What else a Resident may change by saying so: the name they are called by, and their quiet hours. */
export type MannerChange =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'quiet-hours'; readonly window: DayWindow }
  | { readonly kind: 'no-quiet-hours' };

export type ChangeMannerOutcome =
  | { readonly kind: 'manner-changed'; readonly what: MannerChange['kind']; readonly settings: Settings }
  | { readonly kind: 'manner-not-changed' };

/** A name as it is spoken and shown: letters, a hyphen or an apostrophe, each part with a capital. Undefined: it is no name. */
export const nameOf = (heard: string): string | undefined => {
  const name = heard.trim().replace(/\s+/g, ' ');
  if (name.length > LONGEST_NAME || !/^\p{L}[\p{L}'’ -]*$/u.test(name)) return undefined;
  return name.replace(/(^|[ -])\p{Ll}/gu, (start) => start.toLocaleUpperCase('en-GB'));
};

const withChange = (settings: Settings, change: MannerChange): Settings | undefined => {
  const { quietHours: _quiet, ...others } = settings;
  switch (change.kind) {
    case 'name': {
      const nameToUse = nameOf(change.name);
      return nameToUse === undefined ? undefined : { ...settings, nameToUse };
    }
    case 'quiet-hours':
      return change.window.from === change.window.to ? undefined : { ...settings, quietHours: change.window };
    case 'no-quiet-hours':
      return others;
  }
};

/** Changes what a Resident is called, or when messages wait, at once and from then on. Tries again once if somebody else wrote. */
export const changeManner =
  (needs: { readonly residents: Residents; readonly audit: AuditTrail; readonly clock: Clock }) =>
  async (request: {
    readonly council: string;
    readonly residentId: string;
    readonly change: MannerChange;
    readonly by: Actor;
  }): Promise<ChangeMannerOutcome> => {
    const { council, residentId, change, by } = request;
    for (let tries = 0; tries < 2; tries += 1) {
      const stored = await needs.residents.ofId(council, residentId, { strong: true });
      const settings = stored === undefined ? undefined : withChange(stored.value.settings, change);
      if (stored === undefined || settings === undefined) return { kind: 'manner-not-changed' };
      const before = stored.value;
      const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: `change-${change.kind}` });
      const after = { ...before, settings, lastAct };
      const saved = await withAudit(needs.audit, council, `RES#${before.id}`)(before, after, () =>
        needs.residents.save({ value: after, version: stored.version }),
      );
      if (saved.kind === 'saved') return { kind: 'manner-changed', what: change.kind, settings };
    }
    return { kind: 'manner-not-changed' };
  };
