import type { Echos } from '../pairing/pairing.ts';
import type { Homes, Residents } from '../people/people.ts';
import { standingOf } from '../people/resident.ts';
import type { Member, Members } from './audience.ts';

type Needs = { readonly residents: Residents; readonly homes: Homes; readonly echos: Echos; readonly members: Members };

const echosIn = async (
  needs: Pick<Needs, 'echos'>,
  council: string,
  residentId: string,
  hashes: readonly string[],
): Promise<Member['echos']> => {
  const read = await Promise.all(hashes.map((hash) => needs.echos.ofHash(council, hash)));
  const theirs = read.flatMap((echo) =>
    echo?.value.state === 'paired' && echo.value.residents.includes(residentId) ? [echo.value] : [],
  );
  const consumers = theirs.filter(({ kind }) => kind === 'consumer');
  return {
    managed: theirs.length - consumers.length,
    chiming: consumers.filter(({ notifications }) => notifications.on).length,
    silent: consumers.filter(({ notifications }) => !notifications.on).length,
  };
};

/** What an Audience is asked of for one Resident, from the Resident, the Home and its Echos as they stand; undefined when there is no such Resident. */
export const memberOf =
  (needs: Omit<Needs, 'members'>) =>
  async (council: string, residentId: string): Promise<Member | undefined> => {
    const resident = (await needs.residents.ofId(council, residentId, { strong: true }))?.value;
    if (resident === undefined) return undefined;
    const home = (await needs.homes.ofId(council, resident.homeId))?.value;
    const { settings, groups, isPractice } = resident;
    return {
      council,
      residentId,
      homeId: resident.homeId,
      isPractice,
      standing: standingOf(resident),
      ...(home?.area === undefined ? {} : { area: home.area }),
      groups,
      languages: settings.languages,
      echos: await echosIn(needs, council, residentId, home?.echos ?? []),
      screens: home?.screens.length ?? 0,
      ...(settings.quietHours === undefined ? {} : { quietHours: settings.quietHours }),
    };
  };

/** Writes anew what an Audience is asked of for one Resident. To be called after any of what it is made of has changed; safe to repeat. */
export const refreshMember =
  (needs: Needs) =>
  async (council: string, residentId: string): Promise<void> => {
    const member = await memberOf(needs)(council, residentId);
    if (member !== undefined) await needs.members.save(member);
  };
