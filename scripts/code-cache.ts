import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SETTINGS } from '../lambda/entry/settings.ts';

/**
 * Writes `bundle.cache` beside the bundle in `folder`: V8's compiled code, made after one event so that it holds what an answer runs
 * through. It is of use only to the very Node and processor that made it.
 */
export const writeCodeCache = async (folder: string, name: string): Promise<void> => {
  const emptyTable = createServer((request, response) => {
    request.resume().on('end', () => response.end('{"Items":[],"Count":0}'));
  }).listen(0, '127.0.0.1');
  await once(emptyTable, 'listening');
  try {
    const { port } = emptyTable.address() as AddressInfo;
    const maker = join(import.meta.dirname, 'make-code-cache.cjs');
    await promisify(execFile)(process.execPath, [maker, folder, name], { env: standIns(port) });
  } finally {
    emptyTable.close();
    emptyTable.closeAllConnections();
  }
};

/** Settings that let every function start, and an empty table on this machine. */
const standIns = (port: number): Record<string, string> => ({
  ...Object.fromEntries(
    Object.values(SETTINGS).flatMap((names) => names.map((name) => [name, `https://${name}.example`])),
  ),
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
  AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`,
  BELLBIRD_MAKE_CODE_CACHE: '1',
});
