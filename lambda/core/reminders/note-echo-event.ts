import { type Instant, MINUTE } from '../kernel/clock.ts';
import type { Echo } from '../pairing/echo.ts';
import type { MirrorNeeds } from './level-mirror.ts';
import { type Copy, changeMirror, type Mirror, withCopy, withKept, withoutCopy } from './mirror.ts';

type Needs = Pick<MirrorNeeds, 'mirrors' | 'clock'>;

const ofToken = (mirror: Mirror, token: string): Copy | undefined => mirror.copies.find((copy) => copy.token === token);

const inEachMirror =
  (needs: Needs) =>
  async (council: string, echos: readonly Echo[], change: (mirror: Mirror) => Mirror | undefined): Promise<void> => {
    for (const residentId of new Set(echos.flatMap((echo) => echo.residents))) {
      const stored = await needs.mirrors.ofResident(council, residentId);
      if (stored !== undefined && change(stored.value) !== undefined)
        await changeMirror(needs.mirrors)({ council, residentId }, change);
    }
  };

/** A copy rang, at `at`. Events come doubled and out of order: the latest ring stands. Not evidence that anybody heard it. */
export const noteRang =
  (needs: Needs) =>
  (council: string, echos: readonly Echo[], token: string, at: Instant): Promise<void> =>
    inEachMirror(needs)(council, echos, (mirror) => {
      const copy = ofToken(mirror, token);
      return copy === undefined || (copy.rangAt ?? -Infinity) >= at
        ? undefined
        : withCopy(mirror, { ...copy, rangAt: at });
    });

/** Longer than the clocks of Amazon and ours differ: an event this soon after our own change tells of that one. */
const OUR_OWN = MINUTE;

/**
 * A copy was changed, at `at`. Where we have not just changed it ourselves, somebody may have moved it at the Echo: the event does not say what
 * it is now, so a look at the Echo is asked for. Safe to repeat.
 */
export const noteUpdated =
  (needs: Needs) =>
  (council: string, echos: readonly Echo[], token: string, at: Instant): Promise<void> =>
    inEachMirror(needs)(council, echos, (mirror) => {
      const copy = ofToken(mirror, token);
      if (copy === undefined || copy.state !== 'standing' || at <= copy.since + OUR_OWN) return undefined;
      const now = needs.clock();
      return { ...mirror, touched: mirror.touched + 1, lookAt: Math.min(mirror.lookAt ?? Infinity, now) };
    });

/**
 * Copies were deleted. Those we were removing are gone as we wished; any other was removed by the Resident, or by somebody with the
 * Alexa app, and is never made again. One that is over is only forgotten. Safe to repeat.
 */
export const noteDeleted =
  (needs: Needs) =>
  (council: string, echos: readonly Echo[], tokens: readonly string[]): Promise<void> =>
    inEachMirror(needs)(council, echos, (mirror) => {
      const gone = tokens.flatMap((token) => ofToken(mirror, token) ?? []);
      if (gone.length === 0) return undefined;
      const now = needs.clock();
      return gone.reduce((after, copy) => {
        const without = withoutCopy(after, copy.reminderId);
        const isOurs = copy.state === 'removing' || (copy.endsAt !== undefined && copy.endsAt <= now);
        return isOurs ? without : withKept(without, { what: copy.reminderId, why: 'removed-at-echo', at: now });
      }, mirror);
    });

/** The skill was disabled on an account: nothing of it is on these Echos any more, and its routines start nothing. */
export const forgetEchos =
  (needs: Needs) =>
  (council: string, echos: readonly Echo[]): Promise<void> =>
    inEachMirror(needs)(council, echos, (mirror) => {
      const isHere = ({ echo }: { readonly echo: string }) => echos.some(({ hash }) => hash === echo);
      if (!mirror.copies.some(isHere) && !mirror.anchors.some(isHere)) return undefined;
      const { isLinkStale: _stale, lookAt: _lookAt, ...rest } = mirror;
      return {
        ...rest,
        copies: mirror.copies.filter((copy) => !isHere(copy)),
        anchors: mirror.anchors.filter((anchor) => !isHere(anchor)),
        hasWords: false,
        touched: mirror.touched + 1,
      };
    });
