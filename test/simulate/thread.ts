import { parentPort, workerData } from 'node:worker_threads';
import { MUTATIONS, SMALL_CHUNKS } from './mutations.ts';
import { replaceSource } from './replace-source.ts';

/** One thread: is given a first and a last seed, and says what those runs came to. */
const { mutate, stopsAtFirst }: { readonly mutate?: string; readonly stopsAtFirst: boolean } = workerData;
const mutation = MUTATIONS.find(({ name }) => name === mutate);
replaceSource([SMALL_CHUNKS, ...(mutation?.replacements ?? [])]);
const { runSeeds } = await import('./run-seeds.ts');

parentPort?.on('message', ({ from, to }: { from: number; to: number }) => {
  const options = { stopsAtFirst, ...(mutation?.dropsBellsFirst === true ? { dropsBellsFirst: true } : {}) };
  runSeeds(from, to, options).then(
    (tally) => parentPort?.postMessage({ tally }),
    (fault: unknown) => parentPort?.postMessage({ fault: fault instanceof Error ? fault.stack : String(fault) }),
  );
});
