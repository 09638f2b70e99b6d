import type { Table } from '../../../lambda/adapters/table/table.ts';
import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import type { Ladder } from '../../../lambda/core/delivery/ladder.ts';
import { type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { dateOf, instantOf, type LocalDateTime, localDateTime, timeOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { aCouncil, aHome, anEcho, aResident } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';
import type { Run } from '../edges/run.ts';
import type { Chance } from '../time/seeded.ts';

/** Who lives where, as ids. */
export type County = {
  readonly residents: readonly string[];
  readonly homes: ReadonlyMap<string, string>;
  readonly echos: readonly Echo[];
  /** Those that were there at first; `first` is when each is due for the first time. */
  readonly reminders: readonly { readonly residentId: string; readonly id: string; readonly first: Instant }[];
};

export const HARBOUR = 'harbour';
export const COUNCIL = aCouncil({ urgentShards: 1, routineShards: 2 });

/** When runs begin: mostly by day, some at the edges of the night, a few in the nights in which the clocks change. */
const BEGINNINGS: readonly LocalDateTime[] = [
  ...Array.from({ length: 12 }, () => '2026-11-24T10:00'),
  '2026-11-24T21:42',
  '2026-11-24T21:50',
  '2026-11-25T06:34',
  '2026-11-25T23:40',
  '2027-03-28T00:48',
  '2027-10-31T00:50',
];
export const beginningOf = (chance: Chance): LocalDateTime => chance.oneOf(BEGINNINGS);

const numbered = (n: number): string => String(n).padStart(2, '0');

/** In so many minutes, on the dial; a whole minute, as people choose times. */
export const inMinutes = (now: Instant, minutes: number): LocalDateTime => localDateTime(now + minutes * MINUTE);

export const recurrenceFrom = (chance: Chance, at: LocalDateTime): Recurrence =>
  chance.happens(0.7) ? { kind: 'once', at } : { kind: 'daily', time: timeOf(at), from: dateOf(at) };

export const ladderOf = (chance: Chance): Ladder => {
  if (chance.happens(0.6)) return [];
  const first = { afterMinutes: chance.between(5, 12), tell: { kind: 'carer', carerId: 'priya' } } as const;
  const desk = { afterMinutes: chance.between(13, 25), tell: { kind: 'desk' } } as const;
  return chance.oneOf([[first], [desk], [first, desk]]);
};

const echosIn = (chance: Chance, home: string, residents: readonly string[]): readonly Echo[] => {
  const count = chance.oneOf([0, 1, 1, 1, 1, 2, 2, 3]);
  return Array.from({ length: count }, (_, n) => {
    const kind = chance.happens(0.65) ? 'managed' : 'consumer';
    return anEcho({
      hash: `${home}-echo-${n + 1}`,
      homeId: home,
      residents,
      kind,
      speakingLevel: chance.oneOf(['open', 'open', 'ask-first', 'closed']),
      sealedIds: kind === 'consumer' ? `account-of-${home}` : `endpoint-${home}-${n + 1}`,
    });
  });
};

const residentOf = (chance: Chance, id: string, homeId: string): Resident => {
  const plain = aResident({ id, homeId, fullName: `Resident ${id}`, isPractice: chance.happens(0.15) });
  const { quietHours: _none, ...settings } = plain.settings;
  const presence = chance.happens(0.06)
    ? ({ kind: 'away', reason: 'hospital', since: '2026-11-20' } as const)
    : plain.presence;
  return { ...plain, presence, ...(chance.happens(0.25) ? { settings } : {}) };
};

/** Writes a small county: three to twelve Residents in Homes of one or two, with their Echos and Reminders. */
export const foundCounty = async (run: Run, table: Table): Promise<County> => {
  const { chance, time } = run;
  const stores = careStores(table, time.now, run.log);
  await stores.councils.save(COUNCIL);
  const size = chance.between(3, 12);
  const homes = new Map<string, string>();
  const echos: Echo[] = [];
  const residents: string[] = [];
  const reminders: { residentId: string; id: string; first: Instant }[] = [];
  for (let house = 1; residents.length < size; house += 1) {
    const home = `h${numbered(house)}`;
    const here = Array.from(
      { length: chance.happens(0.2) ? 2 : 1 },
      (_, n) => `r${numbered(residents.length + n + 1)}`,
    );
    const inHome = echosIn(chance, home, here);
    const hashes = inHome.map(({ hash }) => hash);
    await stores.homes.save({ value: aHome({ id: home, residents: here, echos: hashes }), version: 0 });
    for (const echo of inHome) await stores.echos.save({ value: echo, version: 0 });
    for (const id of here) {
      await stores.residents.save({ value: residentOf(chance, id, home), version: 0 });
      await refreshMember(stores)(HARBOUR, id);
      homes.set(id, home);
    }
    residents.push(...here);
    echos.push(...inHome);
  }
  for (let n = 1; n <= chance.between(1, 3); n += 1) {
    const residentId = chance.oneOf(residents);
    const first = inMinutes(time.now(), chance.between(2, 14) + n);
    const id = `rem-${n}`;
    const recurrence = recurrenceFrom(chance, first);
    const value = aReminder(first, { residentId, id, recurrence, ladder: ladderOf(chance) });
    await stores.reminders.save({ value, version: 0 });
    reminders.push({ residentId, id, first: instantOf(first) });
  }
  return { residents, homes, echos, reminders };
};
