import type { Delivery } from '../../core/delivery/delivery.ts';
import { type Proof, proofOf, testDelivery } from '../../core/set-up/proof.ts';
import type { SetUpVisit } from '../../core/set-up/set-up-visit.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { SeenVisit } from './with-visit.ts';

/** What the table knows about the proving of a visit: the Delivery of its test Reminder, and what is proved. */
export type Found = { readonly visit: SetUpVisit; readonly delivery: Delivery | undefined; readonly proof: Proof };

/** Reads the evidence of a visit. */
export const foundIn = async (needs: ConsoleNeeds, { home, today }: SeenVisit, visit: SetUpVisit): Promise<Found> => {
  const [page, signs] = await Promise.all([
    visit.test === undefined ? undefined : needs.readPage(home.council, visit.test.residentId, today),
    needs.homeSigns.ofHome(home.council, home.id),
  ]);
  const delivery = testDelivery(visit, page?.deliveries ?? []);
  return { visit, delivery, proof: proofOf(visit, { delivery, signs, screens: home.screens.length }) };
};
