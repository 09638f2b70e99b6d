import { type Actor, nextAct } from '../audit/act.ts';
import { type AuditTrail, withAudit } from '../audit/audit-trail.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Home } from '../people/home.ts';
import type { Homes } from '../people/people.ts';
import { SCREENS_PER_HOME } from './screen.ts';
import type { ScreenClaim, ScreenPairing, ScreenPairings, Screens } from './screen-pairing.ts';

/** `waits-for-ok`: on the Screen. `waits-for-words`: the other side has not said yet that they match. */
export type AgreeOnScreenOutcome =
  | { readonly kind: 'screen-paired'; readonly homeId: string }
  | { readonly kind: 'waits-for-ok' }
  | { readonly kind: 'waits-for-words' }
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'too-many-screens' }
  | { readonly kind: 'try-again' };

type Needs = {
  readonly homes: Homes;
  readonly screens: Screens;
  readonly screenPairings: ScreenPairings;
  readonly audit: AuditTrail;
  readonly clock: Clock;
};

type Claimed = ScreenPairing & { readonly claim: ScreenClaim };

const isClaimed = (pairing: ScreenPairing): pairing is Claimed => pairing.claim !== undefined;

/** The Home points to the Screen first: its cap is then kept by one conditional write, and the act stands in the trail. */
const pointHome =
  (needs: Needs) =>
  async ({ value: before, version }: Versioned<Home>, screenHash: string, by: Actor) => {
    if (before.screens.includes(screenHash)) return 'pointed';
    if (before.screens.length >= SCREENS_PER_HOME) return 'too-many-screens';
    const lastAct = nextAct(before.lastAct, { at: needs.clock(), by, did: 'pair-screen' });
    const after = { ...before, screens: [...before.screens, screenHash], lastAct };
    const saved = await withAudit(needs.audit, before.council, `HOME#${before.id}`)(before, after, () =>
      needs.homes.save({ value: after, version }),
    );
    return saved.kind === 'saved' ? 'pointed' : 'try-again';
  };

/** What both sides agreed on is done, step by step; each may be repeated. What was undone since is not done again. */
const finish =
  (needs: Needs) =>
  async ({ council, screenHash, claim, linkVersion }: Claimed): Promise<AgreeOnScreenOutcome> => {
    const known = await needs.screens.ofHash(council, screenHash);
    if (known !== undefined && known.value.linkVersion >= linkVersion)
      return known.value.state === 'paired' && known.value.homeId === claim.homeId
        ? { kind: 'screen-paired', homeId: claim.homeId }
        : { kind: 'nothing-asked' };
    const home = await needs.homes.ofId(council, claim.homeId);
    if (home === undefined) return { kind: 'nothing-asked' };
    const pointed = await pointHome(needs)(home, screenHash, claim.by);
    if (pointed !== 'pointed') return { kind: pointed };
    const { id: homeId, residents } = home.value;
    const pairedAt = needs.clock();
    const saved = await needs.screens.save({
      value: { council, hash: screenHash, homeId, residents, state: 'paired', linkVersion, pairedAt },
      version: known?.version ?? 0,
    });
    return saved.kind === 'saved' ? { kind: 'screen-paired', homeId } : { kind: 'try-again' };
  };

/** One side agrees. With the second one both have, and the Screen is paired. */
const agree =
  (needs: Needs) =>
  async (
    { value, version }: Versioned<ScreenPairing>,
    change: (claim: ScreenClaim) => ScreenClaim,
  ): Promise<AgreeOnScreenOutcome> => {
    if (!isClaimed(value) || value.state === 'refused') return { kind: 'nothing-asked' };
    if (value.state === 'agreed') return finish(needs)(value);
    if (value.expiresAt <= needs.clock()) return { kind: 'nothing-asked' };
    const claim = change(value.claim);
    const isAgreed = claim.wordsMatch && claim.okPressed;
    const after: Claimed = { ...value, state: isAgreed ? 'agreed' : 'claimed', claim };
    const saved = await needs.screenPairings.save({ value: after, version });
    if (saved.kind !== 'saved') return { kind: 'try-again' };
    if (isAgreed) return finish(needs)(after);
    return claim.wordsMatch ? { kind: 'waits-for-ok' } : { kind: 'waits-for-words' };
  };

/** A pairing is two people's: whoever writes second reads again, once, and decides again. */
const agreeOn =
  (needs: Needs) =>
  async (
    read: () => Promise<Versioned<ScreenPairing> | undefined>,
    change: (claim: ScreenClaim) => ScreenClaim,
  ): Promise<AgreeOnScreenOutcome> => {
    const once = async (): Promise<AgreeOnScreenOutcome> => {
      const stored = await read();
      return stored === undefined ? { kind: 'nothing-asked' } : agree(needs)(stored, change);
    };
    const came = await once();
    return came.kind === 'try-again' ? once() : came;
  };

type AtHome = { readonly council: string; readonly screenHash: string; readonly homeId: string };

const ofHome =
  (needs: Pick<Needs, 'screenPairings'>) =>
  async ({ council, screenHash, homeId }: AtHome): Promise<Versioned<ScreenPairing> | undefined> => {
    const stored = await needs.screenPairings.ofScreen(council, screenHash);
    return stored?.value.claim?.homeId === homeId ? stored : undefined;
  };

/** The person who entered or said the code says that the Screen shows the same two words. */
export const agreeOnWords =
  (needs: Needs) =>
  (request: AtHome & { readonly by: Actor }): Promise<AgreeOnScreenOutcome> =>
    agreeOn(needs)(
      () => ofHome(needs)(request),
      (claim) => ({ ...claim, by: request.by, wordsMatch: true }),
    );

/** OK was pressed on the Screen that shows the two words. */
export const agreeOnScreen =
  (needs: Needs) =>
  ({ council, screenHash }: Omit<AtHome, 'homeId'>): Promise<AgreeOnScreenOutcome> =>
    agreeOn(needs)(
      () => needs.screenPairings.ofScreen(council, screenHash),
      (claim) => ({ ...claim, okPressed: true }),
    );

/** The words differ: the code is over, and that Screen shows a new one. Nothing happens once both have agreed. */
export const refuseScreen =
  (needs: Pick<Needs, 'screenPairings'>) =>
  async (request: AtHome): Promise<{ readonly kind: 'screen-refused' }> => {
    const stored = await ofHome(needs)(request);
    if (stored?.value.state === 'claimed')
      await needs.screenPairings.save({ value: { ...stored.value, state: 'refused' }, version: stored.version });
    return { kind: 'screen-refused' };
  };
