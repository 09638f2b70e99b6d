import type { Clock, Instant } from '../../../../lambda/core/kernel/clock.ts';
import type { Sentence } from './sentence.ts';

/** One line of "What just happened". `times`: how often the same thing was told one after the other. */
export type Happened = Sentence & { readonly id: number; readonly at: Instant; readonly times: number };

/** What just happened, in order: bounded, in memory, gone when the process ends. */
export type Happenings = {
  readonly tell: (sentence: Sentence) => void;
  /** What is kept, oldest first. */
  readonly kept: () => readonly Happened[];
  /** Calls back for each later line, and again for one that is told once more. Returns how to stop. */
  readonly follow: (listener: (happened: Happened) => void) => () => void;
};

const KEPT = 400;

const placeOf = ({ where }: Sentence): string => (where.kind === 'home' ? where.homeId : where.kind);

const isSame = (a: Sentence, b: Sentence): boolean => a.words === b.words && a.by === b.by && placeOf(a) === placeOf(b);

/** Keeps the last 400 lines. The same line told again at once is one line that says how often. */
export const happenings = (clock: Clock): Happenings => {
  let lines: readonly Happened[] = [];
  let last = 0;
  const followers = new Set<(happened: Happened) => void>();

  const next = (told: Sentence): Happened => {
    const latest = lines.at(-1);
    if (latest !== undefined && isSame(latest, told)) {
      const again = { ...latest, at: clock(), times: latest.times + 1 };
      lines = [...lines.slice(0, -1), again];
      return again;
    }
    last += 1;
    const line = { ...told, id: last, at: clock(), times: 1 };
    lines = [...lines, line].slice(-KEPT);
    return line;
  };

  return {
    tell: (told) => {
      const line = next(told);
      for (const follower of followers) follower(line);
    },
    kept: () => lines,
    follow: (listener) => {
      followers.add(listener);
      return () => followers.delete(listener);
    },
  };
};
