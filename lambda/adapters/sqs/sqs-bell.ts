import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Bell } from '../../core/delivery/bell.ts';
import { bellOver, type QueueUrls } from './bell-over.ts';

/** One client for a process, made by whoever wires it. */
export const sqsClient = (settings: { readonly region: string; readonly endpoint?: string }): SQSClient =>
  new SQSClient(settings);

/** Bells through the SDK: `bellOver`. */
export const sqsBell = (client: SQSClient, queues: QueueUrls): Bell =>
  bellOver((message) => client.send(new SendMessageCommand(message)), queues);
