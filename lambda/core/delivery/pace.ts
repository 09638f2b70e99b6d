import { type Clock, type Instant, SECOND } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Lane } from '../timetable/due.ts';
import { type Admitted, admits, afterCall, type Breaker, CLOSED_BREAKER, probing } from './breaker.ts';
import { type ChannelName, type ChannelResult, isTooManyCalls } from './channel.ts';
import { firstRate, learnt, type Rate, readyIn, spent, waitedFor } from './rate.ts';

/** A call that wants its turn: `size` is how many Messages it has. */
export type Asks = {
  readonly channel: ChannelName;
  readonly council: string;
  readonly lane: Lane;
  readonly size: number;
};

export type Turn =
  | { readonly kind: 'go'; readonly at: Instant; readonly isProbe: boolean }
  /** Look again after so many milliseconds. */
  | { readonly kind: 'not-now'; readonly wait: number };

/**
 * The turns of all calls of one process. `turn` waits at most `patience` milliseconds; every `go` is followed by `came` with what came of that
 * call, without results when none was made. Urgent calls go first, then those of the council that was served least lately (promise G10).
 */
export type Pace = {
  readonly turn: (asks: Asks, patience: number) => Promise<Turn>;
  readonly came: (asks: Asks, turn: Extract<Turn, { kind: 'go' }>, results: readonly ChannelResult[]) => void;
};

export type PaceNeeds = {
  /** Real time: rates live in it, whatever the clock of the heart says. */
  readonly realNow: Clock;
  readonly wait: (ms: number) => Promise<void>;
  readonly log: Log;
};

/**
 * So many Messages are under way at each Channel at once, from their turn until what came of them: those of sixteen full announcements, and as many
 * chimes, each a request of its own, as the processor of one process keeps up with. Whoever would be one too many waits for the next that ends.
 */
const UNDER_WAY = { 'smart-properties': 1_600, 'proactive-events': 80 } as const satisfies Record<ChannelName, number>;

type Waiting = { readonly asks: Asks; readonly until: Instant; readonly resolve: (turn: Turn) => void };

/** The next of those who wait: urgent before routine, then whose council was served least lately, then who came first. */
export const nextInTurn = <T extends { readonly asks: Pick<Asks, 'lane' | 'council'> }>(
  waiting: readonly T[],
  lastServed: ReadonlyMap<string, number>,
): T | undefined => {
  const urgent = waiting.filter(({ asks }) => asks.lane === 'urgent');
  const served = ({ asks }: T): number => lastServed.get(asks.council) ?? -1;
  return (urgent.length > 0 ? urgent : waiting).reduce<T | undefined>(
    (best, one) => (best === undefined || served(one) < served(best) ? one : best),
    undefined,
  );
};

/** An answer of any kind says that the Channel is there; what it says about one Echo is another matter. */
const cameOf = (results: readonly ChannelResult[]): 'answered' | 'failed' | 'not-called' => {
  if (results.length === 0) return 'not-called';
  const isAnswer = (result: ChannelResult): boolean =>
    result.kind === 'sent' || result.kind === 'unreachable' || isTooManyCalls(result);
  return results.some(isAnswer) ? 'answered' : 'failed';
};

const retryAfterOf = (result: ChannelResult): number => (result.kind === 'refused' ? (result.retryAfter ?? 0) : 0);

/** The turns at one Channel. */
const paceOfOne = ({ realNow, wait, log }: PaceNeeds, channel: ChannelName): Pace => {
  let rate: Rate = firstRate(realNow());
  let breaker: Breaker = CLOSED_BREAKER;
  let waiting: readonly Waiting[] = [];
  let wakesAt = Infinity;
  let turns = 0;
  let underWay = 0;
  const lastServed = new Map<string, number>();

  const leave = (one: Waiting, turn: Turn): void => {
    waiting = waiting.filter((other) => other !== one);
    one.resolve(turn);
  };

  const go = (one: Waiting, admitted: Exclude<Admitted, { kind: 'not-now' }>, now: Instant): void => {
    rate = spent(rate, one.asks.size, now);
    underWay += one.asks.size;
    if (admitted.kind === 'probe') breaker = probing(breaker);
    turns += 1;
    lastServed.set(one.asks.council, turns);
    leave(one, { kind: 'go', at: now, isProbe: admitted.kind === 'probe' });
  };

  const wake = (ms: number, now: Instant): void => {
    if (now + ms >= wakesAt) return;
    wakesAt = now + ms;
    void wait(ms).then(() => {
      wakesAt = Infinity;
      serve();
    });
  };

  /** Lets go whoever may, in turn; those who cannot wait so long are told when to come again. */
  const serve = (): void => {
    for (let one = nextInTurn(waiting, lastServed); one !== undefined; one = nextInTurn(waiting, lastServed)) {
      const now = realNow();
      const admitted = admits(breaker, one.asks.lane, now);
      const ready = readyIn(rate, one.asks.lane, now);
      if (admitted.kind === 'not-now') leave(one, admitted);
      else if (now > one.until || now + ready > one.until) {
        rate = waitedFor(rate);
        leave(one, { kind: 'not-now', wait: Math.max(ready, SECOND) });
      } else if (underWay > 0 && underWay + one.asks.size > UNDER_WAY[channel]) return;
      else if (ready === 0) go(one, admitted, now);
      else {
        rate = waitedFor(rate);
        wake(ready, now);
        return;
      }
    }
  };

  return {
    turn: (asks, patience) =>
      new Promise((resolve) => {
        waiting = [...waiting, { asks, until: realNow() + patience, resolve }];
        serve();
      }),
    came: (asks, turn, results) => {
      const now = realNow();
      underWay -= asks.size;
      const wasOpen = breaker.opened;
      breaker = afterCall(breaker, cameOf(results), turn.isProbe, now);
      if (breaker.opened > wasOpen) log('channel.rests', { channel, ms: breaker.openUntil - now });
      const refused = results.filter(isTooManyCalls).length;
      const retryAfter = Math.max(0, ...results.map(retryAfterOf));
      rate = learnt(rate, { taken: results.length - refused, refused, retryAfter }, turn.at, now);
      serve();
    },
  };
};

/** Paces the calls of one process at each Channel (design, section 12: one process at a time; reserved concurrency caps the rest). */
export const paceOf = (needs: PaceNeeds): Pace => {
  const paces: Readonly<Record<ChannelName, Pace>> = {
    'smart-properties': paceOfOne(needs, 'smart-properties'),
    'proactive-events': paceOfOne(needs, 'proactive-events'),
  };
  return {
    turn: (asks, patience) => paces[asks.channel].turn(asks, patience),
    came: (asks, turn, results) => paces[asks.channel].came(asks, turn, results),
  };
};
