// `npm run begin -- people.json --table bellbird-harbour-live`: a council's first officers, homes and residents, with the AWS
// credentials at hand.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dynamoClient } from '../../../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../../../lambda/adapters/dynamodb/dynamo-table.ts';
import { randomId } from '../../../lambda/adapters/secrets/random-id.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { beginCouncil } from './begin-council.ts';
import { beginning } from './beginning.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { table: { type: 'string' }, region: { type: 'string', default: 'eu-west-1' } },
});

try {
  const [file] = positionals;
  if (file === undefined || values.table === undefined)
    throw new Error('Say which people and which table: npm run begin -- people.json --table NAME');
  const client = dynamoClient({ region: values.region, maxAttempts: 5 });
  const table = dynamoTable({ client, tableName: values.table, newWriteId: randomId });
  const stores = careStores(table, Date.now, () => undefined);
  const { added, stoodAlready } = await beginCouncil(stores)(beginning(readFileSync(file, 'utf8'), Date.now()));
  console.log(`${added} rows added, ${stoodAlready} stood already.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
