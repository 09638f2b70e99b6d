import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { wireAnswerBells } from '../wiring/deliver.ts';
import { amazonChannels, amazonWake } from './amazon-channels.ts';
import { awsBell, awsEdges, wait } from './aws-edges.ts';
import { carerMessages } from './carer-messages.ts';
import { settingsOf } from './settings.ts';

const wire = () => {
  const settings = settingsOf('deliver');
  const edges = awsEdges(settings);
  const channels = amazonChannels(settings, edges);
  const messages = { carerMessages: carerMessages(settings), wakeSkill: amazonWake(settings, edges) };
  const { COUNCIL: council, DISPATCH_EPOCH: dispatchEpoch } = settings;
  return wireAnswerBells({ ...edges, ...messages, wait, channels, bell: awsBell(settings), council, dispatchEpoch });
};

let answer: ReturnType<typeof wire> | undefined;

/** Called by AWS with a batch of bells; the ids it returns are rung again. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  answer ??= wire();
  const again = await answer(event.Records);
  return { batchItemFailures: again.map((itemIdentifier) => ({ itemIdentifier })) };
};
