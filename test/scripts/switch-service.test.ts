import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTable } from '../../infra/local/dynamodb/create-table.ts';
import { startEmbeddedEngine } from '../../infra/local/dynamodb/embedded-engine.ts';
import { dynamoTable } from '../../lambda/adapters/dynamodb/dynamo-table.ts';
import { instantOf } from '../../lambda/core/kernel/uk-time.ts';
import { careStores } from '../../lambda/wiring/care-stores.ts';
import { switchService } from '../../scripts/switch-service.ts';
import { clientOf, TABLE_NAME } from '../contracts/sdk-table-on-trial.ts';
import { aCouncil } from '../support/builders/people.ts';
import { countingIds } from '../support/counting-ids.ts';

test('D52 whoever runs the service holds back every council from a terminal, with a name and a reason', async (t) => {
  t.after(() => {
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
  });
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  const now = () => instantOf('2026-11-24T10:00');
  const engine = await startEmbeddedEngine({});
  const client = clientOf(engine);
  try {
    await createTable(client, TABLE_NAME);
    const table = dynamoTable({ client, tableName: TABLE_NAME, newWriteId: countingIds('write') });
    const stores = careStores(table, now, () => {});
    await stores.councils.save(aCouncil());
    const place = ['--table', TABLE_NAME, '--endpoint', engine.endpoint, '--by', 'duty', '--pause', 'everything'];
    const flip = (...more: readonly string[]) => switchService([...place, ...more], now);
    assert.equal((await flip()).isDone, false);
    assert.equal((await flip('--council', 'harbour')).isDone, false, 'without a reason');
    assert.equal((await flip('--council', 'nowhere', '--reason', 'A fault')).isDone, false);
    assert.equal(await stores.switches.of('service'), undefined);
    assert.equal((await flip('--council', 'harbour', '--reason', 'A fault')).isDone, true);
    assert.equal((await flip('--council', 'harbour', '--reason', 'A fault')).isDone, true, 'it stands so already');
    assert.equal((await stores.switches.of('service'))?.value.paused, 'everything');
    const [entry] = await stores.audit.of('harbour', 'SENDING#SERVICE');
    assert.deepEqual([entry?.act.by.id, entry?.act.reason], ['duty', 'A fault']);
  } finally {
    client.destroy();
    await engine.close();
  }
});
