import {
  type ClientRequest,
  Agent as HttpAgent,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
} from 'node:http';
import { Agent as HttpsAgent, request as requestSecurely } from 'node:https';
import { awsFault } from './aws-fault.ts';

/** `date` is the service's own time in epoch milliseconds, or NaN. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly date: number;
  readonly requestId: string | undefined;
};

/** Times in milliseconds. `answer` counts from the moment the request is made, connecting included. */
export type TimeLimits = { readonly connect: number; readonly answer: number };

export type PostOnce = (headers: OutgoingHttpHeaders, body: string) => Promise<Answer>;

const MOST_SOCKETS = 64;
const LARGEST_ANSWER = 4 * 1024 * 1024; // DynamoDB answers with at most 1 MB of items, which JSON makes longer

/** Posts to one address over connections that are kept. Throws an `AwsFault` without a status when no answer came. */
export const postOnce = (address: URL, limits: TimeLimits): PostOnce => {
  const isSecure = address.protocol === 'https:';
  const kept = { keepAlive: true, maxSockets: MOST_SOCKETS };
  const agent = isSecure ? new HttpsAgent(kept) : new HttpAgent(kept);
  const open = isSecure ? requestSecurely : request;
  return (headers, body) =>
    new Promise((resolve, reject) => {
      const asked = open(address, { agent, method: 'POST', headers });
      const timers = limitTimes(asked, limits);
      const done = () => timers.forEach(clearTimeout);
      asked.on('error', (error) => {
        done();
        reject(isOurs(error) ? error : awsFault(nameOf(error)));
      });
      asked.on('response', (response) => {
        readAll(response, asked).then(
          (text) => {
            done();
            resolve(answerOf(response, text));
          },
          (error: unknown) => {
            done();
            reject(isOurs(error) ? error : awsFault(nameOf(error)));
          },
        );
      });
      asked.end(body);
    });
};

const limitTimes = (asked: ClientRequest, { connect, answer }: TimeLimits): NodeJS.Timeout[] => {
  const giveUp = () => asked.destroy(awsFault('TimeoutError'));
  const timers = [setTimeout(giveUp, answer)];
  asked.on('socket', (socket) => {
    if (!socket.connecting) return;
    const connecting = setTimeout(giveUp, connect);
    timers.push(connecting);
    socket.once('connect', () => clearTimeout(connecting));
  });
  return timers;
};

const readAll = async (response: IncomingMessage, asked: ClientRequest): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_ANSWER) {
      asked.destroy();
      throw awsFault('AnswerTooLarge', { httpStatusCode: 413 });
    }
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
};

const answerOf = ({ statusCode, headers }: IncomingMessage, text: string): Answer => {
  const id = headers['x-amzn-requestid'];
  return {
    status: statusCode ?? 0,
    text,
    date: Date.parse(headers.date ?? ''),
    requestId: typeof id === 'string' ? id : undefined,
  };
};

const isOurs = (error: unknown): boolean => typeof error === 'object' && error !== null && '$metadata' in error;

/** The code of a system error (ECONNRESET…) or the class of the error: neither holds what was asked. */
const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'UnknownError';
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' ? code : error.name;
};
