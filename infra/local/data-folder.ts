import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { FIRST_EPOCH } from '../../lambda/core/people/dispatch.ts';

/** Where one machine keeps its data: the table, the clock, the virtual Alexa and the keys it made for itself. */
export type DataFolder = {
  readonly tablePath: string;
  readonly keys: LocalKeys;
  /** Outside the table, as a setting is on AWS: raise it in `epoch.json` when an older copy of the table is put back. */
  readonly dispatchEpoch: string;
  readonly readAhead: () => Promise<number>;
  readonly writeAhead: (ahead: number) => Promise<void>;
  readonly readAlexa: () => Promise<unknown>;
  readonly writeAlexa: (state: unknown) => Promise<void>;
};

/** A problem that whoever started Bellbird can mend: one line that says what to do. */
export class StartProblem extends Error {}

const keysSchema = v.object({ hash: v.string(), seal: v.string(), client: v.string(), cookie: v.string() });
export type LocalKeys = v.InferOutput<typeof keysSchema>;

const ahead = v.object({ ahead: v.number() });
const epoch = v.object({ epoch: v.string() });

const readJson = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined;
    throw new StartProblem(`${path} cannot be read. Begin again with: npm start -- --reset`);
  }
};

/** Written whole or not at all, so that a stop in the middle leaves the old file. */
const writeJson = async (path: string, value: unknown): Promise<void> => {
  const fresh = `${path}.new`;
  await writeFile(fresh, JSON.stringify(value), { mode: 0o600 });
  await rename(fresh, path);
};

const freshKey = (): string => randomBytes(32).toString('base64url');

const openKeys = async (path: string): Promise<LocalKeys> => {
  const kept = await readJson(path);
  if (kept !== undefined) return v.parse(keysSchema, kept);
  const keys = { hash: freshKey(), seal: freshKey(), client: freshKey(), cookie: freshKey() };
  await writeJson(path, keys);
  return keys;
};

const openEpoch = async (path: string): Promise<string> => {
  const kept = await readJson(path);
  if (kept !== undefined) return v.parse(epoch, kept).epoch;
  await writeJson(path, { epoch: FIRST_EPOCH });
  return FIRST_EPOCH;
};

/** Opens a folder, making what is missing; `reset` empties it first. Throws a `StartProblem` when it cannot be written. */
export const openDataFolder = async (folder: string, reset: boolean): Promise<DataFolder> => {
  const path = (name: string) => join(folder, name);
  try {
    // Only what Bellbird wrote: the folder itself may be anybody's.
    if (reset) {
      await Promise.all(
        ['table', 'clock.json', 'alexa.json', 'keys.json', 'epoch.json'].map((name) =>
          rm(path(name), { recursive: true, force: true }),
        ),
      );
    }
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch {
    throw new StartProblem(
      `The data folder ${folder} cannot be written. Choose another: DATA_DIR=/some/folder npm start`,
    );
  }
  return {
    tablePath: path('table'),
    keys: await openKeys(path('keys.json')),
    dispatchEpoch: await openEpoch(path('epoch.json')),
    readAhead: async () => {
      const kept = await readJson(path('clock.json'));
      return kept === undefined ? 0 : v.parse(ahead, kept).ahead;
    },
    writeAhead: (value) => writeJson(path('clock.json'), { ahead: value }),
    readAlexa: () => readJson(path('alexa.json')),
    writeAlexa: (state) => writeJson(path('alexa.json'), state),
  };
};
