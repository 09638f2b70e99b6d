import type { Instant } from '../kernel/clock.ts';
import type { LocalTime } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import type { EchoAccess, WantedCopy } from './echo-reminders.ts';
import type { LevelNeeds } from './level-mirror.ts';
import {
  anchorName,
  changeMirror,
  copyOf,
  type Mirror,
  type MirrorKey,
  type WhyNot,
  WORDS_NAME,
  withCopy,
  withKept,
  withoutCopy,
  withoutKept,
} from './mirror.ts';
import { endOf } from './mirror-steps.ts';
import { isStillPaired, planOf, wantedCopy } from './placement.ts';

export type PlaceOutcome =
  /** It stands on the Echo, as it is to be said back. */
  | { readonly kind: 'reminder-placed'; readonly copy: WantedCopy }
  /** The Resident has to allow it first. */
  | { readonly kind: 'needs-permission' }
  | { readonly kind: 'not-placed'; readonly why: 'device-cannot-ring' | 'too-many-on-echo' | 'not-now' }
  /** It was cancelled, changed into what no Echo holds, or is placed already. */
  | { readonly kind: 'nothing-to-place' };

type OfOne = MirrorKey & { readonly reminderId: string };

const NOT_NOW: PlaceOutcome = { kind: 'not-placed', why: 'not-now' };

const keep =
  (needs: Pick<LevelNeeds, 'mirrors' | 'clock'>) =>
  async (key: MirrorKey, what: string, why: WhyNot): Promise<void> => {
    await changeMirror(needs.mirrors)(key, (mirror) => withKept(mirror, { what, why, at: needs.clock() }));
  };

/** The place for a copy is taken before Alexa is asked: whoever comes second finds it, and what is lost on the way is found. */
const takePlace =
  (needs: LevelNeeds) =>
  async (request: OfOne, echo: Echo, copy: WantedCopy): Promise<boolean> => {
    const since = needs.clock();
    const taken = await changeMirror(needs.mirrors)(request, (mirror) => {
      if (copyOf(mirror, request.reminderId) !== undefined) return undefined;
      const plan = planOf(copy);
      return {
        ...withCopy(mirror, {
          reminderId: request.reminderId,
          echo: echo.hash,
          link: echo.linkVersion,
          state: 'placing',
          plan,
          told: plan,
          since,
        }),
        // Found again by the due index if this conversation ends here.
        lookAt: Math.min(mirror.lookAt ?? Infinity, since + 3 * 60_000),
      };
    });
    return taken.kind === 'saved';
  };

const change =
  (needs: LevelNeeds) =>
  async (key: MirrorKey, to: (mirror: Mirror) => Mirror): Promise<void> => {
    await changeMirror(needs.mirrors)(key, to);
  };

/**
 * The Resident said yes: the copy is created on the Echo they are talking to, with the token of this conversation. What is wanted is
 * read again first, because the Carer may have changed it since it was asked.
 */
