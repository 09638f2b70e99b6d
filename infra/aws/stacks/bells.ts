import { Duration, type Stack } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';

export type Lane = 'urgent' | 'routine';
export type Bells = Readonly<Record<Lane, { readonly queue: Queue; readonly dead: Queue }>>;

/** Seconds that the worker may take for a batch; a bell stays hidden six times as long (AWS's own advice for SQS and Lambda). */
export const WORKER_SECONDS = 60;

/** Two lanes, each with a dead letter queue that keeps for 14 days. A bell holds keys only, so a redrive finds the truth afresh. */
export const bellQueues = (stack: Stack, prefix: string, key: Key): Bells => {
  const lane = (name: Lane) => {
    const common = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: true };
    const dead = new Queue(stack, `${name}-dead`, {
      ...common,
      queueName: `${prefix}-${name}-dead`,
      retentionPeriod: Duration.days(14),
    });
    const queue = new Queue(stack, `${name}-bells`, {
      ...common,
      queueName: `${prefix}-${name}`,
      visibilityTimeout: Duration.seconds(6 * WORKER_SECONDS),
      retentionPeriod: Duration.days(1),
      deadLetterQueue: { queue: dead, maxReceiveCount: 4 },
    });
    return { queue, dead };
  };
  return { urgent: lane('urgent'), routine: lane('routine') };
};
