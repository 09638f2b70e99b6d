import type { Instant } from '../kernel/clock.ts';
import { faultName } from '../kernel/log.ts';
import type { Versioned } from '../kernel/version.ts';
import { afterAttempts } from './after-attempts.ts';
import { callsOf, type Sending, sendingsOf } from './calls.ts';
import type { ChannelResult } from './channel.ts';
import { callNot, checkAgain } from './check-again.ts';
import { CHECK_HOLDS } from './claim.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Attempt, type Delivery, type DeliveryKey, keyOf } from './delivery.ts';
import { readOnce } from './read-once.ts';
import { record } from './record.ts';
import type { Claimed } from './take-claim.ts';

export type Told = { readonly told: number; readonly failed: readonly DeliveryKey[] };

/**
 * What is known of one claim while its calls are made: the row as we last wrote it, what came of the calls so far, and
 * whether a step met a fault. What is recorded came to an end all the same.
 */
type Telling = { stored: Versioned<Delivery>; readonly attempts: Attempt[]; hasFault: boolean; isRecorded: boolean };
type Tellings = ReadonlyMap<Claimed, Telling>;
type Going = { readonly sending: Sending; readonly telling: Telling };

const logged = (needs: DeliverNeeds, { stored }: Telling, fault: unknown): undefined =>
  void needs.log('deliver.fault', { council: stored.value.council, fault: faultName(fault) });

/** Does one step for one Delivery. A fault is logged and noted, and does not stop its neighbours. */
const step =
  (needs: DeliverNeeds) =>
  async <T>(telling: Telling, work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (fault) {
      telling.hasFault = true;
      return logged(needs, telling, fault);
    }
  };

type Ready = { readonly telling: Telling; readonly sendings: readonly Sending[]; readonly askedAt: Instant };

/** Checks some Deliveries right before their call, all at once. */
const checkOnce =
  (needs: DeliverNeeds) =>
  async (asked: readonly Omit<Ready, 'askedAt'>[]): Promise<readonly Ready[]> => {
    const reading = { ...needs, readSource: readOnce(needs.readSource) };
    const ready = await Promise.all(
      asked.map(async ({ telling, sendings }): Promise<readonly Ready[]> => {
        const echos = sendings.map(({ message }) => message.echo);
        const hasCalled = telling.attempts.length > 0;
        const found = await step(needs)(telling, () => checkAgain(reading)(telling.stored, echos, hasCalled));
        if (found === undefined) return [];
        telling.stored = found.stored;
        const left = sendings.filter(({ message }) => found.echos.includes(message.echo));
        return [{ telling, sendings: left, askedAt: found.askedAt }];
      }),
    );
    return ready.flat();
  };

/** So often a check that took too long is made again before the call goes without this Delivery. */
const CHECKS = 3;

/**
 * The sendings of a call that may be made, each Delivery checked right before it. A check that is too old when the others are done is made
 * again; `late` are those for which even that took too long.
 */
const checked =
  (needs: DeliverNeeds, tellings: Tellings) =>
  async (
    call: readonly Sending[],
  ): Promise<{ readonly going: readonly Going[]; readonly late: readonly Telling[] }> => {
    let asked: readonly Omit<Ready, 'askedAt'>[] = [...Map.groupBy(call, ({ claimed }) => claimed)].flatMap(
      ([claimed, sendings]) => {
        const telling = tellings.get(claimed);
        return telling === undefined ? [] : [{ telling, sendings }];
      },
    );
    let fresh: readonly Ready[] = [];
    for (let checks = 0; checks < CHECKS && asked.length > 0; checks += 1) {
      const ready = [...fresh, ...(await checkOnce(needs)(asked))];
      const since = needs.clock() - CHECK_HOLDS;
      fresh = ready.filter(({ askedAt }) => askedAt >= since);
      asked = ready.filter(({ askedAt }) => askedAt < since);
    }
    const going = fresh.flatMap(({ telling, sendings }) => sendings.map((sending) => ({ sending, telling })));
    return { going, late: asked.map(({ telling }) => telling) };
  };

const attemptOf = (needs: DeliverNeeds, { channel }: Sending, result: ChannelResult): Attempt => {
  const at = needs.clock();
  if (result.kind === 'sent') return { at, channel, came: 'sent' };
  needs.log(result.kind === 'unknown' ? 'channel.unknown' : 'channel.refused', { channel, reason: result.reason });
  return { at, channel, came: result.kind, reason: result.reason };
};

const send = async (needs: DeliverNeeds, going: readonly Going[]): Promise<readonly ChannelResult[] | undefined> => {
  const [first] = going;
  if (first === undefined) return undefined;
  try {
    return await needs.channels[first.sending.channel].send(going.map(({ sending }) => sending.message));
  } catch (fault) {
    return logged(needs, first.telling, fault);
  }
};

/** Makes one call. A Channel that throws may have spoken all the same: that is an outcome nobody knows (promise G4). */
const makeCall =
  (needs: DeliverNeeds, tellings: Tellings) =>
  async (call: readonly Sending[]): Promise<void> => {
    const { going, late } = await checked(needs, tellings)(call);
    const results = await send(needs, going);
    for (const [n, { sending, telling }] of going.entries()) {
      const result = results?.[n] ?? { kind: 'unknown', reason: 'no-result' };
      telling.attempts.push(attemptOf(needs, sending, result));
    }
    for (const telling of late)
      if (telling.attempts.length === 0) await step(needs)(telling, () => callNot(needs)(telling.stored));
  };

const recordTelling =
  (needs: DeliverNeeds) =>
  async (telling: Telling): Promise<void> => {
    const { stored, attempts } = telling;
    if (attempts.length === 0) return;
    const now = needs.clock();
    const claim = stored.value.claim?.token ?? '';
    const change = (delivery: Delivery) => afterAttempts(delivery, claim, attempts, now);
    const recorded = await step(needs)(telling, () => record(needs.deliveries)(keyOf(stored.value), change, stored));
    telling.isRecorded = recorded !== undefined;
  };

/**
 * Tells claimed Deliveries: words each, calls the Channels in groups, and records what came of it. Returns how many were
 * told, and those that met a fault and of which nothing is recorded: their look failed, and their claims still hold.
 */
export const sendClaimed =
  (needs: DeliverNeeds) =>
  async (claims: readonly Claimed[]): Promise<Told> => {
    const tellings = new Map<Claimed, Telling>(
      claims.map((claimed) => [claimed, { stored: claimed.stored, attempts: [], hasFault: false, isRecorded: false }]),
    );
    const sendings: Sending[] = [];
    for (const [claimed, telling] of tellings)
      sendings.push(...((await step(needs)(telling, () => sendingsOf(needs, claimed))) ?? []));
    for (const call of callsOf(needs, sendings)) await makeCall(needs, tellings)(call);
    const all = [...tellings.values()];
    await Promise.all(all.map(recordTelling(needs)));
    return {
      told: all.filter(({ attempts }) => attempts.some(({ came }) => came === 'sent')).length,
      failed: all
        .filter(({ hasFault, isRecorded }) => hasFault && !isRecorded)
        .map(({ stored }) => keyOf(stored.value)),
    };
  };
