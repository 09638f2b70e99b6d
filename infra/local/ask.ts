import { readFile } from 'node:fs/promises';
import { type Asking, askingOf } from './ask/arguments.ts';
import { type AskGround, askGround, askSession } from './ask/ask-session.ts';
import type { TurnReport } from './ask/report-turn.ts';
import { linesOf, runLine } from './ask/run-script.ts';
import { StartProblem } from './data-folder.ts';

const print = (report: TurnReport): void => {
  process.stdout.write(`${JSON.stringify(report)}\n`);
};

const read = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new StartProblem(`${path} cannot be read.`);
  }
};

/** One phrase alone, on a system of its own; after a bare launch if that is asked for. */
const askAlone = async (asking: Asking, ground: AskGround, phrase: string): Promise<TurnReport> => {
  const session = await askSession(ground, asking);
  if (asking.open) await session.say('open bell bird');
  return session.say(phrase);
};

const ask = async (asking: Asking): Promise<void> => {
  const { source } = asking;
  const ground = await askGround(asking.at);
  if (source.kind === 'phrase') return print(await askAlone(asking, ground, source.phrase));
  const lines = linesOf(await read(source.path));
  if (source.kind === 'file') {
    for (const phrase of lines) print(await askAlone(asking, ground, phrase));
    return;
  }
  const session = await askSession(ground, asking);
  if (asking.open) print(await session.say('open bell bird'));
  for (const line of lines) {
    const report = await runLine(session, line);
    if (report !== undefined) print(report);
  }
};

try {
  await ask(askingOf(process.argv.slice(2)));
} catch (fault) {
  if (!(fault instanceof StartProblem)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
