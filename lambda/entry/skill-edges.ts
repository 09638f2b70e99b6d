import { signedTable } from '../adapters/dynamodb/signed-table.ts';
import { signedBell } from '../adapters/sqs/signed-bell.ts';
import { processEdges, signedEdges } from './process-edges.ts';
import { endpointOf } from './settings.ts';

type SkillSettings = Readonly<Record<'AWS_REGION' | 'TABLE_NAME' | 'URGENT_QUEUE_URL' | 'ROUTINE_QUEUE_URL', string>>;

/** A bell that fails is found by the next tick, so it may not use up the eight seconds that Alexa waits. */
const BELL_TRIES = { maxAttempts: 2, limits: { connect: 500, answer: 1_000 } } as const;

/** What the skill has on AWS. Its table and its bell do without the SDK: somebody waits for the answer while it starts. */
export const skillEdges = (settings: SkillSettings) => {
  const edges = processEdges();
  const signed = signedEdges(settings.AWS_REGION);
  const queues = { urgent: settings.URGENT_QUEUE_URL, routine: settings.ROUTINE_QUEUE_URL };
  return {
    ...edges,
    table: signedTable({
      ...signed,
      endpoint: endpointOf('DYNAMODB'),
      tableName: settings.TABLE_NAME,
      newWriteId: edges.newId,
    }),
    bell: signedBell({ ...signed, ...BELL_TRIES, endpoint: endpointOf('SQS'), queues }),
  };
};
