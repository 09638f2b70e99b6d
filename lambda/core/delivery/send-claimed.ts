import { type Instant, MINUTE } from '../kernel/clock.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Echo } from '../pairing/echo.ts';
import { standingOf } from '../people/resident.ts';
import { type ChannelName, type ChannelResult, channelOf, type Message } from './channel.ts';
import { closeDelivery } from './close-or-hold.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { type Attempt, type Delivery, keyOf, lookAfterTelling } from './delivery.ts';
import type { Claimed } from './prepare.ts';
import { record, risen } from './record.ts';
import { afterUnknown } from './unknown-outcome.ts';

/** One Message of one claimed Delivery, on its way to one Echo. */
type Sending = { readonly claimed: Claimed; readonly channel: ChannelName; readonly message: Message };

/** A claim with less than this left is too old to start a call: a frozen worker must not speak late. */
const CLAIM_LEFT_FOR_A_CALL = 10_000;

const reference = (delivery: Delivery, echo: Echo): string =>
  `${delivery.id}.${echo.linkVersion}.${echo.hash}`.replace(/[^A-Za-z0-9]/g, '').slice(0, 100);

/** Managed Echos speak to the room, so the words follow what may be said aloud there; a chime carries none. */
const messageFor = (needs: DeliverNeeds, claimed: Claimed, echo: Echo): Message => {
  const delivery = claimed.stored.value;
  const words = needs.wording(delivery, claimed.resident, echo.speakingLevel !== 'closed');
  return {
    council: delivery.council,
    echo,
    speech: words.speech,
    title: words.title,
    reference: reference(delivery, echo),
    urgent: delivery.handling === 'urgent',
    expiresAt: delivery.expiresAt,
  };
};

const sendingsOf = (needs: DeliverNeeds, claimed: Claimed): readonly Sending[] =>
  claimed.echos.map((echo) => ({ claimed, channel: channelOf(echo), message: messageFor(needs, claimed, echo) }));

/** Sendings that say the same through the same Channel go in one call, up to the Channel's size. */
const calls = (needs: DeliverNeeds, sendings: readonly Sending[]): readonly (readonly Sending[])[] => {
  const groups = new Map<string, Sending[]>();
  for (const sending of sendings) {
    const group = `${sending.channel} ${sending.message.council} ${sending.message.speech}`;
    groups.set(group, [...(groups.get(group) ?? []), sending]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const size = first === undefined ? 1 : needs.channels[first.channel].atOnce;
    return Array.from({ length: Math.ceil(group.length / size) }, (_, n) => group.slice(n * size, (n + 1) * size));
  });
};

/**
 * The last check before a call (promises G5, G6): the source still wants it, the Resident may still be told, and the claim
 * is still ours, which a conditional write proves. From that write on, a claim that ends unrecorded means "unknown".
 */
const checkAgain =
  (needs: DeliverNeeds) =>
  async (claimed: Claimed): Promise<Claimed | undefined> => {
    const { value: delivery, version } = claimed.stored;
    const [source, reached] = await Promise.all([
      needs.readSource(delivery),
      needs.reach(delivery.council, delivery.residentId),
    ]);
    if (source.kind === 'gone') {
      await closeDelivery(needs)(claimed.stored, source.state, 'source-changed');
      return undefined;
    }
    const now = needs.clock();
    const isOurs = delivery.claim !== undefined && delivery.claim.until - now > CLAIM_LEFT_FOR_A_CALL;
    const mayBeTold =
      reached !== undefined && standingOf(reached.resident) === 'may-be-told' && now < delivery.expiresAt;
    if (!isOurs || !mayBeTold || delivery.claim === undefined) return undefined;
    const calling: Delivery = { ...delivery, claim: { ...delivery.claim, calling: true } };
    const saved = await needs.deliveries.save({ value: calling, version });
    return saved.kind === 'saved' ? { ...claimed, stored: { value: calling, version: saved.version } } : undefined;
  };

