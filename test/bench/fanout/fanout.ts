import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as timeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { alertProgress } from '../../../lambda/core/alerts/progress.ts';
import { approveFor } from '../alert.ts';
import { type Bars, bars } from '../bars.ts';
import { type CountyOptions, type Has, openCounty } from '../county.ts';
import { line } from '../figures.ts';
import { measuredAlexa } from './measured-alexa.ts';
import { channelsAt } from './sender.ts';
import { senderAlone } from './sender-alone.ts';

const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`"${text}" is no whole number`);
  return number;
};

const TICKS = 12;

/** The whole pipeline: an urgent Alert, released, told and counted. */
const wholePipeline = async (people: number, options: CountyOptions, name: string, bars: Bars) => {
  const county = await openCounty(people, options);
  try {
    const alert = await approveFor(county, people);
    county.count.start();
    const began = performance.now();
    do await county.drain();
    while (await county.isReleasing(alert.id));
    const took = performance.now() - began;
    const { reads, rows, writes } = county.count.stop();
    const progress = async () => alertProgress(county.stores)((await county.theAlert(alert.id)).value);
    // What met a fault, or was refused in all its turns, has no bell of its own: in service the minute bell finds it.
    for (let ticks = 0; ticks < TICKS && (await progress()).counts['not-tried'] > 0; ticks += 1) {
      await timeout(10_000);
      await county.tick();
      await county.drain();
    }
    const { counts, made } = await progress();
    const lost = people - made + counts['not-tried'];
    line(`whole pipeline, ${people} people, ${name}: people a second`, (people / (took / 1_000)).toFixed(0));
    bars.atMost('  requests that read, for each', reads / people, 2);
    line('  rows read, for each', (rows / people).toFixed(2));
    bars.atMost('  requests that write, for each', writes / people, 3);
    bars.atMost('  lost', lost, 0, String(lost));
    return { people, ms: took, reads, rows, writes, counts, lost };
  } finally {
    await county.close();
  }
};

/** As in the county of the other runs, one Home in eight has no Echo; all others have one that chimes. */
const CHIMING: readonly Has[] = [...Array.from({ length: 7 }, () => 'chiming' as const), 'nothing'];

/** The whole pipeline against an Alexa that takes so many a second and refuses the rest. */
const atLimit = async (people: number, limit: number, options: CountyOptions, engine: string, bars: Bars) => {
  const alexa = await measuredAlexa(limit);
  try {
    const name = `${engine}, at a limit of ${limit} a second`;
    const pipeline = await wholePipeline(
      people,
      { ...options, channels: channelsAt(alexa.url), has: CHIMING },
      name,
      bars,
    );
    const { taken, refused, distinct, firstAt, lastAt } = await alexa.counts();
    const perSecond = taken / ((lastAt - firstAt) / 1_000);
    bars.atLeast('  taken a second, of the limit', perSecond / limit, 0.97, (perSecond / limit).toFixed(3));
    const share = refused / (taken + refused);
    bars.atMost('  refused', share, 0.05, `${(100 * share).toFixed(1)} %`, '5 %');
    const notTold =
      Array.from({ length: people }, (_, n) => CHIMING[n % CHIMING.length]).filter((has) => has === 'chiming').length -
      distinct;
    bars.atMost('  people with an Echo who were not told', notTold, 0, String(notTold));
    return { ...pipeline, engine, limit, perSecond, refused, taken, distinct };
  } finally {
    await alexa.stop();
  }
};

/**
 * `npm run bench -- fanout`: minutes as it stands; `--sender 50000,500000` for counties of their true size. Returns the exit status: 1 when a bar was
 * missed. Only shares, counts and memory are judged, never a time. At a limit the embedded engine cannot be asked for more than it gives; so that of
 * five hundred a second is kept over the table in memory, and a smaller one over the engine.
 */
export const benchFanout = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sender: { type: 'string', default: '20000' },
      bells: { type: 'string', default: '4' },
      people: { type: 'string', default: '2000' },
      limited: { type: 'string', default: '20000' },
      limit: { type: 'string', default: '500' },
      'engine-limit': { type: 'string', default: '100' },
      workers: { type: 'string', default: '4' },
      json: { type: 'string', default: 'build/bench-fanout.json' },
    },
  });
  const workers = wholeNumber(values.workers);
  const people = wholeNumber(values.people);
  const limited = wholeNumber(values.limited);
  const limit = wholeNumber(values.limit);
  const engineLimit = wholeNumber(values['engine-limit']);
  const sizes = values.sender
    .split(',')
    .map(wholeNumber)
    .filter((size) => size > 0);
  const kept = bars();
  const sender = sizes.length > 0 ? await senderAlone(sizes, wholeNumber(values.bells), kept) : [];
  const pipeline = people > 0 ? await wholePipeline(people, { workers }, 'the virtual Alexa', kept) : undefined;
  const inMemory =
    limited > 0 ? await atLimit(limited, limit, { workers, inMemory: true }, 'the table in memory', kept) : undefined;
  const embedded =
    people > 0 && engineLimit > 0
      ? await atLimit(people, engineLimit, { workers }, 'the embedded engine', kept)
      : undefined;
  const missed = kept.missed();
  line('bars that were missed', String(missed.length), '0');
  await mkdir(dirname(values.json), { recursive: true });
  const found = { isMet: missed.length === 0, bars: kept.judged, sender, pipeline, limited: [inMemory, embedded] };
  await writeFile(values.json, `${JSON.stringify(found, null, 2)}\n`);
  return missed.length === 0 ? 0 : 1;
};
