import type { Clock, Instant } from '../kernel/clock.ts';
import { addDays, atTime, instantOf, localDate } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Residents } from '../people/people.ts';
import type { EchoAccess, EchoRefusal, EchoReminders, EchoTrouble, HeldCopy } from './echo-reminders.ts';
import {
  type Copy,
  changeMirror,
  copyOf,
  emptyMirror,
  type Mirror,
  type MirrorKey,
  type Mirrors,
  withCopy,
  withKept,
  withoutCopy,
} from './mirror.ts';
import { endOf, mirrorSteps, orphansOf, type Step, type WantedNow } from './mirror-steps.ts';
import { type CopyWords, isStillPaired, planOf, wantedCopy } from './placement.ts';
import type { Reminders } from './reminders.ts';

export type MirrorNeeds = {
  readonly mirrors: Mirrors;
  readonly residents: Pick<Residents, 'ofId'>;
  readonly reminders: Pick<Reminders, 'ofResident'>;
  readonly copyWords: CopyWords;
  readonly clock: Clock;
};

export type LevelNeeds = MirrorNeeds & { readonly echoReminders: EchoReminders };

/** Every mirror that holds something is compared with its Echo once a night, because an event may have been lost. */
const nextNight = (now: Instant): Instant => instantOf(atTime(addDays(localDate(now), 1), '03:00'));

/** What is wanted of each copy of a Resident, where it stands. A copy on an Echo that was unpaired or closed is not wanted. */
export const wantedOf =
  (needs: MirrorNeeds) =>
  async (mirror: Mirror, echos: readonly Echo[]): Promise<(copy: Copy) => WantedNow> => {
    const { council, residentId } = mirror;
    const [resident, reminders] = await Promise.all([
      needs.residents.ofId(council, residentId, { strong: true }),
      needs.reminders.ofResident(council, residentId),
    ]);
    const now = needs.clock();
    return (copy) => {
      const reminder = reminders.find(({ id }) => id === copy.reminderId);
      if (resident === undefined || reminder === undefined || !isStillPaired(copy, residentId, echos))
        return { kind: 'not-wanted' };
      const wanted = wantedCopy(reminder, resident.value, mirror, needs.copyWords, now);
      return { ...wanted, changedAt: reminder.lastAct.at };
    };
  };

/** Changes one copy, unless somebody else has written it anew meanwhile. */
const changeCopy =
  (needs: MirrorNeeds) =>
  async (key: MirrorKey, copy: Copy, change: (mirror: Mirror, current: Copy) => Mirror): Promise<void> => {
    await changeMirror(needs.mirrors)(key, (mirror) => {
      const current = copyOf(mirror, copy.reminderId);
      return current === undefined || current.token !== copy.token ? undefined : change(mirror, current);
    });
  };

/** A refusal is kept on the copy, where the console shows it. Whether it may be tried again decides when to look again. */
const noteTrouble =
  (needs: MirrorNeeds) =>
  async (key: MirrorKey, copy: Copy, { why }: EchoRefusal): Promise<EchoTrouble> => {
    await changeCopy(needs)(key, copy, (mirror, current) => withCopy(mirror, { ...current, trouble: why }));
    return why;
  };

const learnRemoved =
  (needs: MirrorNeeds) =>
  (key: MirrorKey, copy: Copy): Promise<void> =>
    changeCopy(needs)(key, copy, (mirror) =>
      withKept(withoutCopy(mirror, copy.reminderId), {
        what: copy.reminderId,
        why: 'removed-at-echo',
        at: needs.clock(),
      }),
    );

/** It is left as somebody moved it. Our own version is the one that stands there now, so that it is learned once. */
const learnMoved =
  (needs: MirrorNeeds) =>
  (key: MirrorKey, { copy, rule, version, isAsWanted }: Step & { readonly kind: 'learn-moved' }): Promise<void> =>
    changeCopy(needs)(key, copy, (mirror, current) => {
      const { moved: _before, ...rest } = current;
      const after = { ...rest, version };
      return withCopy(mirror, isAsWanted ? after : { ...after, moved: { rule, at: needs.clock() } });
    });

const withoutTrouble = ({ trouble: _trouble, ...copy }: Copy): Copy => copy;

const doStep =
  (needs: LevelNeeds, access: EchoAccess) =>
  async (key: MirrorKey, step: Step): Promise<EchoTrouble | undefined> => {
    const { copy } = step;
    const forget = () => changeCopy(needs)(key, copy, (mirror) => withoutCopy(mirror, copy.reminderId));
    switch (step.kind) {
      case 'forget':
        return void (await forget());
      case 'learn-removed':
        return void (await learnRemoved(needs)(key, copy));
      case 'learn-moved':
        return void (await learnMoved(needs)(key, step));
      case 'remove': {
        // Written first, so that the event of this removal is not taken for the Resident's.
        await changeCopy(needs)(key, copy, (mirror, current) => withCopy(mirror, { ...current, state: 'removing' }));
        const came = await needs.echoReminders.remove(access, step.token);
        return came.kind === 'removed' ? void (await forget()) : noteTrouble(needs)(key, copy, came);
      }
      case 'change': {
        await changeCopy(needs)(key, copy, (mirror, current) => withCopy(mirror, { ...current, state: 'unsure' }));
        const came = await needs.echoReminders.change(access, step.token, step.wanted);
        if (came.kind === 'gone') return void (await learnRemoved(needs)(key, copy));
        if (came.kind === 'refused') return noteTrouble(needs)(key, copy, came);
        const { endsAt: _before, moved: _moved, version: _version, ...rest } = copy;
        await changeCopy(needs)(key, copy, (mirror, current) =>
          withCopy(mirror, {
            ...withoutTrouble(rest),
            told: current.told,
            ...(current.rangAt === undefined ? {} : { rangAt: current.rangAt }),
            state: 'standing',
            plan: planOf(step.wanted),
            ...endOf(step.wanted.rule),
            ...(came.version === undefined ? {} : { version: came.version }),
            since: needs.clock(),
          }),
        );
        return undefined;
      }
    }
  };