export const placeReminder =
  (needs: LevelNeeds) =>
  async (request: OfOne, echo: Echo, access: EchoAccess): Promise<PlaceOutcome> => {
    const { council, residentId, reminderId } = request;
    const [resident, reminders, stored] = await Promise.all([
      needs.residents.ofId(council, residentId, { strong: true }),
      needs.reminders.ofResident(council, residentId),
      needs.mirrors.ofResident(council, residentId),
    ]);
    const reminder = reminders.find(({ id }) => id === reminderId);
    if (resident === undefined || reminder === undefined) return { kind: 'nothing-to-place' };
    const mirror = stored?.value ?? {
      council,
      residentId,
      copies: [],
      kept: [],
      anchors: [],
      hasWords: false,
      touched: 0,
      looks: 0,
    };
    const wanted = wantedCopy(reminder, resident.value, mirror, needs.copyWords, needs.clock());
    const here = { echo: echo.hash, link: echo.linkVersion };
    if (wanted.kind !== 'wanted' || !isStillPaired(here, residentId, [echo])) return { kind: 'nothing-to-place' };
    if (!(await takePlace(needs)(request, echo, wanted.copy))) return { kind: 'nothing-to-place' };
    const created = await needs.echoReminders.create(access, wanted.copy);
    if (created.kind === 'created') {
      await change(needs)(request, (now) => {
        const placing = copyOf(now, reminderId);
        if (placing === undefined) return now;
        const standing = {
          ...placing,
          state: 'standing' as const,
          token: created.token,
          ...endOf(wanted.copy.rule),
          ...(created.version === undefined ? {} : { version: created.version }),
        };
        return { ...withCopy(withoutKept(now, reminderId), standing), touched: now.touched + 1 };
      });
      return { kind: 'reminder-placed', copy: wanted.copy };
    }
    // Nobody knows whether it stands now: the place stays taken until a look at the Echo tells.
    if (created.why === 'unknown') return NOT_NOW;
    await change(needs)(request, (now) => withoutCopy(now, reminderId));
    if (created.why === 'no-permission') return { kind: 'needs-permission' };
    if (created.why !== 'device-cannot-ring' && created.why !== 'too-many-on-echo') return NOT_NOW;
    await keep(needs)(request, reminderId, created.why);
    return { kind: 'not-placed', why: created.why };
  };

/** The Resident said no, to Bellbird or to Alexa's own question: for seven days it is not asked again. */
export const declinePlacing =
  (needs: Pick<LevelNeeds, 'mirrors' | 'clock'>) =>
  (key: MirrorKey, what: string, why: 'said-no' | 'no-permission' = 'said-no'): Promise<void> =>
    keep(needs)(key, what, why);

/** The Resident accepted a routine at a time of day. Copies that it makes unneeded are looked at at once. */
export const acceptAnchor =
  (needs: Pick<LevelNeeds, 'mirrors' | 'clock'>) =>
  async (key: MirrorKey, echo: Echo, time: LocalTime): Promise<void> => {
    await noteAnchor(needs)(key, echo, time, needs.clock(), true);
  };

export const acceptWords =
  (needs: Pick<LevelNeeds, 'mirrors'>) =>
  async (key: MirrorKey): Promise<void> => {
    await changeMirror(needs.mirrors)(key, (mirror) => ({ ...withoutKept(mirror, WORDS_NAME), hasWords: true }));
  };

const noteAnchor =
  (needs: Pick<LevelNeeds, 'mirrors'>) =>
  async (key: MirrorKey, echo: Echo, time: LocalTime, seenAt: Instant, isNew: boolean): Promise<void> => {
    await changeMirror(needs.mirrors)(key, (mirror) => {
      const known = mirror.anchors.find((anchor) => anchor.time === time);
      if (!isNew && known === undefined) return undefined;
      const anchor = { echo: echo.hash, link: echo.linkVersion, time, seenAt };
      const after = { ...mirror, anchors: [...mirror.anchors.filter((one) => one.time !== time), anchor] };
      if (!isNew) return after;
      const looking = mirror.copies.length === 0 ? after : { ...after, touched: mirror.touched + 1, lookAt: seenAt };
      return withoutKept(looking, anchorName(time));
    });
  };

/** A routine has started us: the anchor near that time of day gives a sign of life. */
export const seeAnchor =
  (needs: Pick<LevelNeeds, 'mirrors' | 'clock'>) =>
  (key: MirrorKey, echo: Echo, time: LocalTime): Promise<void> =>
    noteAnchor(needs)(key, echo, time, needs.clock(), false);

/** The Resident has been told what the Echo now holds of a Reminder that a Carer changed. */
export const noteToldCopies =
  (needs: Pick<LevelNeeds, 'mirrors'>) =>
  async (key: MirrorKey, reminderIds: readonly string[]): Promise<void> => {
    await changeMirror(needs.mirrors)(key, (mirror) => ({
      ...mirror,
      copies: mirror.copies.map((copy) =>
        reminderIds.includes(copy.reminderId) ? { ...copy, told: copy.plan } : copy,
      ),
    }));
  };
