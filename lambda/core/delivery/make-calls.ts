import { atMostAtOnce } from '../kernel/at-most-at-once.ts';
import type { Instant } from '../kernel/clock.ts';
import { afterAttempts } from './after-attempts.ts';
import { callsOf, roundsOf, type Sending, sendingsOf } from './calls.ts';
import type { ChannelName } from './channel.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Attempt, type Delivery, type DeliveryKey, keyOf } from './delivery.ts';
import { makeCall } from './make-call.ts';
import { putOff } from './put-off.ts';
import { record } from './record.ts';
import type { ToTell } from './take-claim.ts';
import { step, type Telling, type Tellings, tellingOf } from './telling.ts';

export type Told = { readonly claimed: number; readonly told: number; readonly failed: readonly DeliveryKey[] };

/**
 * So many calls of one look are under way at each Channel at once: one that hangs does not keep the others waiting. Few where a call has no key of
 * ours, so that little is unknown when a Channel stops answering.
 */
const CALLS_AT_ONCE = { 'smart-properties': 4, 'proactive-events': 16 } as const satisfies Record<ChannelName, number>;

/**
 * What is written down. Where no Echo that was called is there and another had no turn, that one is still to be told: it is tried again, and not
 * said to be unreachable.
 */
const attemptsOf = ({ attempts, noTurn }: Telling, at: Instant): readonly Attempt[] =>
  noTurn !== undefined && attempts.every(({ came }) => came === 'unreachable')
    ? [...attempts, { at, channel: noTurn.channel, came: 'refused', reason: 'no-turn' }]
    : attempts;

const recordTelling =
  (needs: DeliverNeeds) =>
  async (telling: Telling): Promise<void> => {
    const { stored } = telling;
    if (telling.attempts.length === 0) return;
    const now = needs.clock();
    const attempts = attemptsOf(telling, now);
    const claim = stored.value.claim?.token ?? '';
    const change = (delivery: Delivery) => afterAttempts(delivery, claim, attempts, now);
    const recorded = await step(needs)(telling, () => record(needs.deliveries)(keyOf(stored.value), change, stored));
    telling.isRecorded = recorded !== undefined;
  };

/** Writes each Delivery down as soon as the last of its calls has ended, while others are still under way. `ended` waits for all of them. */
const recordedAsTheyEnd = (needs: DeliverNeeds, tellings: Tellings, calls: readonly (readonly Sending[])[]) => {
  const left = new Map<Telling, number>();
  const tellingsOf = (call: readonly Sending[]): ReadonlySet<Telling> =>
    new Set(call.flatMap(({ toTell }) => tellings.get(toTell) ?? []));
  for (const call of calls) for (const telling of tellingsOf(call)) left.set(telling, (left.get(telling) ?? 0) + 1);
  const recording: Promise<void>[] = [];
  return {
    callEnded: (call: readonly Sending[]): void => {
      for (const telling of tellingsOf(call)) {
        const stillLeft = (left.get(telling) ?? 0) - 1;
        left.set(telling, stillLeft);
        if (stillLeft === 0) recording.push(recordTelling(needs)(telling));
      }
    },
    ended: async (): Promise<void> => void (await Promise.all(recording)),
  };
};

/**
 * Tells Deliveries: words each, calls the Channels in groups, and records what came of it. Returns how many were claimed and told, and those
 * that met a fault and of which nothing is recorded: their look failed, and a claim of theirs still holds.
 */
export const makeCalls =
  (needs: DeliverNeeds) =>
  async (toTell: readonly ToTell[]): Promise<Told> => {
    const tellings = new Map<ToTell, Telling>(toTell.map((one) => [one, tellingOf(one)]));
    const began = needs.clock();
    const sendings: Sending[] = [];
    for (const [one, telling] of tellings)
      sendings.push(...((await step(needs)(telling, () => sendingsOf(needs, one))) ?? []));
    const calls = callsOf(needs, sendings);
    const recorded = recordedAsTheyEnd(needs, tellings, calls);
    const callAndRecord = async (call: readonly Sending[]): Promise<void> => {
      await makeCall(needs, tellings, began)(call);
      recorded.callEnded(call);
    };
    for (const round of roundsOf(calls)) {
      const atChannels = [...Map.groupBy(round, ([first]) => first?.channel)];
      await Promise.all(
        atChannels.map(([channel, some]) => atMostAtOnce(channel ? CALLS_AT_ONCE[channel] : 1, some, callAndRecord)),
      );
    }
    await recorded.ended();
    const all = [...tellings.values()];
    // Only now: a row that is written while another Channel still has its turn could not be claimed for it.
    await putOff(needs)(all);
    return {
      claimed: all.filter(({ stored }) => stored.value.claim !== undefined).length,
      told: all.filter(({ attempts }) => attempts.some(({ came }) => came === 'sent')).length,
      failed: all
        .filter(({ hasFault, isRecorded }) => hasFault && !isRecorded)
        .map(({ stored }) => keyOf(stored.value)),
    };
  };
