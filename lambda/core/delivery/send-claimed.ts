import { faultName } from '../kernel/log.ts';
import type { Versioned } from '../kernel/version.ts';
import { afterAttempts } from './after-attempts.ts';
import { callsOf, type Sending, sendingsOf } from './calls.ts';
import type { ChannelResult } from './channel.ts';
import { checkAgain } from './check-again.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Attempt, type Delivery, keyOf } from './delivery.ts';
import type { Claimed } from './prepare.ts';
import { record } from './record.ts';

export type Told = { readonly told: number; readonly failed: number };

/** What is known of one claim while its calls are made: the row as we last wrote it, and what came of the calls so far. */
type Telling = { stored: Versioned<Delivery>; readonly attempts: Attempt[]; failed: boolean };
type Tellings = ReadonlyMap<Claimed, Telling>;

/** Does one step for one Delivery. A fault is logged and counted, and does not stop its neighbours. */
const step =
  (needs: DeliverNeeds) =>
  async <T>(telling: Telling, work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (fault) {
      telling.failed = true;
      needs.log('deliver.fault', { council: telling.stored.value.council, fault: faultName(fault) });
      return undefined;
    }
  };

/** The sendings of a call that may be made, each Delivery checked once, right before it. */
const checked =
  (needs: DeliverNeeds, tellings: Tellings) =>
  async (call: readonly Sending[]): Promise<readonly { readonly sending: Sending; readonly telling: Telling }[]> => {
    const byClaim = Map.groupBy(call, ({ claimed }) => claimed);
    const ready = await Promise.all(
      [...byClaim].map(async ([claimed, sendings]) => {
        const telling = tellings.get(claimed);
        if (telling === undefined) return [];
        const echos = sendings.map(({ message }) => message.echo);
        const found = await step(needs)(telling, () => checkAgain(needs)(telling.stored, echos));
        if (found === undefined) return [];
        telling.stored = found.stored;
        return sendings
          .filter(({ message }) => found.echos.includes(message.echo))
          .map((sending) => ({ sending, telling }));
      }),
    );
    return ready.flat();
  };

const attemptOf = (needs: DeliverNeeds, { channel }: Sending, result: ChannelResult): Attempt => {
  const at = needs.clock();
  if (result.kind === 'sent') return { at, channel, came: 'sent' };
  needs.log(result.kind === 'unknown' ? 'channel.unknown' : 'channel.refused', { channel, reason: result.reason });
  return { at, channel, came: result.kind, reason: result.reason };
};

/** Makes one call. A Channel that throws may have spoken all the same: that is an outcome nobody knows (promise G4). */
const makeCall =
  (needs: DeliverNeeds, tellings: Tellings) =>
  async (call: readonly Sending[]): Promise<void> => {
    const going = await checked(needs, tellings)(call);
    const [first] = going;
    if (first === undefined) return;
    const messages = going.map(({ sending }) => sending.message);
    const results = await step(needs)(first.telling, () => needs.channels[first.sending.channel].send(messages));
    for (const [n, { sending, telling }] of going.entries()) {
      const result = results?.[n] ?? { kind: 'unknown', reason: 'no-result' };
      telling.attempts.push(attemptOf(needs, sending, result));
    }
  };

const recordTelling =
  (needs: DeliverNeeds) =>
  async (telling: Telling): Promise<void> => {
    const { stored, attempts } = telling;
    if (attempts.length === 0) return;
    const now = needs.clock();
    const claim = stored.value.claim?.token ?? '';
    const change = (delivery: Delivery) => afterAttempts(delivery, claim, attempts, now);
    await step(needs)(telling, () => record(needs.deliveries)(keyOf(stored.value), change, stored));
  };

/**
 * Tells claimed Deliveries: words each, calls the Channels in groups, and records what came of it. Returns how many were
 * told and how many met a fault; those are looked at again when their claim ends.
 */
export const sendClaimed =
  (needs: DeliverNeeds) =>
  async (claims: readonly Claimed[]): Promise<Told> => {
    const tellings = new Map<Claimed, Telling>(
      claims.map((claimed) => [claimed, { stored: claimed.stored, attempts: [], failed: false }]),
    );
    const sendings: Sending[] = [];
    for (const [claimed, telling] of tellings)
      sendings.push(...((await step(needs)(telling, () => sendingsOf(needs, claimed))) ?? []));
    for (const call of callsOf(needs, sendings)) await makeCall(needs, tellings)(call);
    const all = [...tellings.values()];
    await Promise.all(all.map(recordTelling(needs)));
    return {
      told: all.filter(({ attempts }) => attempts.some(({ came }) => came === 'sent')).length,
      failed: all.filter(({ failed }) => failed).length,
    };
  };
