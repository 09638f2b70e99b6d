import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Engine } from './embedded-engine.ts';

export type DynamoDbLocal = ({ readonly kind: 'running' } & Engine) | { readonly kind: 'no-java' };

const JAR = 'DynamoDBLocal.jar';
const LIBRARY = 'DynamoDBLocal_lib';

/**
 * Amazon's own DynamoDB Local, in memory, as a process of its own; for tests only, as its licence says. Needs Java 17, about 2 s and
 * 200 MB. It listens on every address of the machine (it has no setting for that), on a port that was free a moment ago, and it
 * writes a file beside its jar, so it runs from a temporary folder of links. `java` is the program to run.
 */
export const startDynamoDbLocal = async ({
  java = 'java',
}: {
  readonly java?: string;
} = {}): Promise<DynamoDbLocal> => {
  const folder = await folderOfLinks();
  const port = await freePort();
  const engine = spawn(java, argumentsFor(port), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const dieWithUs = () => engine.kill();
  process.once('exit', dieWithUs);
  const close = async (): Promise<void> => {
    process.off('exit', dieWithUs);
    await stopped(engine);
    await rm(folder, { recursive: true, force: true });
  };

  const start = await started(engine, port);
  if (start.kind === 'up') return { kind: 'running', endpoint: `http://127.0.0.1:${port}`, close };
  await close();
  if (start.kind === 'no-java') return start;
  throw new Error(`DynamoDB Local did not start. It said: ${start.complaint}`);
};

const folderOfLinks = async (): Promise<string> => {
  const emulator = join(dirname(fileURLToPath(import.meta.resolve('amplify-dynamodb-simulator'))), 'emulator');
  const folder = await mkdtemp(join(tmpdir(), 'dynamodb-local-'));
  await symlink(join(emulator, JAR), join(folder, JAR));
  await symlink(join(emulator, LIBRARY), join(folder, LIBRARY));
  return folder;
};

const argumentsFor = (port: number): string[] => [
  `-Djava.library.path=./${LIBRARY}`,
  '-jar',
  JAR,
  '-disableTelemetry',
  '-sharedDb',
  '-inMemory',
  '-port',
  String(port),
];

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
};

type Start =
  | { readonly kind: 'up' }
  | { readonly kind: 'no-java' }
  | { readonly kind: 'failed'; readonly complaint: string };

const started = async (engine: ChildProcess, port: number): Promise<Start> => {
  const complaints: string[] = [];
  let end: Start | undefined;
  engine.stderr?.on('data', (text: Buffer) => complaints.push(text.toString()));
  engine.once('close', () => {
    end ??= { kind: 'failed', complaint: complaints.join('').trim() };
  });
  engine.once('error', (error) => {
    end =
      'code' in error && error.code === 'ENOENT' ? { kind: 'no-java' } : { kind: 'failed', complaint: error.message };
  });
  while (end === undefined) {
    if (await isAnswering(port)) return { kind: 'up' };
    await pause(50);
  }
  return end;
};

const isAnswering = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

const stopped = async (engine: ChildProcess): Promise<void> => {
  if (engine.pid === undefined || engine.exitCode !== null || engine.signalCode !== null) return;
  engine.kill();
  await once(engine, 'exit');
};
