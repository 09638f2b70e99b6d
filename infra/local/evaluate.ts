import { readFile } from 'node:fs/promises';
import { askingOf } from './ask/arguments.ts';
import { askGround, askSession } from './ask/ask-session.ts';
import { StartProblem } from './data-folder.ts';
import { figuresOf, type Judged, judge } from './evaluate/judge.ts';
import { readLabelled } from './evaluate/labelled.ts';
import { printFigures } from './evaluate/print-figures.ts';

const USAGE = 'npm run evaluate -- labelled.tsv [--resident ID] [--at 2026-11-24T10:00]';

const read = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new StartProblem(`${path} cannot be read. ${USAGE}`);
  }
};

const evaluate = async ([path, ...args]: readonly string[]): Promise<void> => {
  if (path === undefined) throw new StartProblem(USAGE);
  const labelled = readLabelled(await read(path));
  const asking = askingOf([...args, '--file', path]);
  const ground = await askGround(asking.at);
  const judged: Judged[] = [];
  for (const one of labelled) {
    const session = await askSession(ground, asking);
    judged.push(judge(one, await session.say(one.phrase)));
  }
  process.stdout.write(printFigures(figuresOf(judged)));
};

try {
  await evaluate(process.argv.slice(2));
} catch (fault) {
  if (!(fault instanceof StartProblem)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 2;
}
