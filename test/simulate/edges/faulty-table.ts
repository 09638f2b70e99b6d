import { type Carry, memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import {
  type Key,
  type StoredItem,
  type Table,
  tableFault,
  type Written,
} from '../../../lambda/adapters/table/table.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { countingIds } from '../../support/counting-ids.ts';
import { writtenWords } from '../report/words.ts';
import type { FaultName } from './faults.ts';
import { LONGEST_LAG, laggingIndex } from './lagging-index.ts';
import { type Machine, travel } from './machine.ts';
import type { Run } from './run.ts';

/** A weak read shows a row as it stood up to this long ago. */
const STALE_FOR = 2_000;
const LEAST = 2;
const MOST = 25;

const READ_FAULTS: readonly FaultName[] = ['the table throttles', 'a read gets no answer'];
const WRITE_FAULTS: readonly FaultName[] = [
  'the table throttles',
  'a write gets no answer and took no effect',
  'a write gets no answer and took effect',
  'an answer is lost and the write sent again',
];

const isWritten = (result: unknown): result is Written & { kind: 'mine' } =>
  typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'mine' && 'item' in result;

const nameOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

/** One table for a whole run, and how each machine sees it. */
export const faultyTable = (run: Run) => {
  const { time, faults, chance, world } = run;
  const index = laggingIndex();
  const before = new Map<string, { readonly item: StoredItem; readonly until: Instant }>();
  const lastWritten = new Map<string, StoredItem>();
  let carryNext: Carry | undefined;
  let writer = '';

  const note = (result: unknown): void => {
    // The second try of a write that had taken effect finds what the first one left.
    if (!isWritten(result)) return;
    const name = nameOf(result.item.key);
    if (lastWritten.get(name) === result.item) return;
    lastWritten.set(name, result.item);
    index.written(result.item, time.now());
    world.written(result.item);
    run.says(() => `${writer} writes ${writtenWords(result.item)}`);
  };
  const atOnce: Carry = async (effect) => {
    const result = effect();
    note(result);
    return result;
  };
  const inner = memoryTable({
    newWriteId: countingIds('write'),
    carry: (effect) => {
      const carry = carryNext ?? atOnce;
      carryNext = undefined;
      return carry(effect);
    },
  });

  /** The first answer is lost on its way; the client sends the same write again, and hears what that came to. */
  const sentAgain =
    (by: string): Carry =>
    (effect) =>
      new Promise((resolve, reject) => {
        note(effect());
        faults.count('an answer is lost and the write sent again');
        time.in(chance.between(50, 3_000), () => {
          writer = by;
          try {
            const result = effect();
            note(result);
            resolve(result);
          } catch (fault) {
            reject(fault);
          }
        });
      });

  const strikes = (by: Machine, fault: FaultName): void => {
    faults.count(fault);
    run.says(() => `${by.name}: ${fault}`);
  };

  const seenBy = (who: Machine): Table => {
    const go = travel(run, (line) => run.says(() => line));
    const read = <T>(work: () => Promise<T>): Promise<T> =>
      go(who, LEAST, MOST, async () => {
        const fault = faults.drawOne(READ_FAULTS);
        if (fault !== undefined) {
          strikes(who, fault);
          throw tableFault(fault === 'the table throttles' ? 'throttled' : 'unreachable', 'a fault of the run');
        }
        return work();
      });
    const write = <T>(work: () => Promise<T>, keep?: () => Promise<void>): Promise<T> =>
      go(who, LEAST, MOST, async () => {
        const fault = faults.drawOne(WRITE_FAULTS);
        writer = who.name;
        if (fault === 'the table throttles' || fault === 'a write gets no answer and took no effect') {
          strikes(who, fault);
          throw tableFault(fault === 'the table throttles' ? 'throttled' : 'unreachable', 'a fault of the run');
        }
        await keep?.();
        if (fault === 'an answer is lost and the write sent again') {
          run.says(() => `${who.name}: ${fault}`);
          carryNext = sentAgain(who.name);
        }
        const result = await work();
        if (fault !== 'a write gets no answer and took effect') return result;
        strikes(who, fault);
        throw tableFault('unreachable', 'a fault of the run');
      });
    /** A row as a weak read may show it. */
    const weakly = (item: StoredItem | undefined): StoredItem | undefined => {
      const old = item === undefined ? undefined : before.get(nameOf(item.key));
      if (old === undefined || old.until + STALE_FOR < time.now() || !faults.draw('a weak read is stale')) return item;
      faults.count('a weak read is stale');
      return old.item;
    };
    const keepOld = (key: Key) => async (): Promise<void> => {
      const item = await inner.get(key);
      if (item !== undefined) before.set(nameOf(key), { item, until: time.now() });
    };
    return {
      get: (key, options) =>
        read(async () => {
          const item = await inner.get(key);
          return options?.strong === true ? item : weakly(item);
        }),
      getMany: (keys) => read(() => inner.getMany(keys)),
      list: (range) =>
        read(async () => {
          const page = await inner.list(range);
          return range.strong === true ? page : { ...page, items: page.items.map((item) => weakly(item) ?? item) };
        }),
      listDue: (query) =>
        read(async () => {
          const lags = faults.draw('the due index lags');
          const lagOf = (): number => (lags ? chance.between(0, LONGEST_LAG) : 0);
          const { page, isOld } = index.page(query, time.now(), lagOf);
          if (isOld) strikes(who, 'the due index lags');
          return page;
        }),
      put: (item, condition) => write(() => inner.put(item, condition), keepOld(item.key)),
      mark: (key, kind, entry, mark) => write(() => inner.mark(key, kind, entry, mark)),
      markMany: (key, kind, marks) => write(() => inner.markMany(key, kind, marks)),
      add: (key, kind, n, atMost, options) => write(() => inner.add(key, kind, n, atMost, options)),
      remove: (key, condition) => write(() => inner.remove(key, condition)),
    };
  };

  return { seenBy, index, /** Without faults and at once. */ plain: inner };
};

export type FaultyTable = ReturnType<typeof faultyTable>;
