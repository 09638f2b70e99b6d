import type { Clock } from '../kernel/clock.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { PairingGate } from '../pairing/pairing.ts';
import type { Homes, Residents } from '../people/people.ts';
import { consentOfHome } from './missing.ts';
import { isOpen } from './set-up-visit.ts';
import type { SetUpVisits } from './set-up-visits.ts';

/** Fills the gate of pairing: a set-up visit to the Home is open, and there is consent. */
export const pairingGate = (needs: {
  readonly homes: Pick<Homes, 'ofId'>;
  readonly residents: Pick<Residents, 'ofId'>;
  readonly setUpVisits: SetUpVisits;
  readonly clock: Clock;
}): PairingGate => ({
  isAnybodyExpecting: (council) => needs.setUpVisits.isAnyOpen(council, needs.clock()),
  ofHome: async (council, homeId) => {
    const now = needs.clock();
    const [visit, home] = await Promise.all([
      needs.setUpVisits.ofHome(council, homeId),
      needs.homes.ofId(council, homeId),
    ]);
    if (home === undefined || !isOpen(visit?.value, now)) return 'no-visit-open';
    const found = await Promise.all(
      home.value.residents.map((id) => needs.residents.ofId(council, id, { strong: true })),
    );
    const residents = found.flatMap((one) => (one === undefined ? [] : [one.value]));
    return consentOfHome(residents, localDate(now)) === 'given' ? 'open' : 'no-consent';
  },
});
