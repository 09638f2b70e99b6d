import { jsonLog } from '../adapters/log/json-log.ts';
import { randomId } from '../adapters/secrets/random-id.ts';
import { sha256 } from '../adapters/secrets/sha256.ts';
import { credentialsOf } from './settings.ts';

/** Real time in epoch milliseconds: on AWS it is also the clock of the heart. */
const now = (): number => Date.now();

/** What every process has: the clock, ids and the log. */
export const processEdges = () => ({
  clock: now,
  realNow: now,
  newId: randomId,
  digest: sha256,
  log: jsonLog((line) => process.stdout.write(`${line}\n`)),
});

/** How AWS is asked without its SDK. */
export const signedEdges = (region: string) => ({
  region,
  credentials: credentialsOf(),
  maxAttempts: 3,
  realNow: now,
  random: Math.random,
  wait: (ms: number) => new Promise<void>((waited) => setTimeout(waited, ms)),
});
