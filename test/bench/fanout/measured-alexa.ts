import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Counts = {
  readonly taken: number;
  readonly refused: number;
  readonly failed: number;
  readonly mostUnderWay: number;
  readonly distinct: number;
  readonly firstAt: number;
  readonly lastAt: number;
};

/** Starts the Alexa that is measured against, in its own process; `limit` 0 is none. */
export const measuredAlexa = async (limit: number) => {
  const child = fork(fileURLToPath(new URL('./alexa-server.ts', import.meta.url)), [String(limit)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    port: Number(port),
    counts: async (): Promise<Counts> => (await fetch(`${url}/counts`)).json() as Promise<Counts>,
    stop: async (): Promise<void> => {
      child.kill();
      await once(child, 'exit');
    },
  };
};
