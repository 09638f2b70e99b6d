import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import type { Lane } from '../../../lambda/core/timetable/due.ts';
import { wireAnswerBells } from '../../../lambda/wiring/deliver.ts';
import { wireTick } from '../../../lambda/wiring/tick.ts';
import { COUNCIL, HARBOUR } from '../people/county.ts';
import type { FaultyChannels } from './faulty-channels.ts';
import type { FaultyQueue, Worker } from './faulty-queue.ts';
import type { FaultyTable } from './faulty-table.ts';
import { type Machine, machine, ordinarySkew, wrongSkew } from './machine.ts';
import type { Run } from './run.ts';

/** So many functions answer each queue at once at most (reserved concurrency). */
const MOST_WORKERS = 3;
/** How often a function is replaced after a bell. */
const REPLACED = 0.15;

type One = Worker & { readonly machine: Machine; readonly isHealthy: boolean; isBusy: boolean };

export type Edges = {
  readonly run: Run;
  readonly table: FaultyTable;
  readonly channels: FaultyChannels;
  readonly queue: () => FaultyQueue;
  readonly newId: () => string;
};

const aWorkersMachine = ({ time, faults, chance }: Run, name: string) => {
  const isWrong = faults.draw('a worker has a wrong clock and knows it');
  const isUnknown = !isWrong && faults.draw('a worker cannot know its clock');
  if (isWrong) faults.count('a worker has a wrong clock and knows it');
  if (isUnknown) faults.count('a worker cannot know its clock');
  const ahead = isWrong || (isUnknown && chance.happens(0.5)) ? wrongSkew(chance) : ordinarySkew(chance);
  return { machine: machine(time, name, ahead, !isUnknown), isHealthy: !isWrong && !isUnknown };
};

/** A machine waits in the time of the run; one that died waits for ever, one that is frozen a little longer. */
const waits =
  ({ time }: Run, who: Machine) =>
  (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const goOn = (): void => {
        if (!who.isAlive()) return;
        if (who.frozenUntil() > time.now()) time.at(who.frozenUntil(), goOn);
        else resolve();
      };
      time.in(ms, goOn);
    });

/** The functions that answer bells. One that dies is gone, and its messages come back by themselves. */
export const workers = (edges: Edges) => {
  const { run } = edges;
  const pools: Record<Lane, One[]> = { urgent: [], routine: [] };
  let started = 0;

  const start = (lane: Lane): One => {
    started += 1;
    const { machine: who, isHealthy } = aWorkersMachine(run, `worker-${started}`);
    const answerBells = wireAnswerBells({
      table: edges.table.seenBy(who),
      channels: edges.channels.seenBy(who),
      bell: edges.queue().seenBy(who),
      clock: who.clock,
      realNow: run.time.now,
      wait: waits(run, who),
      clockSkew: who.clockSkew,
      council: HARBOUR,
      dispatchEpoch: '1',
      newId: edges.newId,
      digest: sha256,
      log: run.log,
    });
    const leaves = (): void => {
      pools[lane] = pools[lane].filter((other) => other !== one);
    };
    const one: One = {
      machine: who,
      isHealthy,
      isBusy: false,
      answer: (records, done) => {
        one.isBusy = true;
        run.says(() => `${who.name} answers ${records.map(({ messageId }) => messageId).join(', ')}`);
        void answerBells(records).then((again) => {
          one.isBusy = false;
          if (run.chance.happens(REPLACED) || (run.faults.isCalm() && !isHealthy)) leaves();
          done(again);
        });
      },
    };
    who.onDeath(leaves);
    pools[lane].push(one);
    return one;
  };

  return {
    free: (lane: Lane): Worker | undefined => {
      const idle = pools[lane].find(({ isBusy, isHealthy }) => !isBusy && (isHealthy || !run.faults.isCalm()));
      if (idle !== undefined) return idle;
      pools[lane] = pools[lane].filter(({ isBusy, isHealthy }) => isBusy || isHealthy || !run.faults.isCalm());
      return pools[lane].length < MOST_WORKERS ? start(lane) : undefined;
    },
  };
};

/** The minute bell: each tick on the function that is there, or on another one beside it. */
export const ticks = (edges: Edges) => {
  const { run } = edges;
  const { time, faults, chance } = run;
  let started = 0;
  let kept: { readonly who: Machine; readonly tick: () => Promise<unknown> } | undefined;

  const start = () => {
    started += 1;
    const isWrong = faults.draw('a tick has a wrong clock');
    if (isWrong) faults.count('a tick has a wrong clock');
    const who = machine(time, `tick-${started}`, isWrong ? wrongSkew(chance) : ordinarySkew(chance));
    const tick = wireTick({
      table: edges.table.seenBy(who),
      bell: edges.queue().seenBy(who),
      clock: who.clock,
      realNow: time.now,
      clockSkew: who.clockSkew,
      log: run.log,
      council: COUNCIL.id,
      dispatchEpoch: '1',
    });
    return { who, tick, isWrong };
  };

  const once = (isAnother: boolean): void => {
    if (isAnother || kept === undefined || !kept.who.isAlive() || faults.draw('a machine dies between two steps')) {
      const fresh = start();
      if (!isAnother && !fresh.isWrong) kept = fresh;
      fresh.tick().catch(() => undefined);
      return;
    }
    kept.tick().catch(() => undefined);
  };

  return {
    /** A minute has come: one tick, or none, or two. */
    minute: (): void => {
      if (faults.draw('a tick is missing')) {
        faults.count('a tick is missing');
        run.says(() => 'no tick comes');
        return;
      }
      run.says(() => 'tick');
      once(false);
      if (!faults.draw('a tick comes twice')) return;
      faults.count('a tick comes twice');
      time.in(chance.between(0, 4_000), () => {
        run.says(() => 'the same tick again');
        once(true);
      });
    },
  };
};
