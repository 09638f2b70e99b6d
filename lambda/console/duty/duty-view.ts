import { DAY } from '../../core/kernel/clock.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import { type DutyEntry, isOverdue } from '../../core/safeguarding/duty-entry.ts';
import type { SafetyMode } from '../../core/safeguarding/safety-mode.ts';
import type { Names } from '../alerts/officer-names.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { hoursWords } from '../residents/hours-words.ts';
import { momentWords } from '../residents/moment.ts';
import type { AtDesk } from '../sign-in/for-officers.ts';

const DONE_SHOWN_FOR = 7 * DAY;

/** What waits or was taken, oldest first; and what was done in the last seven days, newest first. */
export const sorted = (entries: readonly DutyEntry[], now: number) => ({
  open: entries.filter(({ state }) => state !== 'done'),
  done: entries.filter(({ state, lastAct }) => state === 'done' && now - lastAct.at < DONE_SHOWN_FOR).toReversed(),
});

/** Which duty it is and when it looks; or that nothing new comes. */
export const modeLine = (mode: SafetyMode | undefined, { words }: AtDesk): string => {
  const { list } = words.duty;
  if (mode?.kind !== 'duty') return list.countOnly;
  const { name, hours, responseMinutes } = mode.queue;
  return list.about(name, hoursWords({ staffedHours: hours }, words), responseMinutes);
};

/** Who spoke: the Resident, or somebody at a Home where it was not known who. */
const whoOf = async (needs: ConsoleNeeds, entry: DutyEntry, { words }: AtDesk) => {
  const { council, residentId, homeId } = entry;
  const resident = residentId === undefined ? undefined : (await needs.residents.ofId(council, residentId))?.value;
  const home = (await needs.homes.ofId(council, homeId))?.value;
  if (resident !== undefined) return [resident.fullName, ...(home === undefined ? [] : [home.label])].join(', ');
  return home === undefined ? words.duty.list.gone : words.duty.list.at(home.label);
};

/** One entry as the list shows it. Whoever reads is on duty. */
export const entryView = async (
  needs: ConsoleNeeds,
  entry: DutyEntry,
  { names, mode, desk }: { readonly names: Names; readonly mode: SafetyMode | undefined; readonly desk: AtDesk },
) => {
  const { list } = desk.words.duty;
  const moment = (at: number) => momentWords(at, localDate(desk.now), desk.words);
  const isLate = isOverdue(entry, desk.now);
  const owner = entry.owner === undefined ? '' : names(entry.owner);
  const told = entry.toldOnwardAt;
  const onward = mode?.kind === 'duty' ? mode.queue.onward.name : undefined;
  return {
    id: entry.id,
    who: await whoOf(needs, entry, desk),
    path: `/duty/${entry.at}/${entry.id}`,
    safety: list.classes[entry.safety],
    said: list.said(moment(entry.at)),
    isLate,
    state:
      entry.state === 'waiting'
        ? (isLate ? list.late : list.by)(moment(entry.takenBy))
        : entry.state === 'taken'
          ? list.takenBy(owner)
          : list.doneBy(owner, moment(entry.lastAct.at)),
    toldOnward: told === undefined || onward === undefined ? undefined : list.toldOnward(onward, moment(told)),
    take: entry.state === 'waiting' ? list.take : undefined,
    takeOver: entry.state === 'taken' && entry.owner !== desk.officer.id ? list.takeOver : undefined,
    mayFinish: entry.state === 'taken' && entry.owner === desk.officer.id,
  };
};
