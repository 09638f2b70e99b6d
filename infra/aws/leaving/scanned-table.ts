import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { itemOf } from '../../../lambda/adapters/dynamodb/item-attributes.ts';
import type { StoredItem } from '../../../lambda/adapters/table/table.ts';
import type { WholeTable } from './whole-table.ts';

type Attributes = Record<string, AttributeValue>;

const readOrUndefined = (attributes: Attributes): StoredItem | undefined => {
  try {
    return itemOf(attributes);
  } catch {
    return undefined; // it is counted, and whatever is made of the table says that it is not whole
  }
};

/** Where a scan goes on, by the marks that were given out for it. */
const cursors = () => {
  const kept = new Map<string, Attributes>();
  return {
    keep: (key: Attributes): string => {
      const mark = JSON.stringify([key.pk, key.sk]);
      kept.clear();
      kept.set(mark, key);
      return mark;
    },
    of: (mark: string | undefined): Attributes | undefined => (mark === undefined ? undefined : kept.get(mark)),
  };
};

/** A DynamoDB table from end to end, by its Scan (Amazon: at most 1 MB a page, two units of reading for 8 KB strongly read). */
export const scannedTable = (client: DynamoDBClient, tableName: string): WholeTable => {
  const places = cursors();
  return {
    page: async (after) => {
      const answer = await client.send(
        new ScanCommand({ TableName: tableName, ConsistentRead: true, ExclusiveStartKey: places.of(after) }),
      );
      const read = (answer.Items ?? []).map(readOrUndefined);
      const rows = read.filter((row) => row !== undefined);
      const page = { rows, unreadable: read.length - rows.length };
      return answer.LastEvaluatedKey === undefined ? page : { ...page, after: places.keep(answer.LastEvaluatedKey) };
    },
  };
};
