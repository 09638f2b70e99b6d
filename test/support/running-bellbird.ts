import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export type Running = {
  readonly url: string;
  /** Everything it has printed so far. */
  readonly printed: () => string;
  /** As Ctrl-C does; resolves with the exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts the whole system as `npm start` does, on a free port, with its data in `dataDir`. Rejects with what it printed if it ends first. */
export const runBellbird = async (
  dataDir: string,
  options: { readonly port?: number; readonly args?: readonly string[] } = {},
): Promise<Running> => {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'infra/local/main.ts', ...(options.args ?? [])],
    {
      cwd: ROOT,
      env: { ...process.env, PORT: String(options.port ?? 0), DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const ready = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
      const [, url] = /Bellbird is ready: (\S+)/.exec(printed) ?? [];
      if (url !== undefined) ready.resolve(url);
    });
  }
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  void ended.then((code) => ready.reject(new Error(`ended with ${code}: ${printed}`)));
  const url = await ready.promise;
  return {
    url,
    printed: () => printed,
    stop: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
};
