// `npm run leave -- WHAT --table NAME --council ID --by NAME …`: hands over what is held, and forgets it, with the AWS credentials at hand.
import { parseArgs } from 'node:util';
import { dynamoClient } from '../../../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../../../lambda/adapters/dynamodb/dynamo-table.ts';
import { randomId } from '../../../lambda/adapters/secrets/random-id.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { checkFile, eraseAll, eraseOne, exportAll, exportOne, repeatErasures, type Said } from './leave.ts';
import { scannedTable } from './scanned-table.ts';

const USAGE = `npm run leave -- WHAT --table NAME --council ID --by NAME, where WHAT is
  export-resident --resident ID --out FOLDER     everything about one resident, as JSON and as text
  export-council --out FILE                      everything of a council, a row a line
  check-export --out FILE                        whether such a file is whole
  erase-resident --resident ID [--may-ring]      what two officers have agreed to on the resident's page
  erase-council --confirm ID                     when nothing of it speaks any more
  erase-again --epoch N --from TABLE | --list F  in a table that was restored`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    table: { type: 'string' },
    region: { type: 'string', default: 'eu-west-1' },
    endpoint: { type: 'string' },
    council: { type: 'string' },
    by: { type: 'string' },
    resident: { type: 'string' },
    out: { type: 'string' },
    confirm: { type: 'string' },
    epoch: { type: 'string' },
    from: { type: 'string' },
    list: { type: 'string' },
    'may-ring': { type: 'boolean', default: false },
  },
});

const leave = async (): Promise<Said> => {
  const [what] = positionals;
  const { table: tableName, council, by, region, endpoint, from, epoch, list } = values;
  if (what === 'check-export') return checkFile(values);
  if (tableName === undefined || council === undefined || by === undefined) return { isDone: false, says: USAGE };
  const client = dynamoClient({ region, maxAttempts: 8, ...(endpoint === undefined ? {} : { endpoint }) });
  const table = dynamoTable({ client, tableName, newWriteId: randomId });
  const stores = careStores(table, Date.now, () => undefined);
  const needs = { table, whole: scannedTable(client, tableName), stores, clock: Date.now };
  const request = { ...values, council, by, mayRing: values['may-ring'] };
  switch (what) {
    case 'export-resident':
      return exportOne(needs, request);
    case 'export-council':
      return exportAll(needs, request);
    case 'erase-resident':
      return eraseOne(needs, request);
    case 'erase-council':
      return eraseAll(needs, request);
    case 'erase-again':
      return epoch === undefined
        ? { isDone: false, says: USAGE }
        : repeatErasures(needs, {
            ...request,
            epoch,
            ...(list === undefined ? {} : { list }),
            ...(from === undefined ? {} : { before: scannedTable(client, from) }),
          });
    default:
      return { isDone: false, says: USAGE };
  }
};

try {
  const { isDone, says } = await leave();
  (isDone ? process.stdout : process.stderr).write(`${says}\n`);
  process.exitCode = isDone ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'it could not be done'}\n`);
  process.exitCode = 1;
}
