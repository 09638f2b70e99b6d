import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SETTINGS } from '../lambda/entry/settings.ts';
import { type PracticeCloud, practiceCloud } from './practice-cloud.ts';
import { PRACTICE_EVENTS } from './practice-events.ts';

/**
 * Writes a `.cache` beside each part of the Lambdas in `outDir`: V8's compiled code, made after some answers to the demo council, so that
 * it holds what an answer runs through. It is of use only to the very Node and processor that made it.
 */
export const writeCodeCaches = async (outDir: string, names: readonly string[]): Promise<void> => {
  const cloud = await practiceCloud(Date.now());
  try {
    for (const name of names) await practise(cloud, join(outDir, 'lambda', name), name);
  } finally {
    await cloud.close();
  }
};

const isFunction = (name: string): name is keyof typeof SETTINGS => Object.hasOwn(SETTINGS, name);

const practise = async ({ environment }: PracticeCloud, folder: string, name: string): Promise<void> => {
  const notes = await mkdtemp(join(tmpdir(), 'bellbird-practice-'));
  try {
    const events = join(notes, 'events.json');
    await writeFile(events, JSON.stringify(isFunction(name) ? PRACTICE_EVENTS[name]() : { first: [{}], later: [] }));
    const maker = join(import.meta.dirname, 'make-code-cache.cjs');
    const env = { ...environment, BELLBIRD_MAKE_CODE_CACHE: '1' };
    await promisify(execFile)(process.execPath, [maker, folder, events], { env });
  } finally {
    await rm(notes, { recursive: true, force: true });
  }
};