const MAY_BE_TRIED: readonly EchoTrouble[] = ['try-later', 'unknown', 'no-token'];

/** Levels one Resident's copies, and says when to look again unless somebody has asked for a look meanwhile. */
const levelOne =
  (needs: LevelNeeds, access: EchoAccess) =>
  async (key: MirrorKey, echos: readonly Echo[], held: readonly HeldCopy[]): Promise<Mirror> => {
    const stored = await needs.mirrors.ofResident(key.council, key.residentId);
    if (stored === undefined) return emptyMirror(key);
    const mirror = stored.value;
    const here = { ...mirror, copies: mirror.copies.filter((copy) => echos.some(({ hash }) => hash === copy.echo)) };
    const steps = mirrorSteps(here, await wantedOf(needs)(mirror, echos), held, needs.clock());
    const troubles: (EchoTrouble | undefined)[] = [];
    for (const step of steps) troubles.push(await doStep(needs, access)(key, step));
    const isToTryAgain = troubles.some((one) => one !== undefined && MAY_BE_TRIED.includes(one));
    const changed = await changeMirror(needs.mirrors)(key, (current) => {
      const { lookAt: _lookAt, isLinkStale: _stale, ...rest } = current;
      if (current.touched !== mirror.touched || isToTryAgain) return undefined;
      const isPlacing = current.copies.some(({ state }) => state === 'placing');
      if (current.copies.length === 0) return { ...rest, looks: 0 };
      const copies = current.copies.map((copy) => (copy.state === 'standing' ? withoutTrouble(copy) : copy));
      return { ...rest, copies, looks: 0, lookAt: isPlacing ? needs.clock() + 3 * 60_000 : nextNight(needs.clock()) };
    });
    return changed.mirror;
  };

/** Refused altogether: the copies say why, and where trying soon is of no use it is tried at night. */
const noteRefused =
  (needs: MirrorNeeds) =>
  async (key: MirrorKey, { why }: EchoRefusal): Promise<void> => {
    await changeMirror(needs.mirrors)(key, (mirror) => {
      if (mirror.copies.length === 0) return undefined;
      const copies = mirror.copies.map((copy) => ({ ...copy, trouble: why }));
      return MAY_BE_TRIED.includes(why)
        ? { ...mirror, copies }
        : { ...mirror, copies, lookAt: nextNight(needs.clock()) };
    });
  };

export type Levelled =
  /** `cleared`: of these former Residents nothing is left on the account. */
  | { readonly kind: 'levelled'; readonly cleared: readonly string[] }
  /** No Echo of this account is known here. */
  | { readonly kind: 'no-echo' }
  | EchoRefusal;

const isOnOneOf = ({ echo }: Copy, echos: readonly Echo[]): boolean => echos.some(({ hash }) => hash === echo);

/**
 * Makes the Echos of one account equal to what is wanted, both ways: what was changed or cancelled is changed or removed there, and
 * what somebody removed there is learned and never made again. `echos` are those of the account, paired or not. Works with a token
 * from out of session, which may not create: nothing is created here. Safe to repeat and to run twice at once.
 */
export const levelMirrors =
  (needs: LevelNeeds) =>
  async (council: string, echos: readonly Echo[], access: EchoAccess): Promise<Levelled> => {
    if (echos.length === 0) return { kind: 'no-echo' };
    const listed = await needs.echoReminders.list(access);
    const residents = [...new Set(echos.flatMap((echo) => [...echo.residents, ...(echo.formerResidents ?? [])]))];
    if (listed.kind === 'refused') {
      for (const residentId of residents) await noteRefused(needs)({ council, residentId }, listed);
      return listed;
    }
    const mirrors: Mirror[] = [];
    for (const residentId of residents)
      mirrors.push(await levelOne(needs, access)({ council, residentId }, echos, listed.copies));
    for (const token of orphansOf(mirrors, listed.copies, needs.clock()))
      await needs.echoReminders.remove(access, token);
    const former = echos.flatMap((echo) => echo.formerResidents ?? []);
    const isLeft = (id: string) =>
      mirrors.some(({ residentId, copies }) => residentId === id && copies.some((copy) => isOnOneOf(copy, echos)));
    return { kind: 'levelled', cleared: [...new Set(former)].filter((id) => !isLeft(id)) };
  };
