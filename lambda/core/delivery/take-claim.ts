import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Resident } from '../people/resident.ts';
import type { Content } from './announcement.ts';
import { CLAIM_HOLDS } from './claim.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { risen } from './record.ts';

/**
 * A Delivery that is to be told now, as it will be claimed, with whom it is for and the Echos to tell it on. Nothing of it is written yet.
 * `askedAt`: since when everything was read on which this rests.
 */
export type ToTell = {
  readonly kind: 'to-tell';
  readonly stored: Versioned<Delivery>;
  readonly resident: Resident;
  readonly echos: readonly Echo[];
  readonly askedAt: Instant;
};

/** What is to be told, with the words its source wants now. A claim that ended is gone, so that one that is there is ours. */
export const toTell = (
  { value, version }: Versioned<Delivery>,
  content: Content,
  { resident, echos }: Pick<ToTell, 'resident' | 'echos'>,
  askedAt: Instant,
): ToTell => {
  const { reason: _whyHeld, claim: _ended, ...delivery } = value;
  return { kind: 'to-tell', stored: { value: { ...delivery, content }, version }, resident, echos, askedAt };
};

/**
 * Claims a Delivery for a minute, in one conditional write that also says that a call begins: from it on, a claim that ends unrecorded means
 * "unknown". One that is ours already is proved to be so still. Undefined: somebody else wrote it first.
 */
export const takeClaim =
  (needs: DeliverNeeds) =>
  async ({ value: delivery, version }: Versioned<Delivery>): Promise<Versioned<Delivery> | undefined> => {
    const { token, until } = delivery.claim ?? { token: needs.newId(), until: needs.clock() + CLAIM_HOLDS };
    const value: Delivery = {
      ...delivery,
      state: risen(delivery, 'claimed'),
      claim: { token, until, calling: true },
      lookAt: until,
    };
    const saved = await needs.deliveries.save({ value, version });
    return saved.kind === 'saved' ? { value, version: saved.version } : undefined;
  };
