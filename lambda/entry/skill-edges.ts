import { signedTable } from '../adapters/dynamodb/signed-table.ts';
import { processEdges, signedEdges } from './process-edges.ts';
import { endpointOf } from './settings.ts';

/** What the skill has on AWS. Its table does without the SDK: somebody waits for the answer while it starts. */
export const skillEdges = ({ AWS_REGION, TABLE_NAME: tableName }: { AWS_REGION: string; TABLE_NAME: string }) => {
  const edges = processEdges();
  const endpoint = endpointOf('DYNAMODB');
  return { ...edges, table: signedTable({ ...signedEdges(AWS_REGION), endpoint, tableName, newWriteId: edges.newId }) };
};
