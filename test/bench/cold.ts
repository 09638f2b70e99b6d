import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Bundle, buildLambdas } from '../../scripts/build.ts';
import { PRACTICE_EVENTS } from '../../scripts/practice-events.ts';
import { demoEnvelope, echoOf } from '../support/demo-envelope.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { type AnswerStub, answerStub } from './answer-stub.ts';
import { type Contender, missed, printFigures, type Start } from './cold-figures.ts';
import { line } from './figures.ts';

const WARM_RUNS = 2_000;
const COLD_STARTER = join(import.meta.dirname, 'cold-start.cjs');
const OTHERS = ['console', 'deliver', 'screen', 'tick'] as const;

/** The peer's bundle, as esbuild makes it when nobody asks for more. */
const peer = async (folder: string, name: 'floor' | 'plain', mainFields?: string[]) => {
  const label = mainFields === undefined ? name : `${name}, tree-shaken`;
  const file = join(folder, `${label.replace(/\W+/g, '-')}.cjs`);
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'peers', `${name}.cjs`)],
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    write: false,
    ...(mainFields === undefined ? {} : { mainFields }),
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  await writeFile(file, code);
  return { name: label, file, start: { raw: code.length, gzip: gzipSync(code, { level: 9 }).length } };
};

const startOnce = async ({ file, event, environment }: Contender, warmRuns = 0): Promise<Start> => {
  const args = [COLD_STARTER, file, event, String(warmRuns)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: environment });
  return JSON.parse(stdout);
};

const written = async (folder: string, name: string, event: unknown): Promise<string> => {
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(event));
  return file;
};

const contendersIn = async (folder: string, stub: AnswerStub): Promise<readonly Contender[]> => {
  const [cached, bare] = [join(folder, 'build'), join(folder, 'without')];
  const bundles = await buildLambdas({ outDir: cached, codeCache: true });
  await buildLambdas({ outDir: bare });
  const of = (name: string): Bundle => {
    const found = bundles.find((bundle) => bundle.name === name);
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  const lambda = (outDir: string, name: string) => join(outDir, 'lambda', name, 'index.cjs');
  const launch = {
    event: await written(folder, 'launch', demoEnvelope(echoOf('rosa-bennett'))),
    environment: stub.environment,
  };
  const asked = { name: 'AMAZON.HelpIntent', confirmationStatus: 'NONE' } as const;
  const help = { ...launch, event: await written(folder, 'help', demoEnvelope(echoOf('rosa-bennett'), asked)) };
  const skill = { file: lambda(cached, 'skill'), start: of('skill').start, whole: of('skill') };
  const others = OTHERS.map(async (name) => ({
    name,
    file: lambda(cached, name),
    start: of(name).start,
    whole: of(name),
    event: await written(folder, name, PRACTICE_EVENTS[name]().first[0]),
    environment: stub.practice,
  }));
  return [
    { ...(await peer(folder, 'floor')), ...launch },
    { ...(await peer(folder, 'plain')), ...launch },
    { ...(await peer(folder, 'plain', ['module', 'main'])), ...launch },
    { ...skill, ...launch, name: 'skill, no code cache', file: lambda(bare, 'skill') },
    { ...skill, ...launch, name: 'skill' },
    { ...skill, ...help, name: 'skill, a turn that is loaded later' },
    ...(await Promise.all(others)),
  ];
};

/** One conversation and one tick: the Echo's account is known and the night's comparison is done, as in any morning but the first. */
const heardBefore = async (contenders: readonly Contender[], stub: AnswerStub): Promise<void> => {
  stub.learn();
  for (const contender of contenders.filter(({ name }) => ['skill', 'tick'].includes(name))) await startOnce(contender);
  stub.repeat();
};

/**
 * The skill's cold start in a fresh process (load, then the first LaunchRequest with the table's answers from a stub), beside two
 * peers that change only with a decision page (0024): a hand-written floor, and a plain skill. They take turns, so that the machine's
 * moods fall on all. Prints a table, writes it to `--json`, and resolves to 1 when an aim is missed.
 */
export const benchCold = (args: string[]): Promise<number> =>
  inTemporaryFolder(async (folder) => {
    const { values } = parseArgs({
      args,
      options: { json: { type: 'string', default: 'build/bench-cold.json' }, runs: { type: 'string', default: '25' } },
    });
    const stub = await answerStub();
    try {
      const contenders = await contendersIn(folder, stub);
      const skill = contenders.find(({ name }) => name === 'skill');
      if (skill === undefined) throw new Error('there is no skill');
      await heardBefore(contenders, stub);
      const starts = new Map<string, Start[]>(contenders.map(({ name }) => [name, []]));
      for (let run = 0; run < Number(values.runs); run += 1)
        for (const contender of contenders) starts.get(contender.name)?.push(await startOnce(contender));
      stub.requests();
      await startOnce(skill);
      const requests = stub.requests();
      line('requests to the table for one launch', JSON.stringify(requests));
      const warm = new Map<string, Start>();
      for (const contender of contenders.filter(({ environment }) => environment === stub.environment))
        warm.set(contender.name, await startOnce(contender, WARM_RUNS));
      const figures = printFigures(contenders, starts, warm);
      await mkdir(dirname(values.json), { recursive: true });
      await writeFile(values.json, `${JSON.stringify({ requests, ...figures }, null, 2)}\n`);
      return missed(figures).length === 0 ? 0 : 1;
    } finally {
      await stub.close();
    }
  });
