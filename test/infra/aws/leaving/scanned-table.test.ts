import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { scannedTable } from '../../../../infra/aws/leaving/scanned-table.ts';
import { overEveryRow } from '../../../../infra/aws/leaving/whole-table.ts';
import { createTable } from '../../../../infra/local/dynamodb/create-table.ts';
import { type Engine, startEmbeddedEngine } from '../../../../infra/local/dynamodb/embedded-engine.ts';
import { dynamoTable } from '../../../../lambda/adapters/dynamodb/dynamo-table.ts';
import { clientOf } from '../../../contracts/sdk-table-on-trial.ts';
import { countingIds } from '../../../support/counting-ids.ts';
import { inTemporaryFolder } from '../../../support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const LARGE = 'x'.repeat(90_000);

let engine: Engine;
let client: DynamoDBClient;
before(async () => {
  engine = await startEmbeddedEngine({});
  client = clientOf(engine);
});
after(async () => {
  client.destroy();
  await engine.close();
});

const filled = async (tableName: string, rows: number): Promise<void> => {
  await createTable(client, tableName);
  const table = dynamoTable({ client, tableName, newWriteId: countingIds('write') });
  for (let n = 0; n < rows; n += 1) {
    const key = { pk: 'C#harbour#HOMES', sk: `home-${n}` };
    await table.put({ key, kind: 'home-pointer', body: { text: LARGE } }, { ifNew: true });
  }
};

test('every row is read once, over as many pages as there are', async () => {
  await filled('pages', 30);
  const seen: string[] = [];
  let pages = 0;
  const whole = scannedTable(client, 'pages');
  const counted = {
    page: async (mark?: string) => {
      pages += 1;
      return whole.page(mark);
    },
  };
  assert.equal(await overEveryRow(counted, ({ key }) => void seen.push(key.sk)), 0);
  assert.deepEqual(new Set(seen).size, 30);
  assert.deepEqual([seen.length, pages > 1], [30, true]);
});

test('a row that this code did not write is counted, and hides no other', async () => {
  await filled('strange', 2);
  const Item = { pk: { S: 'C#harbour#HOMES' }, sk: { S: 'home-x' } };
  await client.send(new PutItemCommand({ TableName: 'strange', Item }));
  const rows: string[] = [];
  assert.equal(await overEveryRow(scannedTable(client, 'strange'), ({ key }) => void rows.push(key.sk)), 1);
  assert.equal(rows.length, 2);
});

test('the command exports a council and says what it did', async () =>
  inTemporaryFolder(async (folder) => {
    await filled('command', 3);
    const out = join(folder, 'harbour.jsonl');
    const leave = (...args: readonly string[]) =>
      promisify(execFile)(process.execPath, [join(ROOT, 'infra/aws/leaving/main.ts'), ...args], {
        env: { ...process.env, AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
      });
    const at = ['--table', 'command', '--endpoint', engine.endpoint, '--council', 'harbour', '--by', 'ops'];
    const { stdout } = await leave('export-council', ...at, '--out', out);
    assert.match(stdout, /^4 rows of 2 kinds, SHA-256 [0-9a-f]{64}\.\n$/);
    assert.match((await leave('check-export', '--out', out)).stdout, /^Whole: 4 rows/);
    await assert.rejects(leave('erase-council', ...at), /Say which council once more/);
    await assert.rejects(leave('sing'), /npm run leave/);
  }));
