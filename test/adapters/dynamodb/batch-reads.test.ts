import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { marshall } from '@aws-sdk/util-dynamodb';
import { batchReader } from '../../../lambda/adapters/dynamodb/batch-reads.ts';
import type { DynamoRequests } from '../../../lambda/adapters/dynamodb/dynamo-requests.ts';
import type { Key } from '../../../lambda/adapters/table/table.ts';

const keyOf = (n: number): Key => ({ pk: 'C#harbour#TEST', sk: `X${n}` });
const rowOf = (sk: unknown) => marshall({ pk: 'C#harbour#TEST', sk, kind: 'x', body: '{}', version: 1, writeId: 'w' });

/** An engine that leaves all but `reads` keys of each request unread. */
const engine = (reads: (request: number) => number) => {
  const asked: string[][] = [];
  const paused: number[] = [];
  const requests: Pick<DynamoRequests, 'batchGetItem'> = {
    batchGetItem: async (input) => {
      const { bellbird } = input.RequestItems ?? {};
      assert.equal(bellbird?.ConsistentRead, true);
      const keys = bellbird?.Keys ?? [];
      asked.push(keys.map(({ sk }) => sk?.S ?? ''));
      const count = reads(asked.length);
      const left = keys.slice(count);
      return {
        Responses: { bellbird: keys.slice(0, count).map(({ sk }) => rowOf(sk?.S)) },
        UnprocessedKeys: left.length === 0 ? {} : { bellbird: { Keys: left } },
      };
    },
  };
  const getMany = batchReader(requests, 'bellbird', async (ms) => void paused.push(ms));
  return { getMany, asked, paused };
};

describe('reading a batch', () => {
  test('D32 keys that were left unread are asked for again after a pause, longer each time', async () => {
    const { getMany, asked, paused } = engine(() => 2);
    const read = await getMany([1, 2, 3, 4, 5].map(keyOf));
    assert.deepEqual(
      read.map((item) => item?.key.sk),
      ['X1', 'X2', 'X3', 'X4', 'X5'],
    );
    assert.deepEqual(asked, [['X1', 'X2', 'X3', 'X4', 'X5'], ['X3', 'X4', 'X5'], ['X5']]);
    const [first = 0, second = 0] = paused;
    assert.ok(first >= 12.5 && first <= 25 && second >= 25 && second <= 50);
  });

  test('D32 a batch that is never read whole is a fault, not a row that is not there', async () => {
    const { getMany, asked } = engine((request) => (request === 1 ? 1 : 0));
    await assert.rejects(() => getMany([1, 2].map(keyOf)), { name: 'TableFault', code: 'throttled' });
    assert.equal(asked.length, 6);
  });

  test('what is read by the last try is enough', async () => {
    const { getMany } = engine((request) => (request === 6 ? 1 : 0));
    assert.equal((await getMany([keyOf(1)]))[0]?.key.sk, 'X1');
  });

  test('a key that is named twice is asked for once', async () => {
    const { getMany, asked } = engine(() => 100);
    assert.equal((await getMany([1, 1, 2].map(keyOf))).length, 3);
    assert.deepEqual(asked, [['X1', 'X2']]);
  });
});
