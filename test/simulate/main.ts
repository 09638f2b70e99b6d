import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { MUTATIONS, SMALL_CHUNKS } from './mutations.ts';
import { replaceSource } from './replace-source.ts';
import { tableOf } from './report/table.ts';
import { isBroken, neverStruck, type Tally } from './report/tally.ts';
import { simulate } from './simulate.ts';

const USAGE = `npm run simulate -- [--seeds 20000] [--from 1] [--jobs 2] [--mutate NAME]
npm run simulate -- --seed N [--mutate NAME]    one run, with its history
npm run simulate -- --list-mutations`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const wholeNumber = (text: string, least: number): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    throw new RangeError(`"${text}" is no whole number from ${least} up`);
  return number;
};

const sayFailures = (tally: Tally): void => {
  for (const { seed, broken } of tally.failures) say(`seed ${seed}: ${broken.rule}: ${broken.says}`);
};

/** One run, told from its beginning to its end. Returns the exit status. */
const replay = async (seed: number, mutate: string | undefined): Promise<number> => {
  const mutation = MUTATIONS.find(({ name }) => name === mutate);
  replaceSource([SMALL_CHUNKS, ...(mutation?.replacements ?? [])]);
  const { runSeed } = await import('./run-seed.ts');
  const drops = mutation?.dropsBellsFirst === true ? { dropsBellsFirst: true } : {};
  const { broken } = await runSeed(seed, { onLine: say, ...drops });
  say('');
  for (const { rule, says } of broken) say(`BROKEN ${rule}: ${says}`);
  if (broken.length === 0) say('every promise held');
  return broken.length === 0 ? 0 : 1;
};

const simulateAll = async (from: number, seeds: number, jobs: number, mutate: string | undefined): Promise<number> => {
  const began = performance.now();
  const tally = await simulate({
    from,
    seeds,
    jobs,
    ...(mutate === undefined ? {} : { mutate, stopsAtFirst: true }),
    ...(process.stderr.isTTY
      ? { onProgress: (runs: number) => void process.stderr.write(`\r${runs.toLocaleString('en-GB')} runs `) }
      : {}),
  });
  if (process.stderr.isTTY) process.stderr.write('\r                    \r');
  say(tableOf(tally, (performance.now() - began) / 1000));
  say('');
  sayFailures(tally);
  if (isBroken(tally)) {
    say(mutate === undefined ? 'A promise was broken.' : `${mutate}: caught.`);
    return 1;
  }
  const never = neverStruck(tally);
  if (never.length > 0) {
    say(`Never struck, so this run proves nothing about them: ${never.join('; ')}.`);
    return 1;
  }
  say(mutate === undefined ? 'Every promise held.' : `${mutate}: NOT caught.`);
  return 0;
};

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '20000' },
      from: { type: 'string', default: '1' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      seed: { type: 'string' },
      mutate: { type: 'string' },
      'list-mutations': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(USAGE);
    return 0;
  }
  if (values['list-mutations']) {
    for (const { name, says } of MUTATIONS) say(`${name.padEnd(28)}${says}`);
    return 0;
  }
  const { mutate } = values;
  if (mutate !== undefined && !MUTATIONS.some(({ name }) => name === mutate))
    throw new RangeError(`there is no mutation "${mutate}"; --list-mutations prints them`);
  if (values.seed !== undefined) return replay(wholeNumber(values.seed, 0), mutate);
  return simulateAll(wholeNumber(values.from, 0), wholeNumber(values.seeds, 1), wholeNumber(values.jobs, 1), mutate);
};

main().then(
  (status) => {
    process.exitCode = status;
  },
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    process.exitCode = 2;
  },
);
