import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { alertProgress } from '../../../lambda/core/alerts/progress.ts';
import { approveFor } from '../alert.ts';
import { type CountyOptions, openCounty } from '../county.ts';
import { line } from '../figures.ts';
import { measuredAlexa } from './measured-alexa.ts';
import { rawSockets } from './raw-sockets.ts';
import { channelsAt, type SenderRun } from './sender.ts';

const MEGABYTE = 1024 * 1024;
/** A look has four calls of twenty chimes under way at once. */
const CHIMES_OF_A_LOOK = 80;

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`"${text}" is no whole number`);
  return number;
};

const senderProcess = async (people: number, bells: number, url: string): Promise<SenderRun> => {
  const file = fileURLToPath(new URL('./sender-process.ts', import.meta.url));
  const child = fork(file, [String(people), String(bells), url], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [run]: [SenderRun] = (await once(child, 'message')) as [SenderRun];
  return run;
};

/** The sender alone: tables in memory, an Alexa without a limit, and raw sockets to the same Alexa with as many requests under way. */
const senderAlone = async (people: number, bells: number) => {
  const inFlight = bells * CHIMES_OF_A_LOOK;
  const alexa = await measuredAlexa(0);
  try {
    const raw = await rawSockets(alexa.port, Math.min(people, 20_000), inFlight);
    const { perSecond, sent, mostRss } = await senderProcess(people, bells, alexa.url);
    line(`raw sockets, ${inFlight} in flight, requests a second`, raw.toFixed(0));
    line(`sender alone, ${people} people, in flight at most the same`, perSecond.toFixed(0));
    line('  of raw sockets', `${((100 * perSecond) / raw).toFixed(0)} %`, 'at least 50 %');
    line('  memory of its process at most', `${(mostRss / MEGABYTE).toFixed(0)} MB`, 'under 200 MB');
    line('  told in the first look', `${((100 * sent) / people).toFixed(2)} %`);
    return { people, inFlight, raw, perSecond, share: perSecond / raw, mostRss, sent };
  } finally {
    await alexa.stop();
  }
};

/** The whole pipeline on the embedded engine: an urgent Alert, released, told and counted. */
const wholePipeline = async (people: number, options: CountyOptions, name: string) => {
  const county = await openCounty(people, options);
  try {
    const alert = await approveFor(county, people);
    county.count.start();
    const began = performance.now();
    do await county.drain();
    while (await county.isReleasing(alert.id));
    const took = performance.now() - began;
    const { reads, rows, writes } = county.count.stop();
    const { counts, made } = await alertProgress(county.stores)((await county.theAlert(alert.id)).value);
    const lost = people - made + counts['not-tried'];
    line(`whole pipeline, ${people} people, ${name}: people a second`, (people / (took / 1_000)).toFixed(0));
    line('  requests that read, for each', (reads / people).toFixed(2), 'at most 2, and 1 a call');
    line('  rows read, for each', (rows / people).toFixed(2));
    line('  requests that write, for each', (writes / people).toFixed(2), 'at most 3');
    line('  lost', String(lost), '0');
    return { people, ms: took, reads, rows, writes, counts, lost };
  } finally {
    await county.close();
  }
};

/** The whole pipeline against an Alexa that takes so many a second and refuses the rest: everybody has one Echo that chimes. */
const atLimit = async (people: number, limit: number, workers: number) => {
  const alexa = await measuredAlexa(limit);
  try {
    const pipeline = await wholePipeline(
      people,
      { channels: channelsAt(alexa.url), has: ['chiming'], workers },
      `at a limit of ${limit} a second`,
    );
    const { taken, refused, distinct, firstAt, lastAt } = await alexa.counts();
    const perSecond = taken / ((lastAt - firstAt) / 1_000);
    line('  taken a second, of the limit', (perSecond / limit).toFixed(3), 'at least 0.97');
    line('  refused', `${((100 * refused) / (taken + refused)).toFixed(1)} %`, 'at most 5 %');
    line('  people told, each once', `${distinct} of ${people}`);
    return { ...pipeline, limit, perSecond, refused, taken, distinct };
  } finally {
    await alexa.stop();
  }
};

/** `npm run bench -- fanout`: minutes as it stands; flags for a county of its true size. */
export const benchFanout = async (args: readonly string[]): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sender: { type: 'string', default: '20000' },
      bells: { type: 'string', default: '1' },
      people: { type: 'string', default: '2000' },
      limit: { type: 'string', default: '500' },
      workers: { type: 'string', default: '4' },
      json: { type: 'string' },
    },
  });
  const workers = wholeNumber(values.workers);
  const people = wholeNumber(values.people);
  const sender =
    wholeNumber(values.sender) > 0
      ? await senderAlone(wholeNumber(values.sender), wholeNumber(values.bells))
      : undefined;
  const pipeline = people > 0 ? await wholePipeline(people, { workers }, 'the virtual Alexa') : undefined;
  const limited = people > 0 ? await atLimit(people, wholeNumber(values.limit), workers) : undefined;
  if (values.json !== undefined) await writeFile(values.json, JSON.stringify({ sender, pipeline, limited }, null, 2));
};
