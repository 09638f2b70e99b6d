import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { CLAIM_LEFT_FOR_A_CALL } from './claim.ts';
import { closeDelivery } from './close-or-hold.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { planDelivery } from './plan.ts';

const isSamePairing = (one: Echo) => (other: Echo) => one.hash === other.hash && one.linkVersion === other.linkVersion;

/** A Delivery that may be called now: to which Echos, and when this was asked. */
export type Checked = {
  readonly stored: Versioned<Delivery>;
  readonly echos: readonly Echo[];
  readonly askedAt: Instant;
};

const withCalling = (delivery: Delivery, calling: boolean): Delivery =>
  delivery.claim === undefined ? delivery : { ...delivery, claim: { ...delivery.claim, calling } };

/** No call was made after all: a claim that ends now does not mean "unknown". */
export const callNot =
  (needs: DeliverNeeds) =>
  async ({ value, version }: Versioned<Delivery>): Promise<void> => {
    if (value.claim?.calling === true) await needs.deliveries.save({ value: withCalling(value, false), version });
  };

/**
 * The last check before a call (promises G5, G6): no switch holds it back, the source still wants it, the plan still says tell, to one of these
 * Echos as they were paired, and the claim is still ours, which a conditional write proves. From that write on, a claim
 * that ends unrecorded means "unknown". `hasCalled`: a call was made in this claim. Undefined: no call may be made.
 */
export const checkAgain =
  (needs: DeliverNeeds) =>
  async (
    { value: delivery, version }: Versioned<Delivery>,
    to: readonly Echo[],
    hasCalled: boolean,
  ): Promise<Checked | undefined> => {
    const askedAt = needs.clock();
    const [maySend, source, reached] = await Promise.all([
      needs.maySend(delivery.handling),
      needs.readSource(delivery),
      needs.reach(delivery.council, delivery.residentId),
    ]);
    if (source.kind === 'gone') {
      // After a first call it is no longer cancelled: what that call came to is recorded instead.
      if (!hasCalled)
        await closeDelivery(needs)({ value: delivery, version }, source.state, source.reason ?? 'source-changed');
      return undefined;
    }
    const now = needs.clock();
    const isOurs = delivery.claim !== undefined && delivery.claim.until - now > CLAIM_LEFT_FOR_A_CALL;
    const plan = planDelivery(delivery, reached?.resident, reached?.echos ?? [], now);
    const echos = plan.kind === 'tell' ? to.filter((echo) => plan.echos.some(isSamePairing(echo))) : [];
    if (!maySend || !isOurs || echos.length === 0) {
      if (!hasCalled) await callNot(needs)({ value: delivery, version });
      return undefined;
    }
    const calling = withCalling(delivery, true);
    const saved = await needs.deliveries.save({ value: calling, version });
    return saved.kind === 'saved' ? { stored: { value: calling, version: saved.version }, echos, askedAt } : undefined;
  };