const attemptOf = (channel: ChannelName, result: ChannelResult, at: Instant): Attempt =>
  result.kind === 'sent' ? { at, channel, came: 'sent' } : { at, channel, came: result.kind, reason: result.reason };

/** What the Delivery becomes after its calls: sent if any Echo took it, uncertain if nobody knows, else tried again or unreachable. */
const afterAttempts = (delivery: Delivery, attempts: readonly Attempt[], now: Instant): Delivery => {
  const { claim: _claim, lookAt: _lookAt, ...rest } = { ...delivery, attempts: [...delivery.attempts, ...attempts] };
  const looking = (after: Delivery, lookAt: Instant | undefined): Delivery =>
    lookAt === undefined ? after : { ...after, lookAt };
  if (delivery.state === 'acknowledged') return rest;
  const came = new Set(attempts.map((attempt) => attempt.came));
  if (came.has('sent')) {
    const sent: Delivery = { ...rest, state: risen(delivery, 'sent') };
    return looking(sent, lookAfterTelling(sent));
  }
  if (came.has('unknown')) {
    if (afterUnknown(rest, now) === 'send-again') return looking(rest, now + MINUTE);
    const uncertain: Delivery = { ...rest, state: risen(delivery, 'uncertain') };
    return looking(uncertain, lookAfterTelling(uncertain));
  }
  if (came.has('refused')) return looking(rest, now + MINUTE * Math.max(1, rest.attempts.length));
  const unreachable: Delivery = { ...rest, state: 'unreachable', reason: attempts[0]?.reason ?? 'no-answer' };
  return looking(unreachable, lookAfterTelling(unreachable));
};

const recordAttempts =
  (needs: DeliverNeeds) =>
  async (stored: Versioned<Delivery>, attempts: readonly Attempt[]): Promise<void> => {
    const now = needs.clock();
    await record(needs.deliveries)(keyOf(stored.value), (delivery) => afterAttempts(delivery, attempts, now), stored);
  };

/** Tells claimed Deliveries: words each, calls the Channels in groups, and records what came of it. Returns how many were told. */
export const sendClaimed =
  (needs: DeliverNeeds) =>
  async (claims: readonly Claimed[]): Promise<number> => {
    const attempts = new Map<string, { stored: Versioned<Delivery>; made: Attempt[] }>();
    const checked = new Map<string, Promise<Claimed | undefined>>();
    const check = (claimed: Claimed): Promise<Claimed | undefined> => {
      const token = claimed.stored.value.claim?.token ?? '';
      const once = checked.get(token) ?? checkAgain(needs)(claimed);
      checked.set(token, once);
      return once;
    };
    for (const call of calls(
      needs,
      claims.flatMap((claimed) => sendingsOf(needs, claimed)),
    )) {
      const ready = await Promise.all(
        call.map(async (sending) => ({ sending, checked: await check(sending.claimed) })),
      );
      const going = ready.flatMap(({ sending, checked }) =>
        checked === undefined ? [] : [{ sending, stored: checked.stored }],
      );
      const [first] = going;
      if (first === undefined) continue;
      const results = await needs.channels[first.sending.channel].send(going.map(({ sending }) => sending.message));
      going.forEach(({ sending, stored }, n) => {
        const result = results[n] ?? { kind: 'unknown', reason: 'no-result' };
        if (result.kind !== 'sent')
          needs.log(result.kind === 'unknown' ? 'channel.unknown' : 'channel.refused', {
            channel: sending.channel,
            reason: result.reason,
          });
        const token = stored.value.claim?.token ?? '';
        const sofar = attempts.get(token) ?? { stored, made: [] };
        attempts.set(token, { stored, made: [...sofar.made, attemptOf(sending.channel, result, needs.clock())] });
      });
    }
    await Promise.all([...attempts.values()].map(({ stored, made }) => recordAttempts(needs)(stored, made)));
    return [...attempts.values()].filter(({ made }) => made.some((attempt) => attempt.came === 'sent')).length;
  };
