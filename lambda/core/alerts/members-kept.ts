import { faultName, type Log } from '../kernel/log.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Homes, Residents } from '../people/people.ts';
import type { Members } from './audience.ts';
import { refreshMember } from './refresh-member.ts';

type Stores = {
  readonly residents: Residents;
  readonly homes: Homes;
  readonly echos: Echos;
  readonly members: Members;
};

/**
 * Residents, Homes and Echos whose every write also refreshes what Audiences are asked of. The fact was written first and stands; a copy that
 * cannot be written is logged, and written by the next change of any of the three.
 */
export const membersKept = (stores: Stores, log: Log): Pick<Stores, 'residents' | 'homes' | 'echos'> => {
  const refresh = async (council: string, residents: readonly string[]): Promise<void> => {
    try {
      for (const residentId of residents) await refreshMember(stores)(council, residentId);
    } catch (fault) {
      log('alert.member-not-refreshed', { council, fault: faultName(fault) });
    }
  };
  const kept =
    <T extends { readonly value: { readonly council: string } }, R extends { readonly kind: string }>(
      save: (one: T) => Promise<R>,
      residentsOf: (value: T['value']) => readonly string[],
    ) =>
    async (one: T): Promise<R> => {
      const saved = await save(one);
      if (saved.kind === 'saved') await refresh(one.value.council, residentsOf(one.value));
      return saved;
    };
  return {
    residents: { ...stores.residents, save: kept(stores.residents.save, ({ id }) => [id]) },
    homes: { ...stores.homes, save: kept(stores.homes.save, ({ residents }) => residents) },
    echos: { ...stores.echos, save: kept(stores.echos.save, ({ residents }) => residents) },
  };
};
