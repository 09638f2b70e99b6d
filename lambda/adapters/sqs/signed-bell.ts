import type { Bell } from '../../core/delivery/bell.ts';
import { type AwsJsonSettings, awsJsonCall } from '../aws-json/aws-json-call.ts';
import { bellOver, type QueueUrls } from './bell-over.ts';

/** Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html */
const SQS = { name: 'sqs', target: 'AmazonSQS', contentType: 'application/x-amz-json-1.0' } as const;

/** Bells without the SDK, for whoever is waited for while it starts: `bellOver`. */
export const signedBell = ({ queues, ...settings }: AwsJsonSettings & { readonly queues: QueueUrls }): Bell => {
  const call = awsJsonCall(SQS, settings);
  return bellOver((message) => call('SendMessage', message), queues);
};
