import type { CallBack } from '../../core/call-backs/call-back.ts';
import { CALL_BACK_MOVES } from '../../core/call-backs/call-back.ts';
import { localDate } from '../../core/kernel/uk-time.ts';
import { type Council, officeHours } from '../../core/people/council.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { hoursWords } from '../residents/hours-words.ts';
import { momentWords } from '../residents/moment.ts';
import type { AtDesk } from '../sign-in/for-officers.ts';

/** When the office rings back, and whether it is open now. */
export const officeLines = (council: Council, { words, now }: AtDesk): readonly string[] => {
  const { callBacks } = words.officers;
  const office = officeHours(council, now);
  if (office.kind === 'never-staffed') return [callBacks.noHours];
  const hours = callBacks.hours(hoursWords(council, words));
  if (office.kind === 'open') return [hours, callBacks.open];
  return [hours, callBacks.opens(momentWords(office.at, localDate(now), words))];
};

type Names = ReadonlyMap<string, string>;

const stateWords = (callBack: CallBack, names: Names, { words }: AtDesk): string => {
  const { callBacks } = words.officers;
  const owner = names.get(callBack.owner ?? '') ?? callBack.owner;
  if (owner !== undefined && callBack.state === 'taken') return callBacks.takenBy(owner);
  if (owner !== undefined && callBack.state === 'could-not-reach') return callBacks.triedBy(owner);
  return callBacks.states[callBack.state];
};

/** The names of the officers who own or noted something: "you" for the one who looks. */
export const officerNames = async (
  needs: ConsoleNeeds,
  callBacks: readonly CallBack[],
  { officer, words }: AtDesk,
): Promise<Names> => {
  const ids = new Set(
    callBacks.flatMap(({ owner, notes }) => [...(owner ? [owner] : []), ...notes.map(({ by }) => by)]),
  );
  const names = await Promise.all(
    [...ids].map(async (id): Promise<[string, string]> => {
      if (id === officer.id) return [id, words.officers.callBacks.you];
      return [id, (await needs.officers.ofId(needs.council, id))?.name ?? id];
    }),
  );
  return new Map(names);
};

/** One call-back as the list shows it; only what may follow on its state can be pressed. */
export const callBackView = (callBack: CallBack, residentName: string, names: Names, desk: AtDesk) => {
  const { callBacks } = desk.words.officers;
  const today = localDate(desk.now);
  const isAnothers = callBack.state === 'taken' && callBack.owner !== desk.officer.id;
  const may = (to: CallBack['state']) => !isAnothers && CALL_BACK_MOVES[callBack.state].includes(to);
  return {
    id: callBack.id,
    name: residentName,
    resident: `/residents/${callBack.residentId}`,
    path: `/call-backs/${callBack.askedAt}/${callBack.id}`,
    asked: callBacks.askedAt(momentWords(callBack.askedAt, today, desk.words)),
    origin: callBacks.origin[callBack.origin],
    about: callBack.subject === undefined ? undefined : callBacks.about(callBacks.subjects[callBack.subject]),
    again: (callBack.again ?? []).map(({ origin, subject, at }) => ({
      text: callBacks.again[origin](momentWords(at, today, desk.words)),
      about: subject === undefined ? undefined : callBacks.about(callBacks.subjects[subject]),
    })),
    state: stateWords(callBack, names, desk),
    isTaken: callBack.state === 'taken',
    notes: callBack.notes.map(({ at, by, text }) => ({
      text,
      by: callBacks.noteBy(names.get(by) ?? by, momentWords(at, today, desk.words)),
    })),
    mayTake: may('taken'),
    mayFinish: may('done'),
    mayMiss: may('could-not-reach'),
  };
};
