import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Gone } from './announcement.ts';
import { CLAIM_LEFT_FOR_A_CALL, READING_HOLDS } from './claim.ts';
import { closeDelivery } from './close-or-hold.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Delivery } from './delivery.ts';
import { planDelivery } from './plan.ts';
import { takeClaim } from './take-claim.ts';

const isSamePairing = (one: Echo) => (other: Echo) => one.hash === other.hash && one.linkVersion === other.linkVersion;

/** A Delivery that may be called now: to which Echos, and when this was asked. */
export type Checked = {
  readonly stored: Versioned<Delivery>;
  readonly echos: readonly Echo[];
  readonly askedAt: Instant;
};

/** What is to be called: the Delivery as we last knew it, the Echos, and whether a call was made in this claim. */
export type ToCheck = {
  readonly stored: Versioned<Delivery>;
  readonly to: readonly Echo[];
  readonly hasCalled: boolean;
  /** Since when everything was read that the plan rests on; absent when it has to be read again. */
  readonly readAt?: Instant;
};

/** No call was made after all: a claim that ends now does not mean "unknown". */
export const callNot =
  (needs: DeliverNeeds) =>
  async ({ value, version }: Versioned<Delivery>): Promise<void> => {
    const { claim } = value;
    if (claim?.calling === true)
      await needs.deliveries.save({ value: { ...value, claim: { ...claim, calling: false } }, version });
  };

type Asked =
  | { readonly kind: 'stands'; readonly echos: readonly Echo[]; readonly askedAt: Instant }
  | { readonly kind: 'gone'; readonly source: Gone };

/** Asks everything afresh, by strong reads: the switches, the source, the Resident, the Home and its Echos. */
const ask = async (needs: DeliverNeeds, delivery: Delivery, to: readonly Echo[]): Promise<Asked> => {
  const askedAt = needs.clock();
  const [maySend, source, reached] = await Promise.all([
    needs.maySend(delivery.handling),
    needs.readSource(delivery),
    needs.reach(delivery.council, delivery.residentId),
  ]);
  if (source.kind === 'gone') return { kind: 'gone', source };
  const plan = planDelivery(delivery, reached?.resident, reached?.echos ?? [], needs.clock());
  const echos = maySend && plan.kind === 'tell' ? to.filter((echo) => plan.echos.some(isSamePairing(echo))) : [];
  return { kind: 'stands', echos, askedAt };
};

/** A claim that is ours has to hold long enough for a call; one that is not taken yet will. */
const isHeldLongEnough = ({ claim }: Delivery, now: Instant): boolean =>
  claim === undefined || claim.until - now > CLAIM_LEFT_FOR_A_CALL;

/**
 * The last check before a call (promises G3, G5, G6): no switch holds it back, the source still wants it, the plan still says tell, to one of these Echos as they were
 * paired, and the claim is ours, which one conditional write takes or proves. A reading that is fresh enough is not made twice. Undefined: no
 * call may be made.
 */
export const checkAgain =
  (needs: DeliverNeeds) =>
  async ({ stored, to, hasCalled, readAt }: ToCheck): Promise<Checked | undefined> => {
    const isFresh = readAt !== undefined && readAt >= needs.clock() - READING_HOLDS;
    const asked: Asked = isFresh ? { kind: 'stands', echos: to, askedAt: readAt } : await ask(needs, stored.value, to);
    if (asked.kind === 'gone') {
      const { state, reason = 'source-changed' } = asked.source;
      // After a first call it is no longer cancelled: what that call came to is recorded instead.
      if (!hasCalled) await closeDelivery(needs)(stored, state, reason);
      return undefined;
    }
    const { echos, askedAt } = asked;
    if (!isHeldLongEnough(stored.value, needs.clock()) || echos.length === 0) {
      if (!hasCalled) await callNot(needs)(stored);
      return undefined;
    }
    const claimed = await takeClaim(needs)(stored);
    return claimed === undefined ? undefined : { stored: claimed, echos, askedAt };
  };
