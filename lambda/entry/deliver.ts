import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { wiredOnce } from '../core/kernel/wired-once.ts';
import { wireAnswerBells } from '../wiring/deliver.ts';
import { amazonEchos } from './amazon-channels.ts';
import { awsBell, awsEdges, wait } from './aws-edges.ts';
import { carerMessages } from './carer-messages.ts';
import { openSettings } from './open-settings.ts';

const wire = async () => {
  const settings = await openSettings('deliver');
  const edges = awsEdges(settings);
  const { COUNCIL: council, DISPATCH_EPOCH: dispatchEpoch } = settings;
  const reaching = { ...amazonEchos(settings, edges), carerMessages: carerMessages(settings) };
  return wireAnswerBells({ ...edges, ...reaching, wait, bell: awsBell(settings), council, dispatchEpoch });
};

const answer = wiredOnce(wire);

/** Called by AWS with a batch of bells; the ids it returns are rung again. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const again = await (await answer())(event.Records);
  return { batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) };
};
