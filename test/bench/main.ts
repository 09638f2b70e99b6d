import { demoEchos } from '../../infra/local/demo-council/demo-echos.ts';
import { DEFAULT_RESIDENT, DEMO_HOMES } from '../../infra/local/demo-council/demo-homes.ts';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { bundleLambdas } from '../../scripts/build.ts';
import { demoEnvelope } from '../support/demo-envelope.ts';
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

const echoOfDefaultResident = (): string => {
  const home = DEMO_HOMES.find(({ residents }) => residents.some(({ id }) => id === DEFAULT_RESIDENT));
  const echo = demoEchos(DEMO_HOMES, LOCAL_SKILL_ID).find(({ homeId }) => homeId === home?.id);
  if (echo === undefined) throw new Error('the default resident has no Echo');
  return echo.echoId;
};

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
    const echoId = echoOfDefaultResident();
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
