import type { Versioned } from '../kernel/version.ts';
import type { Resident } from '../people/resident.ts';
import { CLAIM_HOLDS } from './claim.ts';
import { climbed } from './climb.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Delivery, keyOf } from './delivery.ts';
import { record } from './record.ts';

/**
 * Climbs the next rung: claims the row first, so that of two workers only one tells the person, and writes down what came
 * of it. A worker that dies in between is followed by the next one when the claim ends.
 */
export const climbRung =
  (needs: DeliverNeeds) =>
  async (
    stored: Versioned<Delivery>,
    resident: Resident,
  ): Promise<{ readonly kind: 'rung-climbed' | 'claimed-elsewhere' | 'nothing-to-do' }> => {
    const { ladder, climbed: step } = stored.value;
    const rung = ladder[step];
    if (rung === undefined) return { kind: 'nothing-to-do' };
    const until = needs.clock() + CLAIM_HOLDS;
    const value: Delivery = {
      ...stored.value,
      claim: { token: needs.newId(), until, calling: false },
      lookAt: until,
    };
    const saved = await needs.deliveries.save({ value, version: stored.version });
    if (saved.kind !== 'saved') return { kind: 'claimed-elsewhere' };
    const attempt = await needs.tellRung(stored.value, resident, rung);
    const change = (delivery: Delivery) => (delivery.climbed === step ? climbed(delivery, attempt) : undefined);
    await record(needs.deliveries)(keyOf(value), change, { value, version: saved.version });
    return { kind: 'rung-climbed' };
  };
