import type { Instant } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { standingOf } from '../people/resident.ts';
import { isAgainDue } from './again.ts';
import { LONGEST_BELL, laneOf } from './bell.ts';
import { isClaimed } from './claim.ts';
import { isBeingRetried, isRungDue } from './climb.ts';
import { climbRung } from './climb-rung.ts';
import { closeDelivery, holdDelivery } from './close-or-hold.ts';
import type { DeliverNeeds, Reach } from './deliver-needs.ts';
import { type Delivery, type DeliveryKey, isToBeTold, keyOf, lookAfterTelling, settledUntil } from './delivery.ts';
import { planDelivery } from './plan.ts';
import { record } from './record.ts';
import { RINGS_WITHIN, rungByEcho, waitingForEcho } from './rings-itself.ts';
import { noteLeftCall, settleLeftCall } from './settle-left-call.ts';
import { type ToTell, toTell } from './take-claim.ts';

export type Prepared =
  | ToTell
  | { readonly kind: 'held' | 'early' | 'closed' | 'rung-climbed' | 'claimed-elsewhere' | 'nothing-to-do' };

type Reached = Awaited<ReturnType<Reach>>;

const ringAgain =
  (needs: DeliverNeeds) =>
  async (delivery: Delivery, wait: number): Promise<Prepared> => {
    await needs.bell.ring([keyOf(delivery)], laneOf(delivery.handling), Math.min(wait, LONGEST_BELL));
    return { kind: 'early' };
  };

/** A refused one, or one whose look failed, waits for its next try, however many bells are rung until then: there is never a hot loop. */
const waitsForNextTry = ({ state, claim, lookAt, failedLooks = 0 }: Delivery, now: Instant): boolean =>
  (state === 'claimed' || failedLooks > 0) && claim === undefined && lookAt !== undefined && lookAt > now;

/**
 * Whether the Echo tells it by itself, so that no Channel is called: never a chime beside it. For a minute and a half after its time
 * it is waited for; what rang is written down.
 */
const isLeftToEcho =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, echos: readonly Echo[], now: Instant): Promise<boolean> => {
    const own = (await needs.ringsItself?.(stored.value, echos)) ?? { kind: 'no' };
    const until = stored.value.dueAt + RINGS_WITHIN;
    if (own.kind === 'no' || (own.kind === 'will-ring' && now >= until)) return false;
    const change = (delivery: Delivery): Delivery | undefined => {
      if (!isToBeTold(delivery.state)) return undefined;
      return own.kind === 'rang' ? rungByEcho(delivery, own.by, own.at, now) : waitingForEcho(delivery);
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
    if (own.kind === 'will-ring') await ringAgain(needs)(stored.value, until - now);
    return true;
  };

/** A Delivery that is still to be told. Before its time nothing is decided: its source may change again until then. */
const prepareToTell =
  (needs: DeliverNeeds) =>
  async (read: Versioned<Delivery>, reached: Reached, now: Instant, askedAt: Instant): Promise<Prepared> => {
    if (waitsForNextTry(read.value, now)) return { kind: 'early' };
    const plan = planDelivery(read.value, reached?.resident, reached?.echos ?? [], now);
    if (plan.kind === 'early') return ringAgain(needs)(read.value, plan.until - now);
    const stored = await settleLeftCall(needs)(read, reached?.echos ?? [], now);
    if (stored === undefined) return { kind: 'held' };
    const source = await needs.readSource(stored.value);
    if (source.kind === 'gone') {
      await closeDelivery(needs)(stored, source.state, source.reason ?? 'source-changed');
      return { kind: 'closed' };
    }
    if (plan.kind === 'close' || reached === undefined) {
      const { state, reason } = plan.kind === 'close' ? plan : { state: 'removed' as const, reason: 'no-resident' };
      await closeDelivery(needs)(stored, state, reason);
      return { kind: 'closed' };
    }
    const isFirstTry = plan.kind === 'tell' && !isBeingRetried(stored.value);
    if (!isFirstTry && isRungDue(stored.value, now)) return climbRung(needs)(stored, reached.resident);
    if (plan.kind === 'tell' && (await isLeftToEcho(needs)(stored, reached.echos, now))) return { kind: 'held' };
    if (plan.kind === 'tell')
      return toTell(stored, source.content, { resident: reached.resident, echos: plan.echos }, askedAt);
    await holdDelivery(needs)(stored, plan.until, plan.reason);
    return { kind: 'held' };
  };

/**
 * Tells again what nobody has acknowledged, if its source still stands and its Resident may be told now; whatever was told
 * before stays as it is.
 */
const prepareToTellAgain =
  (needs: DeliverNeeds) =>
  async (
    stored: Versioned<Delivery>,
    reached: NonNullable<Reached>,
    now: Instant,
    askedAt: Instant,
  ): Promise<Prepared> => {
    const plan = planDelivery(stored.value, reached.resident, reached.echos, now);
    const source = await needs.readSource(stored.value);
    const oneMore = (delivery: Delivery): Delivery => ({ ...delivery, again: delivery.again + 1 });
    // A repeat that may not be made now is passed over; the next one still comes.
    if (plan.kind !== 'tell' || source.kind === 'gone') return letRest(needs)(stored, now, oneMore);
    const again = oneMore(stored.value);
    return toTell(
      { ...stored, value: again },
      source.content,
      { resident: reached.resident, echos: plan.echos },
      askedAt,
    );
  };

/** A row that was looked at and has nothing to do now leaves the due index until its next rung or repeat, or for good. */
const letRest =
  (needs: DeliverNeeds) =>
  async (
    stored: Versioned<Delivery>,
    now: Instant,
    turn = (delivery: Delivery): Delivery => delivery,
  ): Promise<Prepared> => {
    const change = (before: Delivery): Delivery | undefined => {
      if (before.lookAt === undefined || before.lookAt > now || isClaimed(before, now)) return undefined;
      const delivery = turn(before);
      const next = lookAfterTelling(delivery);
      return settledUntil(delivery, next !== undefined && next > now ? next : undefined);
    };
    await record(needs.deliveries)(keyOf(stored.value), change, stored);
    return { kind: 'nothing-to-do' };
  };

/**
 * Looks at one Delivery: reads it strongly, asks its source afresh and plans. One that is to be told now is given back; one that was told climbs the
 * rung that is due, or is told again. Nobody is told about a Resident who is away, gone, or did not agree. `askedAt`: when this look began.
 */
export const prepare =
  (needs: DeliverNeeds) =>
  async (key: DeliveryKey, askedAt: Instant): Promise<Prepared> => {
    const stored = await needs.deliveries.ofKey(key);
    if (stored === undefined) return { kind: 'nothing-to-do' };
    const now = needs.clock();
    if (isClaimed(stored.value, now)) return { kind: 'claimed-elsewhere' };
    // Held back by a switch it stays as it is, in the due index, and costs no write.
    if (!(await needs.maySend(stored.value.handling))) return { kind: 'held' };
    const reached = await needs.reach(key.council, key.residentId);
    if (isToBeTold(stored.value.state)) return prepareToTell(needs)(stored, reached, now, askedAt);
    const mayBeTold = reached !== undefined && standingOf(reached.resident) === 'may-be-told';
    if (mayBeTold && isRungDue(stored.value, now)) return climbRung(needs)(stored, reached.resident);
    const told = noteLeftCall(stored, reached?.echos ?? [], now);
    return reached !== undefined && isAgainDue(told.value, now)
      ? prepareToTellAgain(needs)(told, reached, now, askedAt)
      : letRest(needs)(told, now);
  };
