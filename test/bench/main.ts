import { DEFAULT_RESIDENT } from '../../infra/local/demo-council/demo-homes.ts';
import { bundleLambdas } from '../../scripts/build.ts';
import { demoEnvelope, echoOf } from '../support/demo-envelope.ts';
import { runBellbird } from '../support/running-bellbird.ts';
import { inTemporaryFolder } from '../support/temporary-folder.ts';
import { line, percentiles, timed } from './figures.ts';

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

const kilobytes = (count: number): string => `${(count / 1024).toFixed(1)} KB`;

const benchBundles = async (): Promise<void> => {
  for (const { name, raw, gzip } of await bundleLambdas())
    line(`bundle ${name}`, `${kilobytes(raw)}, gzip ${kilobytes(gzip)}`);
};

await benchSystem();
await benchBundles();
