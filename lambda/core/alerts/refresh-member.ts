import type { Echos } from '../pairing/pairing.ts';
import type { Homes, Residents } from '../people/people.ts';
import { standingOf } from '../people/resident.ts';
import type { Member, Members } from './audience.ts';

type Needs = { readonly residents: Residents; readonly homes: Homes; readonly echos: Echos; readonly members: Members };

const echosIn = async (
  needs: Needs,
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

/**
 * Writes anew what an Audience is asked of for one Resident, from the Resident, the Home and its Echos. To be called after
 * any of these has changed; safe to repeat.
 */
export const refreshMember =
  (needs: Needs) =>
  async (council: string, residentId: string): Promise<void> => {
    const resident = (await needs.residents.ofId(council, residentId, { strong: true }))?.value;
    if (resident === undefined) return;
    const home = (await needs.homes.ofId(council, resident.homeId))?.value;
    const { settings, groups, isPractice } = resident;
    await needs.members.save({
      council,
      residentId,
      isPractice,
      standing: standingOf(resident),
      ...(home?.area === undefined ? {} : { area: home.area }),
      groups,
      languages: settings.languages,
      echos: await echosIn(needs, council, residentId, home?.echos ?? []),
      screens: home?.screens.length ?? 0,
      ...(settings.quietHours === undefined ? {} : { quietHours: settings.quietHours }),
    });
  };
