import type { Clock, Instant } from '../../../lambda/core/kernel/clock.ts';
import { faultName } from '../../../lambda/core/kernel/log.ts';

export const JOURNEY_NAMES = ['reminder', 'visit', 'alert'] as const;
export type JourneyName = (typeof JOURNEY_NAMES)[number];

/** One step as it is told in the page. `at` is an instant of the demo clock. */
export type JourneyStep = { readonly at: Instant; readonly words: string };

/** `left`: somebody pressed "Stop here". `halted`: the system did not let it go on, and the last step says why. */
export type JourneyState = {
  readonly name: JourneyName;
  readonly homeId: string;
  readonly state: 'playing' | 'over' | 'left' | 'halted';
  readonly steps: readonly JourneyStep[];
};

/** Thrown by a journey that cannot go on, with what a person can understand. */
export const cannotGoOn = (why: string): Error => Object.assign(new Error(why), { name: 'CannotGoOn' });

/** What a journey is given: tell the next step (which ends the journey if it was left), and the Home it plays in. */
export type Stage = { readonly homeId: string; readonly tell: (words: string) => void };

export type Play = (stage: Stage) => Promise<void>;

export type Journeys = {
  /** One at a time, because all share one clock: pressing twice starts nothing twice. */
  readonly start: (name: JourneyName, homeId: string) => 'started' | 'already-playing';
  /** Ends the one that plays, before its next step. */
  readonly leave: () => void;
  readonly now: () => JourneyState | undefined;
  readonly follow: (listener: () => void) => () => void;
  /** Resolves when none plays. */
  readonly settled: () => Promise<void>;
};

const LEFT = 'JourneyLeft';

/** Plays journeys, remembers the steps of the last one, and tells its followers of each step. */
export const playJourneys = (
  plays: Readonly<Record<JourneyName, Play>>,
  needs: { readonly clock: Clock; readonly onFault: (fault: unknown) => void },
): Journeys => {
  let current: JourneyState | undefined;
  let isLeft = false;
  let playing: Promise<void> = Promise.resolve();
  const followers = new Set<() => void>();

  const become = (state: JourneyState): void => {
    current = state;
    for (const follower of followers) follower();
  };
  const told = (words: string, state: JourneyState['state'] = 'playing'): void => {
    if (current === undefined) return;
    become({ ...current, state, steps: [...current.steps, { at: needs.clock(), words }] });
  };
  const tell = (words: string): void => {
    if (isLeft) throw Object.assign(new Error('left'), { name: LEFT });
    told(words);
  };

  const endOf = (fault: unknown): readonly [words: string, state: JourneyState['state']] => {
    const name = faultName(fault);
    if (name === LEFT) return ['You left this story here. What was done so far stays done.', 'left'];
    if (fault instanceof Error && name === 'CannotGoOn') return [fault.message, 'halted'];
    needs.onFault(fault);
    return ['Something went wrong, and the story cannot go on. The terminal says what kind of thing.', 'halted'];
  };

  return {
    start: (name, homeId) => {
      if (current?.state === 'playing') return 'already-playing';
      isLeft = false;
      become({ name, homeId, state: 'playing', steps: [] });
      playing = plays[name]({ homeId, tell })
        .then(() => {
          if (current !== undefined) become({ ...current, state: 'over' });
        })
        .catch((fault: unknown) => told(...endOf(fault)));
      return 'started';
    },
    leave: () => {
      isLeft = true;
    },
    now: () => current,
    follow: (listener) => {
      followers.add(listener);
      return () => followers.delete(listener);
    },
    settled: () => playing,
  };
};
