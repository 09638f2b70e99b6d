import { HOUR, type Instant, MINUTE } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Echo } from '../pairing/echo.ts';
import type { MirrorNeeds } from './level-mirror.ts';
import { changeMirror, type MirrorKey } from './mirror.ts';

/**
 * What came of a message to our own skill, which then acts with the Resident's own access. `accepted` is no proof that it arrived;
 * `no-such-user`: the skill was disabled there, or belongs to another region.
 */
export type WakeResult = 'accepted' | 'no-such-user' | 'refused' | 'unknown';

/** Wakes the skill for the account of an Echo, out of session and unheard. Never throws for what Alexa answers. */
export type WakeSkill = (echo: Echo) => Promise<WakeResult>;

type Needs = MirrorNeeds & {
  /** Every Echo on which a copy of this Resident stands, read strongly, paired or not. */
  readonly echosOf: (council: string, hashes: readonly string[]) => Promise<readonly Echo[]>;
  readonly wakeSkill: WakeSkill;
  readonly log: Log;
};

/** When to look again after the nth message that came to nothing: 1, 2, 4 … minutes, at most an hour. */
export const wakeAgainAt = (looks: number, now: Instant): Instant => now + Math.min(MINUTE * 2 ** looks, HOUR);

const onePerAccount = (echos: readonly Echo[]): readonly Echo[] => [
  ...new Map(echos.map((echo) => [echo.account ?? echo.hash, echo])).values(),
];

/**
 * A mirror that asked to be looked at: the skill is woken for every account that holds a copy, and will make it equal. The next look
 * is written before, so that a lost message is sent again; the skill takes it away when all is equal. Where the skill is no longer
 * enabled it is not tried again, and the console says so.
 */
export const lookAtMirror =
  (needs: Needs) =>
  async (key: MirrorKey): Promise<'woken' | 'not-due' | 'nothing-there'> => {
    const now = needs.clock();
    const claimed = await changeMirror(needs.mirrors)(key, (mirror) => {
      if (mirror.lookAt === undefined || mirror.lookAt > now) return undefined;
      const { lookAt: _lookAt, ...rest } = mirror;
      if (mirror.copies.length === 0 || mirror.isLinkStale === true) return rest;
      return { ...mirror, looks: mirror.looks + 1, lookAt: wakeAgainAt(mirror.looks, now) };
    });
    if (claimed.kind === 'unchanged') return 'not-due';
    const { copies, isLinkStale } = claimed.mirror;
    if (copies.length === 0 || isLinkStale === true) return 'nothing-there';
    const echos = await needs.echosOf(key.council, [...new Set(copies.map(({ echo }) => echo))]);
    for (const echo of onePerAccount(echos)) {
      const came = await needs.wakeSkill(echo);
      if (came !== 'accepted') needs.log('mirror.not-woken', { council: key.council, reason: came });
      if (came === 'no-such-user')
        await changeMirror(needs.mirrors)(key, ({ lookAt: _lookAt, ...mirror }) => ({ ...mirror, isLinkStale: true }));
    }
    return 'woken';
  };
