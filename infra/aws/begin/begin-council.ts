import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import type { careStores } from '../../../lambda/wiring/care-stores.ts';
import type { Beginning } from './beginning.ts';

export type Begun = Readonly<Record<'added' | 'stoodAlready', number>>;

/** Writes whatever does not stand yet and leaves the rest alone, so an interrupted run is simply run again. The officers come last. */
export const beginCouncil =
  (stores: ReturnType<typeof careStores>) =>
  async ({ council, officers, carers, homes, residents }: Beginning): Promise<Begun> => {
    const count = { added: 0, stoodAlready: 0 };
    const ifAbsent = async (found: Promise<unknown>, save: () => Promise<unknown>): Promise<void> => {
      const stands = (await found) !== undefined;
      if (!stands) await save();
      count[stands ? 'stoodAlready' : 'added'] += 1;
    };
    await ifAbsent(stores.councils.ofId(council.id), () => stores.councils.save(council));
    for (const home of homes)
      await ifAbsent(stores.homes.ofId(home.council, home.id), () => stores.homes.save({ value: home, version: 0 }));
    for (const resident of residents) {
      const { council: of, id } = resident;
      await ifAbsent(stores.residents.ofId(of, id), () => stores.residents.save({ value: resident, version: 0 }));
      await refreshMember(stores)(of, id);
    }
    for (const carer of carers)
      await ifAbsent(stores.carers.ofId(carer.council, carer.id), () => stores.carers.save(carer));
    for (const officer of officers)
      await ifAbsent(stores.officers.ofId(officer.council, officer.id), () => stores.officers.save(officer));
    return count;
  };
