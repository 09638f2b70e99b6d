import { type Instant, SECOND } from '../kernel/clock.ts';
import { laneOf } from './bell.ts';
import type { Sending } from './calls.ts';
import { type ChannelResult, isTooManyCalls } from './channel.ts';
import { callNot } from './check-again.ts';
import { checkedSendings, type Going } from './checked-sendings.ts';
import { CHECK_HOLDS } from './claim.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import type { Attempt } from './delivery.ts';
import type { Asks } from './pace.ts';
import { logFault, step, type Tellings } from './telling.ts';

/** No call begins later than this after its look began; what is left is given back (design, section 8: what the rate allows within 20 s). */
export const CALLS_BEGIN_WITHIN = 20 * SECOND;
/** What a Channel refuses only because it is asked too often has so many turns in one look, and then another look. */
const TURNS_IN_A_LOOK = 5;

const asksOf = (first: Sending, call: readonly Sending[]): Asks => {
  const isUrgent = call.some(({ toTell }) => laneOf(toTell.stored.value.handling) === 'urgent');
  const { channel, message } = first;
  return { channel, council: message.council, lane: isUrgent ? 'urgent' : 'routine', size: call.length };
};

const send = async (needs: DeliverNeeds, going: readonly Going[]): Promise<readonly ChannelResult[] | undefined> => {
  const [first] = going;
  if (first === undefined) return [];
  try {
    return await needs.channels[first.sending.channel].send(going.map(({ sending }) => sending.message));
  } catch (fault) {
    return logFault(needs, first.telling, fault);
  }
};

type Came = Going & { readonly result: ChannelResult; readonly at: Instant };

const logCame = (needs: DeliverNeeds, { sending: { channel }, result }: Came): void => {
  if (result.kind === 'sent') return;
  needs.log(result.kind === 'unknown' ? 'channel.unknown' : 'channel.refused', { channel, reason: result.reason });
};

/**
 * Those that may go now. What was refused as too many is claimed already, and goes by the check before it while that holds: it costs no read and no
 * write. Everybody else is checked and claimed.
 */
const goingNow = async (
  needs: DeliverNeeds,
  tellings: Tellings,
  call: readonly Sending[],
  refused: readonly Going[],
): ReturnType<ReturnType<typeof checkedSendings>> => {
  const since = needs.clock() - CHECK_HOLDS;
  const isChecked = refused.length > 0 && refused.every(({ askedAt }) => askedAt >= since);
  return isChecked ? { going: refused, late: [] } : checkedSendings(needs, tellings)(call);
};

/** Checks each Delivery of a call right before it, and calls those that may be. */
const callOnce =
  (needs: DeliverNeeds, tellings: Tellings) =>
  async (call: readonly Sending[], refused: readonly Going[]): Promise<readonly Came[]> => {
    const { going, late } = await goingNow(needs, tellings, call, refused);
    const results = await send(needs, going);
    const at = needs.clock();
    // A Channel that throws may have spoken all the same: that is an outcome nobody knows (promise G4).
    const noResult: ChannelResult = { kind: 'unknown', reason: 'no-result' };
    const came = going.map((one, n): Came => ({ ...one, result: results?.[n] ?? noResult, at }));
    for (const one of came) logCame(needs, one);
    for (const telling of late)
      if (telling.attempts.length === 0) await step(needs)(telling, () => callNot(needs)(telling.stored));
    return came;
  };

const attemptOf = ({ at, sending: { channel }, result }: Came): Attempt =>
  result.kind === 'sent' ? { at, channel, came: 'sent' } : { at, channel, came: result.kind, reason: result.reason };

/**
 * Makes one call when its turn has come, and again for those whom the Channel refused only because it was asked too often. What came of it last is
 * written down with each Delivery; a call whose turn does not come in this look is noted. `began`: when this look began.
 */
export const makeCall =
  (needs: DeliverNeeds, tellings: Tellings, began: Instant) =>
  async (call: readonly Sending[]): Promise<void> => {
    const last = new Map<Sending, Came>();
    let left = call;
    let refused: readonly Going[] = [];
    for (let turns = 0; turns < TURNS_IN_A_LOOK; turns += 1) {
      const [first] = left;
      if (first === undefined) break;
      const asks = asksOf(first, left);
      const turn = await needs.pace.turn(asks, began + CALLS_BEGIN_WITHIN - needs.clock());
      if (turn.kind === 'not-now') {
        if (turns > 0) break;
        const noTurn = { channel: first.channel, until: needs.clock() + turn.wait };
        for (const { toTell } of left) {
          const telling = tellings.get(toTell);
          if (telling !== undefined) telling.noTurn ??= noTurn;
        }
        break;
      }
      let came: readonly Came[] = [];
      try {
        came = await callOnce(needs, tellings)(left, refused);
      } finally {
        // Whatever happened: a turn that is never given back would keep a place for ever.
        needs.pace.came(
          asks,
          turn,
          came.map(({ result }) => result),
        );
      }
      for (const one of came) last.set(one.sending, one);
      refused = came.filter(({ result }) => isTooManyCalls(result));
      left = refused.map(({ sending }) => sending);
    }
    for (const came of last.values()) came.telling.attempts.push(attemptOf(came));
  };
