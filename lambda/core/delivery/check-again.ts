import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { CLAIM_LEFT_FOR_A_CALL } from './claim.ts';
import { closeDelivery } from './close-or-hold.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { planDelivery } from './plan.ts';

const isSamePairing = (one: Echo) => (other: Echo) => one.hash === other.hash && one.linkVersion === other.linkVersion;

/**
 * The last check before a call (promises G5, G6): the source still wants it, the plan still says tell, to one of these
 * Echos as they were paired, and the claim is still ours, which a conditional write proves. From that write on, a claim
 * that ends unrecorded means "unknown". Undefined: no call may be made.
 */
export const checkAgain =
  (needs: DeliverNeeds) =>
  async (
    { value: delivery, version }: Versioned<Delivery>,
    to: readonly Echo[],
  ): Promise<{ readonly stored: Versioned<Delivery>; readonly echos: readonly Echo[] } | undefined> => {
    const [source, reached] = await Promise.all([
      needs.readSource(delivery),
      needs.reach(delivery.council, delivery.residentId),
    ]);
    if (source.kind === 'gone') {
      // After a first call it is no longer cancelled: what that call came to is recorded instead.
      if (delivery.claim?.calling === false)
        await closeDelivery(needs)({ value: delivery, version }, source.state, 'source-changed');
      return undefined;
    }
    const now = needs.clock();
    if (delivery.claim === undefined || delivery.claim.until - now <= CLAIM_LEFT_FOR_A_CALL) return undefined;
    const plan = planDelivery(delivery, reached?.resident, reached?.echos ?? [], now);
    const echos = plan.kind === 'tell' ? to.filter((echo) => plan.echos.some(isSamePairing(echo))) : [];
    if (echos.length === 0) return undefined;
    const calling: Delivery = { ...delivery, claim: { ...delivery.claim, calling: true } };
    const saved = await needs.deliveries.save({ value: calling, version });
    return saved.kind === 'saved' ? { stored: { value: calling, version: saved.version }, echos } : undefined;
  };
