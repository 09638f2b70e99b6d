import type { Delivery } from '../delivery/delivery.ts';
import type { RingsItself } from '../delivery/rings-itself.ts';
import { MINUTE } from '../kernel/clock.ts';
import { timeOf } from '../kernel/uk-time.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Echo } from '../pairing/echo.ts';
import type { MirrorNeeds } from './level-mirror.ts';
import { anchorTimes, copyOf, type OnEcho } from './mirror.ts';
import { planOf, wantedCopy } from './placement.ts';

/** An Echo's clock and ours may differ by so much. */
const CLOCKS_DIFFER = MINUTE;

const isRoutineTold = ({ readOutAt, spokenAt, dueAt }: Delivery): boolean =>
  (spokenAt ?? readOutAt ?? -Infinity) >= dueAt - CLOCKS_DIFFER;

/** What rings on an Echo that was unpaired or paired anew since is heard by somebody else, or by nobody. */
const isOnTheirs =
  (residentId: string, echos: readonly Echo[]) =>
  ({ echo, link }: OnEcho): boolean =>
    echos.some(
      ({ hash, linkVersion, state, residents }) =>
        hash === echo && linkVersion === link && state === 'paired' && residents.includes(residentId),
    );

/**
 * Whether the Echo tells an occurrence of a Reminder by itself: a routine starts us at its time, or a copy stands there that holds
 * exactly what the Reminder is now. One that may ring as before counts for nothing: then it is told as if there were none.
 */
export const ringsItself =
  (needs: MirrorNeeds): RingsItself =>
  async (delivery, echos) => {
    const { source, council, residentId, dueAt, due } = delivery;
    if (source.kind !== 'reminder') return { kind: 'no' };
    // What nobody can read tells nothing: another Channel does.
    const stored = await unlessUnreadable(needs.mirrors.ofResident(council, residentId), () => undefined);
    if (stored === undefined) return { kind: 'no' };
    const mirror = stored.value;
    const now = needs.clock();
    const isTheirs = isOnTheirs(residentId, echos);
    if (anchorTimes({ ...mirror, anchors: mirror.anchors.filter(isTheirs) }, now).includes(timeOf(due)))
      return isRoutineTold(delivery) ? { kind: 'rang', by: 'routine', at: dueAt } : { kind: 'will-ring' };
    const copy = copyOf(mirror, source.reminderId);
    if (copy === undefined || copy.state !== 'standing' || mirror.isLinkStale === true || !isTheirs(copy))
      return { kind: 'no' };
    if (copy.rangAt !== undefined && copy.rangAt >= dueAt - CLOCKS_DIFFER)
      return { kind: 'rang', by: 'placed-reminder', at: copy.rangAt };
    const [resident, reminders] = await Promise.all([
      needs.residents.ofId(council, residentId, { strong: true }),
      needs.reminders.ofResident(council, residentId),
    ]);
    const reminder = reminders.find(({ id }) => id === source.reminderId);
    if (resident === undefined || reminder === undefined) return { kind: 'no' };
    // The rule is compared as it was: in its last two minutes a Reminder for one time waits for nothing any more.
    const wanted = wantedCopy(
      { ...reminder, next: { local: due, at: dueAt } },
      resident.value,
      mirror,
      needs.copyWords,
      now,
    );
    const isAsWanted = copy.moved === undefined && wanted.kind === 'wanted' && planOf(wanted.copy) === copy.plan;
    return isAsWanted ? { kind: 'will-ring' } : { kind: 'no' };
  };
