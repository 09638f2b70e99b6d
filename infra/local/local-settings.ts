import { resolve } from 'node:path';
import { StartProblem } from './data-folder.ts';

export type LocalSettings = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly reset: boolean;
};

const DEFAULT_PORT = 4000;

const portOf = (text: string | undefined): number => {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartProblem('PORT must be a number from 0 to 65535, for example: PORT=4001 npm start');
};

/** Reads the command line and the environment of `npm start`. Throws a `StartProblem` for what cannot be meant. */
export const localSettings = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  projectDir: string,
): LocalSettings => {
  const unknown = args.find((arg) => arg !== '--reset');
  if (unknown !== undefined) throw new StartProblem('npm start knows one option: npm start -- --reset (begin again)');
  return {
    port: portOf(env.PORT),
    dataDir: resolve(projectDir, env.DATA_DIR === undefined || env.DATA_DIR === '' ? '.data' : env.DATA_DIR),
    reset: args.includes('--reset'),
  };
};
