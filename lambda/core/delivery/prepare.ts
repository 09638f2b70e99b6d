import { type Instant, MINUTE, SECOND } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import type { Resident } from '../people/resident.ts';
import { LONGEST_BELL, laneOf } from './bell.ts';
import { channelOf } from './channel.ts';
import { climbed, isRungDue } from './climb.ts';
import { closeDelivery, holdDelivery } from './close-or-hold.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Delivery, type DeliveryKey, isClosed, keyOf, lookAfterTelling } from './delivery.ts';
import { planDelivery } from './plan.ts';
import { record } from './record.ts';
import { afterUnknown } from './unknown-outcome.ts';

/** A claim holds this long; a worker that died is followed by the next one then. */
export const CLAIM_HOLDS = 60 * SECOND;

export type Claimed = {
  readonly kind: 'claimed';
  readonly stored: Versioned<Delivery>;
  readonly resident: Resident;
  readonly echos: readonly Echo[];
};

export type Prepared =
  | Claimed
  | { readonly kind: 'held' | 'early' | 'closed' | 'rung-climbed' | 'claimed-elsewhere' | 'nothing-to-do' };

const isToBeTold = (delivery: Delivery): boolean =>
  delivery.state === 'waiting' || delivery.state === 'held' || delivery.state === 'claimed';

const mayStillMove = (delivery: Delivery): boolean =>
  delivery.state !== 'acknowledged' &&
  (!isClosed(delivery.state) || delivery.state === 'missed' || delivery.state === 'unreachable');

const climbRung =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, resident: Resident): Promise<Prepared> => {
    const { ladder, climbed: step } = stored.value;
    const rung = ladder[step];
    if (rung === undefined) return { kind: 'nothing-to-do' };
    const attempt = await needs.tellRung(stored.value, resident, rung);
    const change = (delivery: Delivery) => (delivery.climbed === step ? climbed(delivery, attempt) : undefined);
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
    return { kind: 'rung-climbed' };
  };

/** A claim ended while its holder was calling: the call may have been made, so it is an attempt nobody knows the end of. */
const settleLeftCall =
  (needs: DeliverNeeds) =>
  async (
    stored: Versioned<Delivery>,
    echos: readonly Echo[],
    now: Instant,
  ): Promise<Versioned<Delivery> | undefined> => {
    const [echo] = echos;
    const channel = echo === undefined ? 'desk' : channelOf(echo);
    const { claim: _claim, ...left } = stored.value;
    const noted: Delivery = {
      ...left,
      attempts: [...left.attempts, { at: now, channel, came: 'unknown', reason: 'claim-ended' }],
    };
    if (afterUnknown(noted, now) === 'send-again') return { value: noted, version: stored.version };
    const uncertain: Delivery = { ...noted, state: 'uncertain' };
    const { lookAt: _lookAt, ...waitsForNothing } = uncertain;
    const lookAt = lookAfterTelling(uncertain);
    const change = lookAt === undefined ? waitsForNothing : { ...uncertain, lookAt };
    await record(needs.deliveries)(
      keyOf(noted),
      (now) => (now.claim?.token === stored.value.claim?.token ? change : undefined),
      stored,
    );
    return undefined;
  };

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

/**
 * Looks at one Delivery: reads it strongly, climbs a rung that is due, asks its source afresh, plans, and claims it for a
 * minute if it is to be told now.
 */
export const prepare =
  (needs: DeliverNeeds) =>
  async (key: DeliveryKey): Promise<Prepared> => {
    const stored = await needs.deliveries.ofKey(key);
    if (stored === undefined || !mayStillMove(stored.value)) return { kind: 'nothing-to-do' };
    const delivery = stored.value;
    const now = needs.clock();
    if (delivery.claim !== undefined && delivery.claim.until > now) return { kind: 'claimed-elsewhere' };

    const reached = await needs.reach(key.council, key.residentId);
    if (isToBeTold(delivery)) {
      const source = await needs.readSource(delivery);
      if (source.kind === 'gone') {
        await closeDelivery(needs)(stored, source.state, 'source-changed');
        return { kind: 'closed' };
      }
      const plan = planDelivery(delivery, reached?.resident, reached?.echos ?? [], now);
      switch (plan.kind) {
        case 'close':
          await closeDelivery(needs)(stored, plan.state, plan.reason);
          return { kind: 'closed' };
        case 'early':
          await needs.bell.ring(
            [key],
            laneOf(delivery.handling),
            Math.min(plan.until - now, LONGEST_BELL, 15 * MINUTE),
          );
          return { kind: 'early' };
        case 'hold':
          if (isRungDue(delivery, now) && reached !== undefined) return climbRung(needs)(stored, reached.resident);
          await holdDelivery(needs)(stored, plan.until);
          return { kind: 'held' };
        case 'tell': {
          if (reached === undefined) return { kind: 'nothing-to-do' };
          const ready =
            delivery.claim?.calling === true ? await settleLeftCall(needs)(stored, plan.echos, now) : stored;
          if (ready === undefined) return { kind: 'held' };
          const saying = { version: ready.version, value: { ...ready.value, content: source.content } };
          return claimDelivery(needs)(saying, reached.resident, plan.echos);
        }
      }
    }
    if (isRungDue(delivery, now) && reached !== undefined) return climbRung(needs)(stored, reached.resident);
    return { kind: 'nothing-to-do' };
  };
