import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildLambdas } from '../../scripts/build.ts';
import { demoEnvelope, echoOf } from '../support/demo-envelope.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { type AnswerStub, answerStub } from './answer-stub.ts';
import { line } from './figures.ts';

const RUNS = 25;
const WARM_RUNS = 2_000;
const COLD_STARTER = join(import.meta.dirname, 'cold-start.cjs');

type Start = {
  readonly ms: number;
  readonly cpu: number;
  readonly load: number;
  readonly memory: number;
  readonly warmUs: number;
};
type Contender = { readonly name: string; readonly file: string; readonly raw: number; readonly gzip: number };

/** The peer's bundle, as esbuild makes it when nobody asks for more. */
const peer = async (folder: string, name: 'floor' | 'plain', mainFields?: string[]): Promise<Contender> => {
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
  return { name: label, file, raw: code.length, gzip: gzipSync(code, { level: 9 }).length };
};

const startOnce = async (file: string, event: string, stub: AnswerStub, warmRuns = 0): Promise<Start> => {
  const args = [COLD_STARTER, file, event, String(warmRuns)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: stub.environment });
  return JSON.parse(stdout);
};

/** The least of many, and ratios of processor time: what else the machine was doing only ever adds. */
const best = (figures: readonly number[]): number => Math.min(...figures);

/**
 * The skill's cold start in a fresh process (load, then the first LaunchRequest with the table's answers from a stub), beside two
 * peers that change only with a decision page (0024): a hand-written floor, and a plain skill. They take turns, so that the machine's moods fall on all.
 */
export const benchCold = (): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const outDir = join(folder, 'build');
    const bundles = await buildLambdas({ outDir, codeCache: true });
    const plainBuild = join(folder, 'without');
    await buildLambdas({ outDir: plainBuild });
    const skill = bundles.find(({ name }) => name === 'skill');
    if (skill === undefined) throw new Error('there is no skill');
    const size = { raw: skill.raw, gzip: skill.gzip };
    const contenders: readonly Contender[] = [
      await peer(folder, 'floor'),
      await peer(folder, 'plain'),
      await peer(folder, 'plain', ['module', 'main']),
      { name: 'skill, no code cache', file: join(plainBuild, 'lambda/skill/index.cjs'), ...size },
      { name: 'skill', file: join(outDir, 'lambda/skill/index.cjs'), ...size },
    ];
    const event = join(folder, 'launch.json');
    await writeFile(event, JSON.stringify(demoEnvelope(echoOf('rosa-bennett'))));
    const stub = await answerStub();
    try {
      const starts = new Map<string, Start[]>();
      for (let run = 0; run < RUNS; run += 1)
        for (const { name, file } of contenders)
          starts.set(name, [...(starts.get(name) ?? []), await startOnce(file, event, stub)]);
      stub.requests();
      await startOnce(contenders.at(-1)?.file ?? '', event, stub);
      line('requests to the table for one launch', JSON.stringify(stub.requests()));
      const warm = new Map<string, number>();
      for (const { name, file } of contenders) warm.set(name, (await startOnce(file, event, stub, WARM_RUNS)).warmUs);
      report(contenders, starts, warm);
    } finally {
      await stub.close();
    }
  });

const report = (
  contenders: readonly Contender[],
  starts: ReadonlyMap<string, readonly Start[]>,
  warm: ReadonlyMap<string, number>,
): void => {
  const least = (name: string, of: (start: Start) => number) => best((starts.get(name) ?? []).map(of));
  const cpu = (name: string) => least(name, (start) => start.cpu);
  const ms = (name: string) => least(name, (start) => start.ms);
  for (const { name, raw, gzip } of contenders) {
    const times = `${ms(name).toFixed(1)} ms (CPU ${cpu(name).toFixed(0)}), ${(cpu(name) / cpu('floor')).toFixed(2)} x floor, ${(cpu(name) / cpu('plain')).toFixed(2)} x plain`;
    line(`cold: ${name} (${(raw / 1024).toFixed(0)} / ${(gzip / 1024).toFixed(0)} KB)`, times);
  }
  const memory = (name: string) => least(name, (start) => start.memory);
  line('cold: the skill against the floor', `${(cpu('skill') / cpu('floor')).toFixed(2)} x`, 'at most 1.35 x');
  line('cold: the skill against a plain skill', `${(cpu('skill') / cpu('plain')).toFixed(2)} x`, 'at most 0.30 x');
  line('cold: memory against the floor', `${(memory('skill') / memory('floor')).toFixed(2)} x`, 'at most 1.10 x');
  const us = (name: string) => warm.get(name) ?? Number.NaN;
  line(
    'warm CPU of a launch: floor, plain, skill',
    ['floor', 'plain', 'skill'].map((name) => `${us(name).toFixed(0)} us`).join(', '),
    'skill at most 1.25 x floor',
  );
  const apart = cpu('plain') / cpu('floor');
  line('the two peers apart', `${apart.toFixed(2)} x`, '3.76 to 5.64 (4.7, a fifth either way)');
};
