import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { addTo, emptyTally, isBroken, type Tally } from './report/tally.ts';

export type Simulation = {
  readonly from: number;
  readonly seeds: number;
  readonly jobs: number;
  readonly mutate?: string;
  /** A mutation is caught by its first broken promise; without one all runs are counted. */
  readonly stopsAtFirst?: boolean;
  readonly onProgress?: (runs: number) => void;
};

const AT_ONCE = 25;

type Said = { readonly tally?: Tally; readonly fault?: string };

const asked = (thread: Worker, from: number, to: number): Promise<Tally> =>
  new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', ({ tally, fault }: Said) => {
      thread.off('error', reject);
      if (tally === undefined) reject(new Error(fault));
      else resolve(tally);
    });
    thread.postMessage({ from, to });
  });

/** Runs many seeds in threads beside each other. What each seed comes to depends on nothing but the seed. */
export const simulate = async (asks: Simulation): Promise<Tally> => {
  const { from, seeds, jobs, mutate, stopsAtFirst = false, onProgress } = asks;
  const sum = emptyTally();
  const end = from + seeds - 1;
  let next = from;
  const goOn = async (): Promise<void> => {
    const thread = new Worker(join(import.meta.dirname, 'thread.ts'), {
      workerData: { stopsAtFirst, ...(mutate === undefined ? {} : { mutate }) },
    });
    try {
      while (next <= end && !(stopsAtFirst && isBroken(sum))) {
        const first = next;
        next = Math.min(end, first + AT_ONCE - 1) + 1;
        addTo(sum, await asked(thread, first, next - 1));
        onProgress?.(sum.runs);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(jobs, Math.ceil(seeds / AT_ONCE))) }, goOn));
  return sum;
};
