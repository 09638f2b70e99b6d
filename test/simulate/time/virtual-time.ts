import type { Instant } from '../../../lambda/core/kernel/clock.ts';

/** The only clock of a run. Nothing happens but what was put on it, one thing after the other. */
export type VirtualTime = {
  readonly now: () => Instant;
  /** Something that happens then. Of two at the same time the one that was asked for first comes first. */
  readonly at: (when: Instant, happens: () => void) => void;
  readonly in: (ms: number, happens: () => void) => void;
  readonly next: () => Instant | undefined;
  /** Lets time pass up to an instant. Returns false when there was no end of happenings. */
  readonly runTo: (end: Instant) => Promise<boolean>;
  readonly happened: () => number;
};

type Happening = { readonly at: Instant; readonly order: number; readonly happens: () => void };

const isBefore = (a: Happening, b: Happening): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap, the earliest on top. */
const agenda = () => {
  const heap: Happening[] = [];
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a] as Happening, heap[b] as Happening];
    heap[a] = other;
    heap[b] = one;
  };
  const isLess = (a: number, b: number): boolean => isBefore(heap[a] as Happening, heap[b] as Happening);
  return {
    first: (): Happening | undefined => heap[0],
    put: (one: Happening): void => {
      heap.push(one);
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!isLess(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    take: (): Happening | undefined => {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) if (child < heap.length && isLess(child, least)) least = child;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
};

/** Node asks this only when every promise that could go on has gone on. */
const everythingWentOn = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** More than any run needs; a run that comes to this never rests. */
const MOST_HAPPENINGS = 300_000;

/**
 * Virtual time. After each happening everything that waited on it goes on until it waits again, so the order of all steps
 * follows from the order of happenings alone.
 */
export const virtualTime = (start: Instant): VirtualTime => {
  let now = start;
  let order = 0;
  let happened = 0;
  const waiting = agenda();
  const at = (when: Instant, happens: () => void): void => {
    order += 1;
    waiting.put({ at: Math.max(when, now), order, happens });
  };
  return {
    now: () => now,
    at,
    in: (ms, happens) => at(now + ms, happens),
    next: () => waiting.first()?.at,
    happened: () => happened,
    runTo: async (end) => {
      for (let next = waiting.first(); next !== undefined && next.at <= end; next = waiting.first()) {
        waiting.take();
        now = next.at;
        happened += 1;
        if (happened > MOST_HAPPENINGS) return false;
        next.happens();
        await everythingWentOn();
      }
      now = Math.max(now, end);
      return true;
    },
  };
};
