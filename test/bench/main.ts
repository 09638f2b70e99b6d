import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DEFAULT_RESIDENT } from '../../infra/local/demo-council/demo-homes.ts';
import { bundleLambdas } from '../../scripts/build.ts';
import { demoEnvelope, echoOf } from '../support/demo-envelope.ts';
import { runBellbird } from '../support/running-bellbird.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { benchAlert } from './alert.ts';
import { benchCold } from './cold.ts';
import { benchDue } from './due/bench-due.ts';
import { benchFanout } from './fanout/fanout.ts';
import { line, percentiles, timed } from './figures.ts';
import { benchRequests } from './requests.ts';

const TURNS = 300;
const INTENTS = [
  'WhoIsComingIntent',
  'MyRemindersIntent',
  'NextAppointmentIntent',
  'MyMessagesIntent',
  'DayAndTimeIntent',
];

const untilHealthy = async (dataDir: string) => {
  const began = performance.now();
  const running = await runBellbird(dataDir);
  const health = await fetch(`${running.url}/health`);
  if (health.status !== 200) throw new Error(`/health answered ${health.status}`);
  return { running, took: performance.now() - began };
};

const post = async (url: string, body: unknown): Promise<void> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status !== 200) throw new Error(`POST /alexa answered ${response.status}`);
  await response.arrayBuffer();
};

const benchSystem = (): Promise<void> =>
  inTemporaryFolder(async (dataDir) => {
    const first = await untilHealthy(dataDir);
    line('npm start to /health 200, first time', `${Math.round(first.took)} ms`, 'under 10,000 ms');
    await first.running.stop();
    const again = await untilHealthy(dataDir);
    line('npm start to /health 200, data already there', `${Math.round(again.took)} ms`, 'under 10,000 ms');

    const { url, stop } = again.running;
    const echoId = echoOf(DEFAULT_RESIDENT);
    const turn = (n: number) => {
      const name = INTENTS[n % (INTENTS.length + 1)];
      return post(
        `${url}/alexa`,
        demoEnvelope(echoId, name === undefined ? undefined : { name, confirmationStatus: 'NONE', slots: {} }),
      );
    };
    await timed(50, turn);
    const turns = percentiles(await timed(TURNS, turn));
    const health = percentiles(
      await timed(TURNS, () => fetch(`${url}/health`).then((response) => response.arrayBuffer())),
    );
    line('a skill turn through POST /alexa, embedded engine (p50)', `${turns.p50} ms`);
    line('a skill turn through POST /alexa, embedded engine (p95)', `${turns.p95} ms`, 'under 50 ms');
    line('the same, in reads of one row over HTTP (/health, p50)', `${(turns.p50 / health.p50).toFixed(2)} x`);
    await stop();
  });

const PHRASES = 500;

const benchAsk = (): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, 'phrases.txt');
    const phrases = [
      "who's coming today",
      'what are my reminders',
      'open bell bird',
      'how do i get meals on wheels',
      'not a phrase',
    ];
    await writeFile(file, Array.from({ length: PHRASES }, (_, n) => phrases[n % phrases.length]).join('\n'));
    const began = performance.now();
    const command = ['--disable-warning=ExperimentalWarning', 'infra/local/ask.ts', '--file', file];
    await promisify(execFile)(process.execPath, command, { maxBuffer: 64 * 1024 * 1024 });
    line(
      `npm run ask, ${PHRASES} phrases, each on a system of its own`,
      `${Math.round(performance.now() - began)} ms`,
      'under 30,000 ms',
    );
  });

const kilobytes = (count: number): string => `${(count / 1024).toFixed(1)} KB`;

const benchBundles = async (): Promise<void> => {
  for (const { name, raw, gzip, start } of await bundleLambdas())
    line(`bundle ${name}`, `${kilobytes(raw)}, gzip ${kilobytes(gzip)}, at the start ${kilobytes(start.raw)}`);
};

/**
 * `npm run bench` measures all but what takes minutes: `npm run bench -- alert --people 50000`, `-- fanout`, `-- due` a tick,
 * `-- cold` the skill's start beside two peers, `-- requests` what each thing asks of the table.
 */
const [what] = process.argv.slice(2);
if (what === 'alert') await benchAlert(process.argv.slice(3));
else if (what === 'due') process.exitCode = await benchDue(process.argv.slice(3));
else if (what === 'fanout') process.exitCode = await benchFanout(process.argv.slice(3));
else if (what === 'cold') process.exitCode = await benchCold(process.argv.slice(3));
else if (what === 'requests') await benchRequests(process.argv.slice(3));
else {
  await benchSystem();
  await benchAsk();
  await benchBundles();
}
