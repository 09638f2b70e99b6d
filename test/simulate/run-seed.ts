import { DAY, HOUR, type Instant, MINUTE } from '../../lambda/core/kernel/clock.ts';
import type { Log, LogCode } from '../../lambda/core/kernel/log.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { LOOK_AHEAD } from '../../lambda/core/timetable/due.ts';
import { countingIds } from '../support/counting-ids.ts';
import { cares, stopsAsItIsTold } from './acts/carers.ts';
import { lifeChanges } from './acts/changes-at-home.ts';
import { holdsBack } from './acts/holds-back.ts';
import { sendAnAlert } from './acts/officers.ts';
import { type Parts, persons } from './acts/person.ts';
import { livesOn } from './acts/residents.ts';
import { faultsOf, type Struck } from './edges/faults.ts';
import { faultyChannels } from './edges/faulty-channels.ts';
import { faultyQueue } from './edges/faulty-queue.ts';
import { faultyTable } from './edges/faulty-table.ts';
import type { Run } from './edges/run.ts';
import { ticks, workers } from './edges/workers.ts';
import { judge } from './judge/judge.ts';
import { beginningOf, type County, foundCounty } from './people/county.ts';
import { focusOf, OFTENER } from './people/focus.ts';
import { aWorld, type Broken } from './people/world.ts';
import { heardIn } from './report/heard-in.ts';
import type { Heard } from './report/tally.ts';
import { clockWords } from './report/words.ts';
import { seeded } from './time/seeded.ts';
import { virtualTime } from './time/virtual-time.ts';

export type SeedResult = {
  readonly seed: number;
  readonly broken: readonly Broken[];
  readonly struck: Struck;
  readonly deliveries: number;
  /** Tries at one Echo, whatever they came to. */
  readonly calls: number;
  readonly told: number;
  readonly heard: Heard;
  readonly uncertain: number;
  readonly alerts: number;
  readonly steps: number;
};

export type SeedOptions = {
  /** Is told each line of the history. */
  readonly onLine?: (line: string) => void;
  /** The queue takes a message away before its work is done. */
  readonly dropsBellsFirst?: boolean;
};

/** How long after the last fault a run goes on: until everything that was set or sent in it has expired and was compared. */
const GOES_ON_FOR = 14 * HOUR;

type Ticks = ReturnType<typeof ticks>;

/** Calm days are long: only those minutes are ticked in which the due index has something. */
const passCalmly = async (
  { time }: Run,
  firstDue: () => Instant | undefined,
  minute: Ticks,
  end: Instant,
): Promise<boolean> => {
  let ticked = Math.floor(time.now() / MINUTE) * MINUTE;
  for (;;) {
    const due = firstDue();
    const wanted = due === undefined ? end : Math.ceil((due - LOOK_AHEAD) / MINUTE) * MINUTE;
    const tickAt = Math.max(ticked + MINUTE, wanted);
    const next = time.next();
    const until = Math.min(end, tickAt, next ?? end);
    if (!(await time.runTo(until))) return false;
    if (until >= end) return true;
    if (until === tickAt) {
      ticked = tickAt;
      minute.minute();
    }
  }
};

const passWildly = async ({ time }: Run, minute: Ticks, end: Instant): Promise<boolean> => {
  while (time.now() < end) {
    const nextMinute = (Math.floor(time.now() / MINUTE) + 1) * MINUTE;
    if (!(await time.runTo(Math.min(end, nextMinute)))) return false;
    if (time.now() === nextMinute) minute.minute();
  }
  return true;
};

const begin = (parts: Parts, county: County): void => {
  const { chance } = parts.run;
  const person = persons(parts);
  const alerts = parts.focus === 'everything' ? chance.oneOf([0, 1, 1, 1, 2]) : chance.between(1, 2);
  // Each lives on by itself; none of them rejects: a person who sees an error goes on.
  for (let n = 1; n <= alerts; n += 1) void sendAnAlert(parts, person, n);
  for (const residentId of county.residents) if (chance.happens(0.6)) void livesOn(parts, person, residentId);
  if (chance.happens(0.8)) void cares(parts, person, county);
  if (parts.focus === 'stops') for (const reminder of county.reminders) void stopsAsItIsTold(parts, person, reminder);
  if (parts.focus === 'changes at home' || chance.happens(0.8)) void lifeChanges(parts, person, county);
  if (chance.happens(0.25)) void holdsBack(parts, person);
};

/** One run: a county, a stretch of faults, then calm, and at its end every promise is judged. The seed decides everything. */
export const runSeed = async (seed: number, options: SeedOptions = {}): Promise<SeedResult> => {
  const chance = seeded(seed);
  const time = virtualTime(instantOf(beginningOf(chance)));
  const focus = focusOf(chance);
  const faults = faultsOf(chance, OFTENER[focus]);
  const world = aWorld(time.now);
  const { onLine } = options;
  const says: Run['says'] = onLine === undefined ? () => {} : (line) => onLine(`${clockWords(time.now())}  ${line()}`);
  const loud: readonly LogCode[] = [
    'tick.row-closed',
    'alert.repaired',
    'deliver.clock-skew',
    'table.unreadable-row',
    'night.mended',
    'night.fault',
  ];
  const log: Log = (code, fields) => {
    // Whatever fails, no row is left where only the night would find it; a copy whose writer died is what the night is for.
    if (code === 'night.mended' && fields?.kind !== 'member-behind')
      world.breaks('stuck', `the night had to mend ${fields?.count} rows: ${fields?.kind}`);
    if (loud.includes(code)) says(() => `log ${code} ${JSON.stringify(fields ?? {})}`);
  };
  const run: Run = { time, chance, faults, world, says, log };
  const table = faultyTable(run);
  const began = time.now();
  const county = await foundCounty(run, table.plain);
  const channels = faultyChannels(run, chance.oneOf([2, 3, 100]));
  const newId = countingIds('id');
  const edges = { run, table, channels, queue: () => queue, newId };
  const pool = workers(edges);
  const queue = faultyQueue(run, pool.free, options.dropsBellsFirst ?? false);
  const minute = ticks(edges);
  begin({ run, table, queue, newId, focus }, county);

  const wild = time.now() + chance.between(14, 40) * MINUTE;
  let isOver = await passWildly(run, minute, wild);
  faults.calm();
  says(() => 'from now on nothing goes wrong');
  const calmFrom = time.now();
  const end = Math.min(calmFrom + GOES_ON_FOR, calmFrom + DAY);
  isOver &&= await passCalmly(run, table.index.first, minute, end);
  if (!isOver) world.breaks('stuck', 'the run never comes to rest');
  await judge({ run, table, county, begin: began, calmFrom, end });
  const states = [...world.deliveries.values()].map((timeline) => timeline.at(-1)?.value.state);
  return {
    seed,
    broken: world.broken,
    struck: faults.struck,
    deliveries: states.length,
    calls: world.tellings.length,
    heard: heardIn(world),
    told: world.tellings.filter(({ came }) => came === 'spoke' || came === 'chimed').length,
    uncertain: states.filter((state) => state === 'uncertain').length,
    alerts: [...world.alerts.values()].filter((timeline) => timeline.some(({ value }) => value.approval !== undefined))
      .length,
    steps: time.happened(),
  };
};
