import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inTemporaryFolder } from '../../support/temporary-folder.ts';
import type { Bars } from '../bars.ts';
import { line } from '../figures.ts';
import { measuredAlexa } from './measured-alexa.ts';
import type { SenderRun } from './sender.ts';

const MEGABYTE = 1024 * 1024;
/** One process has so many chimes under way at most, however many bells it answers at once (`pace.ts`). */
const CHIMES_UNDER_WAY = 80;
const MOST_MEMORY = 200 * MEGABYTE;
/** Ten times the people may cost so much more memory, and leave at least so much of the rate: what is not flat is far beyond that. */
const FLAT = { memory: 1.2, rate: 0.85 } as const;

/**
 * The heap that Node gives itself on a machine of 1,024 MB, as the function `deliver` has: half of it for what is old, a 128th for each half of what
 * is new. On a larger machine it would collect less and grow for no need of the sender's.
 */
const HEAP_OF_THE_FUNCTION = ['--max-old-space-size=512', '--max-semi-space-size=8'];

const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** The sender in one file, as it is deployed: reading TypeScript at every start takes memory of its own. */
const bundled = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'sender-process.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./sender-process.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    outfile,
    logLevel: 'error',
  });
  return outfile;
};

const runOf = async (file: string, people: number, bells: number, inFlight: number, url: string) => {
  const child = fork(file, [people, bells, inFlight, url].map(String), { execArgv: HEAP_OF_THE_FUNCTION });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the sender ended without a result');
  });
  const [run] = (await Promise.race([once(child, 'message'), ended])) as [SenderRun];
  return run;
};

/** The sender alone for each of these numbers of people: tables in memory, and an Alexa without a limit that answers raw sockets as well. */
export const senderAlone = (sizes: readonly number[], bells: number, bars: Bars) =>
  inTemporaryFolder(async (folder) => {
    const file = await bundled(folder);
    const inFlight = CHIMES_UNDER_WAY;
    const runs: (SenderRun & { readonly people: number; readonly inFlight: number })[] = [];
    for (const people of sizes) {
      const alexa = await measuredAlexa(0);
      try {
        const run = await runOf(file, people, bells, inFlight, alexa.url);
        const { mostUnderWay } = await alexa.counts();
        runs.push({ people, inFlight, ...run });
        line(`sender alone, ${people} people: told a second`, run.perSecond.toFixed(0));
        line(`  raw sockets, ${inFlight} in flight, requests a second`, run.rawPerSecond.toFixed(0));
        line('  most in flight', String(mostUnderWay));
        const share = run.perSecond / run.rawPerSecond;
        bars.atLeast('  of raw sockets', share, 0.5);
        bars.atMost('  memory of its process, MB', run.mostRss / MEGABYTE, MOST_MEMORY / MEGABYTE);
        line('  milliseconds of the processor for each', run.processor.toFixed(2));
        line('  told in the first look', `${((100 * run.sent) / people).toFixed(2)} %`);
      } finally {
        await alexa.stop();
      }
    }
    const [few] = runs;
    const many = runs.at(-1);
    if (few === undefined || many === undefined || few === many) return runs;
    bars.atMost(`memory at ${many.people} people, of that at ${few.people}`, many.mostRss / few.mostRss, FLAT.memory);
    const rate = many.perSecond / many.rawPerSecond / (few.perSecond / few.rawPerSecond);
    bars.atLeast(`share of raw at ${many.people} people, of that at ${few.people}`, rate, FLAT.rate);
    return runs;
  });
