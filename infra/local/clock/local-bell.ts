import type { Bell, BellKey } from '../../../lambda/core/delivery/bell.ts';
import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import type { Lane } from '../../../lambda/core/timetable/due.ts';

type Rung = { readonly at: Instant; readonly lane: Lane; readonly keys: readonly BellKey[] };

/** The queue of one machine: bells that wait for their time on the demo clock, and the worker that answers them. */
export type LocalBell = Bell & {
  /** Holds further bells back, and waits until the one that is being answered is done: then no claim is held. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
  /** Answers everything that is due now, and what that rings for now, until nothing is left. Only while paused. */
  readonly drain: () => Promise<void>;
  /** When the next bell is due. */
  readonly next: () => Instant | undefined;
};

/** A timer waits no longer than this; setTimeout takes at most 2^31 ms. */
const LONGEST_WAIT = 60_000;

const inOrder = (a: Rung, b: Rung): number => (a.lane === b.lane ? a.at - b.at : a.lane === 'urgent' ? -1 : 1);

/**
 * Bells in memory. A bell that is lost with the process is found again by the due index, as on AWS. `answer` never rejects
 * for what a Delivery came to; if it does reject, `onFault` is told and the next bell goes on.
 */
export const localBell = (needs: {
  readonly clock: Clock;
  readonly answer: (keys: readonly BellKey[]) => Promise<unknown>;
  readonly onFault: (fault: unknown) => void;
}): LocalBell => {
  let waiting: readonly Rung[] = [];
  let isPaused = false;
  let answering: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const takeDue = (): Rung | undefined => {
    const [first] = waiting.filter((rung) => rung.at <= needs.clock()).sort(inOrder);
    if (first !== undefined) waiting = waiting.filter((rung) => rung !== first);
    return first;
  };

  const answerDue = async (goOn: () => boolean): Promise<void> => {
    for (let rung = takeDue(); rung !== undefined; rung = goOn() ? takeDue() : undefined) {
      await needs.answer(rung.keys).catch(needs.onFault);
    }
  };

  const next = (): Instant | undefined =>
    waiting.reduce<Instant | undefined>((least, { at }) => (least === undefined || at < least ? at : least), undefined);

  const schedule = (): void => {
    clearTimeout(timer);
    const at = next();
    if (isPaused || at === undefined) return;
    timer = setTimeout(
      () => {
        answering = answering.then(() => (isPaused ? undefined : answerDue(() => !isPaused))).then(schedule);
      },
      Math.min(Math.max(at - needs.clock(), 0), LONGEST_WAIT),
    );
  };

  return {
    ring: async (keys, lane, delay) => {
      waiting = [...waiting, { at: needs.clock() + delay, lane, keys }];
      schedule();
    },
    pause: async () => {
      isPaused = true;
      clearTimeout(timer);
      await answering;
    },
    resume: () => {
      isPaused = false;
      schedule();
    },
    drain: () => answerDue(() => true),
    next,
  };
};
