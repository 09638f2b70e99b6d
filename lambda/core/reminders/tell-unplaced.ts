import type { DeliverNeeds } from '../delivery/deliver-needs.ts';
import { type CarerMessages, wayOf } from '../delivery/tell-carer.ts';
import type { Clock, Instant } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { addDays, atTime, instantOf, localDate, localTime } from '../kernel/uk-time.ts';
import { type CircleMember, holdsOn, isWithinAgreedHours, tellingRefusal } from '../people/circle-of-care.ts';
import type { Carers } from '../people/people.ts';
import type { Resident } from '../people/resident.ts';
import { changeMirror, type Mirror, type MirrorKey, type Mirrors } from './mirror.ts';
import { type CopyWords, isLongUnplaced, placementOf, UNPLACED_TOLD_AFTER } from './placement.ts';
import type { Reminder } from './reminder.ts';
import type { Reminders } from './reminders.ts';

/** What a Carer is told of Reminders that are still not on the Echo, in neutral words (promise G14). Filled by `render`. */
export type UnplacedWording = (resident: Resident) => { readonly words: string; readonly title: string };

export type TellUnplacedNeeds = {
  readonly mirrors: Mirrors;
  readonly reminders: Pick<Reminders, 'ofResident'>;
  readonly reach: DeliverNeeds['reach'];
  readonly carers: Pick<Carers, 'stored'>;
  readonly copyWords: CopyWords;
  readonly unplacedWords: UnplacedWording;
  /** Absent: this council sends none, and Carers see it on their page. */
  readonly messages: CarerMessages | undefined;
  readonly clock: Clock;
  readonly log: Log;
};

/** Asks that somebody looks then, or before, whether Reminders are still not on an Echo. */
export const askUnplaced =
  (mirrors: Mirrors) =>
  async (key: MirrorKey, at: Instant): Promise<void> => {
    await changeMirror(mirrors)(key, (mirror) => {
      const { checkAt = Infinity, told = [] } = mirror.unplaced ?? {};
      return checkAt <= at ? undefined : { ...mirror, unplaced: { checkAt: at, told } };
    });
  };

const withCheck = (mirror: Mirror, told: readonly string[], checkAt: Instant): Mirror => ({
  ...mirror,
  unplaced: { told, ...(checkAt === Infinity ? {} : { checkAt }) },
});

/** Who is to know: the Carer who set it last, or else every Carer who may set it. Only those who agreed to be told. */
const whomToTell = ({ circle }: Resident, reminders: readonly Reminder[], today: string): readonly CircleMember[] => {
  const setters = new Set(reminders.flatMap(({ lastAct: { by } }) => (by.kind === 'carer' ? [by.id] : [])));
  const agreed = circle.filter(
    (member) => holdsOn(member, today) && tellingRefusal(circle, member.carerId, today) === undefined,
  );
  const theirs = agreed.filter(({ carerId }) => setters.has(carerId));
  return theirs.length > 0 ? theirs : agreed.filter(({ rights }) => rights.includes('set-reminders'));
};

/** When the hours begin next in which somebody agreed to be told; `Infinity`: nobody did. */
const nextHours = (members: readonly CircleMember[], now: Instant): Instant => {
  const today = localDate(now);
  const openings = members.flatMap(({ agreedToBeTold }) =>
    agreedToBeTold === undefined
      ? []
      : [today, addDays(today, 1)].map((day) => instantOf(atTime(day, agreedToBeTold.from))),
  );
  return Math.min(...openings.filter((at) => at > now));
};

const send =
  (needs: TellUnplacedNeeds, { send: sendTo, secrets, consoleUrl }: CarerMessages) =>
  async (resident: Resident, carerId: string, reminderId: string): Promise<void> => {
    const { council, id } = resident;
    const carer = await needs.carers.stored(council, carerId);
    const way = wayOf(carer?.value.contact);
    if (way === undefined) return;
    const delivery = { council, residentId: id, id: `unplaced#${reminderId}` };
    const came = await sendTo({
      ...way,
      ...needs.unplacedWords(resident),
      link: `${consoleUrl}/residents/${id}`,
      reference: secrets.referenceOf({ delivery, rung: 0, carerId }),
      mayBeRepeat: false,
    });
    if (came.kind !== 'sent')
      needs.log(came.kind === 'unknown' ? 'channel.unknown' : 'channel.refused', {
        council,
        channel: way.by,
        reason: came.reason,
      });
  };

/**
 * A Reminder that is still not on the Echo two days after it was set or changed, because nobody has been asked or has answered: its Carer is
 * told by text or e-mail, once for each Reminder and all of them in one message, within the hours they agreed to. It is noted before it is
 * sent: rather never than twice, as it stands on their page all the time. Nobody is sent anything about a practice Resident (D58).
 */
export const tellUnplaced =
  (needs: TellUnplacedNeeds) =>
  async (key: MirrorKey): Promise<'told' | 'waits' | 'nothing-to-tell' | 'not-due'> => {
    const now = needs.clock();
    const stored = await needs.mirrors.ofResident(key.council, key.residentId);
    const checkAt = stored?.value.unplaced?.checkAt;
    if (stored === undefined || checkAt === undefined || checkAt > now) return 'not-due';
    const [reached, reminders] = await Promise.all([
      needs.reach(key.council, key.residentId),
      needs.reminders.ofResident(key.council, key.residentId),
    ]);
    const { messages } = needs;
    const told = stored.value.unplaced?.told ?? [];
    const places =
      reached === undefined || messages === undefined || reached.resident.isPractice
        ? []
        : reminders
            .filter(({ id }) => !told.includes(id))
            .map((reminder) => ({
              reminder,
              placement: placementOf({ ...reached, reminder, mirror: stored.value, now }, needs.copyWords),
            }));
    const long = places.filter(({ placement }) => isLongUnplaced(placement, now)).map(({ reminder }) => reminder);
    const later = Math.min(
      ...places
        .map(({ placement }) => (placement.kind === 'waits-for-yes' ? placement.since + UNPLACED_TOLD_AFTER : Infinity))
        .filter((at) => at > now),
    );
    const today = localDate(now);
    const members = reached === undefined ? [] : whomToTell(reached.resident, long, today);
    const circle = reached?.resident.circle ?? [];
    const inHours = members.filter(({ carerId }) => isWithinAgreedHours(circle, carerId, today, localTime(now)));
    const [first] = long;
    const isTelling = first !== undefined && inHours.length > 0;
    const next = isTelling || first === undefined ? later : Math.min(later, nextHours(members, now));
    const after = isTelling ? [...told, ...long.map(({ id }) => id)] : told;
    const saved = await needs.mirrors.save({
      value: withCheck(stored.value, after, next),
      version: stored.version,
    });
    // Somebody else has written it: their wish, or the next tick, looks again.
    if (saved.kind !== 'saved') return 'waits';
    if (!isTelling || reached === undefined || messages === undefined)
      return next === Infinity ? 'nothing-to-tell' : 'waits';
    for (const carerId of new Set(inHours.map((member) => member.carerId)))
      await send(needs, messages)(reached.resident, carerId, first.id);
    return 'told';
  };
