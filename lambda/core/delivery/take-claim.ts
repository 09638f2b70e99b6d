import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Resident } from '../people/resident.ts';
import type { Content } from './announcement.ts';
import { CLAIM_HOLDS } from './claim.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { risen } from './record.ts';

/** A Delivery whose claim is ours, with whom it is for and the Echos to tell it on. */
export type Claimed = {
  readonly kind: 'claimed';
  readonly stored: Versioned<Delivery>;
  readonly resident: Resident;
  readonly echos: readonly Echo[];
};

/** Claims a Delivery for a minute, with the words its source wants now; or says that somebody else wrote it first. */
export const takeClaim =
  (needs: DeliverNeeds) =>
  async (
    stored: Versioned<Delivery>,
    content: Content,
    resident: Resident,
    echos: readonly Echo[],
  ): Promise<Claimed | { readonly kind: 'claimed-elsewhere' }> => {
    const until = needs.clock() + CLAIM_HOLDS;
    const { reason: _whyHeld, ...delivery } = stored.value;
    const value: Delivery = {
      ...delivery,
      content,
      state: risen(delivery, 'claimed'),
      claim: { token: needs.newId(), until, calling: false },
      lookAt: until,
    };
    const saved = await needs.deliveries.save({ value, version: stored.version });
    if (saved.kind !== 'saved') return { kind: 'claimed-elsewhere' };
    return { kind: 'claimed', stored: { value, version: saved.version }, resident, echos };
  };
