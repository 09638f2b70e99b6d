import { parseArgs } from 'node:util';
import { dynamoClient } from '../lambda/adapters/dynamodb/dynamo-client.ts';
import { dynamoTable } from '../lambda/adapters/dynamodb/dynamo-table.ts';
import { randomId } from '../lambda/adapters/secrets/random-id.ts';
import { PAUSES } from '../lambda/core/people/sending.ts';
import { switchMark, switchSending } from '../lambda/core/people/switch-sending.ts';
import { careStores } from '../lambda/wiring/care-stores.ts';

export const USAGE = `npm run sending -- --table NAME --region eu-west-1 --council ID --by NAME --pause everything|routine|nothing --reason "Why"
Holds back the sending of every council in the table, or lets it go on. --council and --by say where, and under which name, it is noted.`;

/** The whole service's switch, turned from a terminal by whoever runs it. Returns one sentence; `isDone` is false when nothing was switched. */
export const switchService = async (
  args: readonly string[],
  now: () => number,
): Promise<{ readonly isDone: boolean; readonly says: string }> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      table: { type: 'string' },
      region: { type: 'string', default: 'eu-west-1' },
      endpoint: { type: 'string' },
      council: { type: 'string' },
      by: { type: 'string' },
      pause: { type: 'string' },
      reason: { type: 'string', default: '' },
    },
  });
  const { table: tableName, council, by, region, endpoint, reason } = values;
  const paused = PAUSES.find((known) => known === values.pause);
  if (tableName === undefined || council === undefined || by === undefined || paused === undefined)
    return { isDone: false, says: USAGE };
  const client = dynamoClient({ region, maxAttempts: 3, ...(endpoint === undefined ? {} : { endpoint }) });
  try {
    const table = dynamoTable({ client, tableName, newWriteId: randomId });
    const stores = careStores(table, now, () => {});
    if ((await stores.councils.ofId(council)) === undefined)
      return { isDone: false, says: 'There is no such council in that table.' };
    const needs = { switches: stores.switches, audit: stores.audit, clock: now };
    const seen = switchMark((await stores.switches.of('service'))?.value);
    const outcome = await switchSending(needs)(
      'service',
      council,
      { kind: 'system', id: by },
      { paused, reason, seen },
    );
    switch (outcome.kind) {
      case 'sending-switched':
        return { isDone: true, says: `Switched: ${paused} is held back for every council in this table.` };
      case 'sending-already-so':
        return { isDone: true, says: `It stood so already: ${paused} is held back.` };
      case 'reason-missing':
      case 'reason-too-long':
      case 'not-allowed':
      case 'changed-meanwhile':
        return { isDone: false, says: `Not switched: ${outcome.kind}.` };
    }
  } finally {
    client.destroy();
  }
};
