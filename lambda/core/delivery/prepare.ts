import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import { LONGEST_BELL, laneOf } from './bell.ts';
import { CLAIM_HOLDS, isClaimed } from './claim.ts';
import { isRungDue } from './climb.ts';
import { climbRung } from './climb-rung.ts';
import { closeDelivery, holdDelivery } from './close-or-hold.ts';
import type { DeliverNeeds, Reach } from './deliver-needs.ts';
import { type Delivery, type DeliveryKey, isToBeTold, keyOf, lookAfterTelling, settledUntil } from './delivery.ts';
import { planDelivery } from './plan.ts';
import { record } from './record.ts';
import { settleLeftCall } from './settle-left-call.ts';

export type Claimed = {
  readonly kind: 'claimed';
  readonly stored: Versioned<Delivery>;
  readonly resident: Resident;
  readonly echos: readonly Echo[];
};

export type Prepared =
  | Claimed
  | { readonly kind: 'held' | 'early' | 'closed' | 'rung-climbed' | 'claimed-elsewhere' | 'nothing-to-do' };

type Reached = Awaited<ReturnType<Reach>>;

const claimDelivery =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, resident: Resident, echos: readonly Echo[]): Promise<Prepared> => {
    const until = needs.clock() + CLAIM_HOLDS;
    const value: Delivery = {
      ...stored.value,
      state: 'claimed',
      claim: { token: needs.newId(), until, calling: false },
      lookAt: until,
    };
    const saved = await needs.deliveries.save({ value, version: stored.version });
    if (saved.kind !== 'saved') return { kind: 'claimed-elsewhere' };
    return { kind: 'claimed', stored: { value, version: saved.version }, resident, echos };
  };

const ringAgain =
  (needs: DeliverNeeds) =>
  async (delivery: Delivery, wait: number): Promise<Prepared> => {
    await needs.bell.ring([keyOf(delivery)], laneOf(delivery.handling), Math.min(wait, LONGEST_BELL));
    return { kind: 'early' };
  };

/** A refused one waits for its next try, however many bells are rung until then: there is never a hot loop. */
const waitsForNextTry = ({ state, claim, lookAt }: Delivery, now: Instant): boolean =>
  state === 'claimed' && claim === undefined && lookAt !== undefined && lookAt > now;

/** A Delivery that is still to be told. Before its time nothing is decided: its source may change again until then. */
const prepareToTell =
  (needs: DeliverNeeds) =>
  async (read: Versioned<Delivery>, reached: Reached, now: Instant): Promise<Prepared> => {
    if (waitsForNextTry(read.value, now)) return { kind: 'early' };
    const plan = planDelivery(read.value, reached?.resident, reached?.echos ?? [], now);
    if (plan.kind === 'early') return ringAgain(needs)(read.value, plan.until - now);
    const stored = await settleLeftCall(needs)(read, reached?.echos ?? [], now);
    if (stored === undefined) return { kind: 'held' };
    const source = await needs.readSource(stored.value);
    if (source.kind === 'gone') {
      await closeDelivery(needs)(stored, source.state, 'source-changed');
      return { kind: 'closed' };
    }
    if (plan.kind === 'close' || reached === undefined) {
      const { state, reason } = plan.kind === 'close' ? plan : { state: 'removed' as const, reason: 'no-resident' };
      await closeDelivery(needs)(stored, state, reason);
      return { kind: 'closed' };
    }
    const saying = { version: stored.version, value: { ...stored.value, content: source.content } };
    if (plan.kind === 'tell') return claimDelivery(needs)(saying, reached.resident, plan.echos);
    if (isRungDue(stored.value, now)) return climbRung(needs)(stored, reached.resident);
    await holdDelivery(needs)(stored, plan.until);
    return { kind: 'held' };
  };

/** A row that was looked at and has nothing to do now leaves the due index until its next rung, or for good. */
const letRest =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, now: Instant): Promise<Prepared> => {
    const change = (delivery: Delivery): Delivery | undefined => {
      if (delivery.lookAt === undefined || delivery.lookAt > now || isClaimed(delivery, now)) return undefined;
      const next = lookAfterTelling(delivery);
      return settledUntil(delivery, next !== undefined && next > now ? next : undefined);
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
    return { kind: 'nothing-to-do' };
  };

/**
 * Looks at one Delivery: reads it strongly, asks its source afresh, plans, and claims it for a minute if it is to be told
 * now; one that was told climbs the rung that is due. Nobody is told about a Resident who is away, gone, or did not agree.
 */
export const prepare =
  (needs: DeliverNeeds) =>
  async (key: DeliveryKey): Promise<Prepared> => {
    const stored = await needs.deliveries.ofKey(key);
    if (stored === undefined) return { kind: 'nothing-to-do' };
    const now = needs.clock();
    if (isClaimed(stored.value, now)) return { kind: 'claimed-elsewhere' };
    const reached = await needs.reach(key.council, key.residentId);
    if (isToBeTold(stored.value.state)) return prepareToTell(needs)(stored, reached, now);
    const mayClimb = reached !== undefined && standingOf(reached.resident) === 'may-be-told';
    return mayClimb && isRungDue(stored.value, now)
      ? climbRung(needs)(stored, reached.resident)
      : letRest(needs)(stored, now);
  };
