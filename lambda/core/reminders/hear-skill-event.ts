import type { AuditTrail } from '../audit/audit-trail.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Echos } from '../pairing/pairing.ts';
import { unpairEcho } from '../pairing/unpair-echo.ts';
import type { Homes } from '../people/people.ts';
import type { HomeSigns } from '../people/sign-of-life.ts';
import type { EchoAccess } from './echo-reminders.ts';
import { type LevelNeeds, levelMirrors } from './level-mirror.ts';
import { changeMirror } from './mirror.ts';
import { forgetEchos, noteDeleted, noteRang, noteUpdated } from './note-echo-event.ts';

/** What Alexa tells the skill about one account, out of session and unheard. */
export type SkillEvent =
  | { readonly kind: 'disabled' }
  | { readonly kind: 'notifications'; readonly on: boolean }
  | { readonly kind: 'may-remind'; readonly on: boolean }
  /** The widget was added on an Echo Show of the account. */
  | { readonly kind: 'widget' }
  | { readonly kind: 'rang'; readonly token: string }
  | { readonly kind: 'deleted'; readonly tokens: readonly string[] }
  /** By us, or by somebody at the Echo. */
  | { readonly kind: 'updated'; readonly token: string }
  /** Our own message: the copies on this account are to be made equal to what is wanted. */
  | { readonly kind: 'level' };

export type HearSkillEvent = (heard: {
  readonly council: string;
  /** The keyed hash of the account. */
  readonly account: string;
  /** When it happened, by Amazon's clock: events come doubled and out of order. */
  readonly at: Instant;
  readonly event: SkillEvent;
  readonly access: EchoAccess;
}) => Promise<void>;

type Needs = LevelNeeds & {
  readonly echos: Echos;
  readonly homes: Homes;
  readonly homeSigns: Pick<HomeSigns, 'note'>;
  readonly audit: AuditTrail;
  readonly log: Log;
};

/** The later word of an account's owner stands, in whatever order both arrive. */
const noteOnEcho =
  (needs: Needs, field: 'notifications' | 'mayRemind' | 'widget') =>
  async (known: Versioned<Echo>, on: boolean, at: Instant): Promise<void> => {
    let stored: Versioned<Echo> | undefined = known;
    while (stored !== undefined && (stored.value[field]?.at ?? -Infinity) < at) {
      const saved = await needs.echos.save({
        value: { ...stored.value, [field]: { on, at } },
        version: stored.version,
      });
      if (saved.kind === 'saved') return;
      stored = await needs.echos.ofHash(known.value.council, known.value.hash, { strong: true });
    }
  };

/** After a permission was given, what was not placed for want of it may be asked again. */
const mayAskAgain =
  (needs: Needs) =>
  async (council: string, echos: readonly Echo[]): Promise<void> => {
    for (const residentId of new Set(echos.flatMap((echo) => echo.residents)))
      await changeMirror(needs.mirrors)({ council, residentId }, (mirror) =>
        mirror.kept.some(({ why }) => why === 'no-permission')
          ? { ...mirror, kept: mirror.kept.filter(({ why }) => why !== 'no-permission') }
          : undefined,
      );
  };

/** Nothing of these people is left on these Echos. A conflict means that somebody else is writing it: the next levelling finds it as it is. */
const forgetFormer =
  (needs: Needs) =>
  async (echos: readonly Versioned<Echo>[], cleared: readonly string[]): Promise<void> => {
    for (const { value, version } of echos) {
      const { formerResidents = [], ...echo } = value;
      const left = formerResidents.filter((id) => !cleared.includes(id));
      if (left.length < formerResidents.length)
        await needs.echos.save({ value: left.length === 0 ? echo : { ...echo, formerResidents: left }, version });
    }
  };

const unpair =
  (needs: Needs) =>
  async (council: string, { hash }: Echo): Promise<void> => {
    const by = { kind: 'system', id: 'skill-disabled' } as const;
    let came = await unpairEcho(needs)({ council, hash, by });
    for (let tries = 0; came.kind === 'try-again' && tries < 5; tries += 1)
      came = await unpairEcho(needs)({ council, hash, by });
    // Alexa sends the event again when it is not answered.
    if (came.kind === 'try-again') throw new Error('an Echo could not be unpaired');
  };

/**
 * One event about an account. Only Echos that still belong to this account are touched: an Echo that was enabled and paired anew has
 * another, so that a late "disabled" unpairs nothing. An account nobody knows is nothing to us.
 */
export const hearSkillEvent =
  (needs: Needs): HearSkillEvent =>
  async ({ council, account, at, event, access }) => {
    const stored = await needs.echos.ofAccount(council, account);
    const echos = stored.map(({ value }) => value);
    if (echos.length === 0) return;
    switch (event.kind) {
      case 'disabled':
        for (const echo of echos) await unpair(needs)(council, echo);
        return forgetEchos(needs)(council, echos);
      case 'notifications':
        for (const echo of stored) await noteOnEcho(needs, 'notifications')(echo, event.on, at);
        return;
      case 'may-remind':
        for (const echo of stored) await noteOnEcho(needs, 'mayRemind')(echo, event.on, at);
        return event.on ? mayAskAgain(needs)(council, echos) : undefined;
      case 'widget':
        for (const echo of stored) await noteOnEcho(needs, 'widget')(echo, true, at);
        return;
      case 'rang':
        for (const homeId of new Set(echos.map((echo) => echo.homeId)))
          await needs.homeSigns.note(council, homeId, 'reminder-rang', at);
        return noteRang(needs)(council, echos, event.token, at);
      case 'updated':
        return noteUpdated(needs)(council, echos, event.token, at);
      case 'deleted':
        return noteDeleted(needs)(council, echos, event.tokens);
      case 'level': {
        const levelled = await levelMirrors(needs)(council, echos, access);
        if (levelled.kind === 'levelled') return forgetFormer(needs)(stored, levelled.cleared);
        if (levelled.kind === 'refused') needs.log('mirror.refused', { council, reason: levelled.why });
      }
    }
  };
