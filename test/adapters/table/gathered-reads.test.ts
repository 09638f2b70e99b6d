import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { gatheredReads } from '../../../lambda/adapters/table/gathered-reads.ts';
import { type Key, type Table, tableFault } from '../../../lambda/adapters/table/table.ts';
import { countingIds } from '../../support/counting-ids.ts';

const keyOf = (n: number): Key => ({ pk: `C#harbour#RES#r${n}`, sk: 'A#RESIDENT' });

const filled = async (count: number) => {
  const inner = memoryTable({ newWriteId: countingIds('write') });
  for (let n = 0; n < count; n += 1) await inner.put({ key: keyOf(n), kind: 'x', body: { n } }, { ifNew: true });
  const asked: string[] = [];
  const watched: Table = {
    ...inner,
    get: (key, options) => {
      asked.push(options?.strong === true ? 'strong' : 'weak');
      return inner.get(key, options);
    },
    getMany: (keys) => {
      asked.push(`many ${keys.length}`);
      return inner.getMany(keys);
    },
  };
  return { inner, asked, watched, table: gatheredReads(watched) };
};

describe('reads that are gathered', () => {
  test('what is asked for at the same moment goes in requests of at most a hundred, and each gets its own', async () => {
    const { asked, table } = await filled(230);
    const items = await Promise.all(Array.from({ length: 230 }, (_, n) => table.get(keyOf(n), { strong: true })));
    assert.deepEqual(asked, ['many 100', 'many 100', 'many 30']);
    assert.deepEqual(
      items.map((item) => item?.body.n),
      Array.from({ length: 230 }, (_, n) => n),
    );
  });

  test('those who go on together are read together again', async () => {
    const { asked, table } = await filled(10);
    const twice = async (n: number) => {
      const first = await table.get(keyOf(n), { strong: true });
      return table.get(keyOf(9 - Number(first?.body.n)), { strong: true });
    };
    await Promise.all(Array.from({ length: 10 }, (_, n) => twice(n)));
    assert.deepEqual(asked, ['many 10', 'many 10']);
  });

  test('a key that is asked for twice at once is read once, and read anew the next time', async () => {
    const { asked, table, inner } = await filled(2);
    const [one, other] = await Promise.all([1, 2].map(() => table.get(keyOf(0), { strong: true })));
    assert.equal(one, other);
    await inner.put({ key: keyOf(0), kind: 'x', body: { n: 'later' } }, { ifVersion: 1 });
    assert.equal((await table.get(keyOf(0), { strong: true }))?.body.n, 'later');
    assert.deepEqual(asked, ['strong', 'strong']);
  });

  test('a weak read goes by itself, and what is not there is not there', async () => {
    const { asked, table } = await filled(1);
    assert.equal((await table.get(keyOf(0)))?.body.n, 0);
    const [there, missing] = await Promise.all([0, 7].map((n) => table.get(keyOf(n), { strong: true })));
    assert.deepEqual([there?.body.n, missing], [0, undefined]);
    assert.deepEqual(asked, ['weak', 'many 2']);
  });

  test('D33 a request that fails is a fault of every item in it, and of no other', async () => {
    const { watched } = await filled(4);
    let asked = 0;
    const table = gatheredReads({
      ...watched,
      getMany: async (keys) => {
        asked += 1;
        if (asked === 1) throw tableFault('throttled', 'a fault of the test');
        return watched.getMany(keys);
      },
    });
    const both = () => Promise.allSettled([0, 1].map((n) => table.get(keyOf(n), { strong: true })));
    assert.deepEqual(
      (await both()).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.deepEqual(
      (await both()).map(({ status }) => status),
      ['fulfilled', 'fulfilled'],
    );
  });
});
