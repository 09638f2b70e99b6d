import { join } from 'node:path';
import { jsonLog } from '../../lambda/adapters/log/json-log.ts';
import { StartProblem } from './data-folder.ts';
import { localSettings } from './local-settings.ts';
import { FIRST_PHRASE } from './phrases.ts';
import { startBellbird } from './start-bellbird.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Only what somebody should look at is said on the terminal; every line holds codes and counts, nothing of a person. */
const terminalLog = jsonLog((line) => {
  if (!line.startsWith('{"level":"info"')) process.stderr.write(`${line}\n`);
});

const start = async (): Promise<void> => {
  say('Starting Bellbird on this machine …');
  const settings = localSettings(process.argv.slice(2), process.env, join(import.meta.dirname, '../..'));
  const bellbird = await startBellbird(settings, Date.now, terminalLog);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    say('Stopping …');
    bellbird.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  say(`\nBellbird is ready: ${bellbird.url}\nOpen it, and say to the Echo: ${FIRST_PHRASE}`);
};

try {
  await start();
} catch (fault) {
  if (!(fault instanceof StartProblem)) throw fault;
  process.stderr.write(`${fault.message}\n`);
  process.exitCode = 1;
}
