import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { LOCAL_SKILL_ID } from '../../infra/local/skill-model.ts';
import { practiceCloud } from '../../scripts/practice-cloud.ts';

/** A table that answers at once: what the embedded engine said the first time, it says again from memory. */
export type AnswerStub = {
  /** What Lambda would set for the skill and for the peers. */
  readonly environment: Readonly<Record<string, string>>;
  /** How many requests came since this was last asked, by operation. */
  readonly requests: () => Readonly<Record<string, number>>;
  /** From the next request on, answers come from the engine again, each its own, until `repeat`: so that it learns what a conversation writes. */
  readonly learn: () => void;
  /** From the next request on, what is asked a second time is answered from memory. */
  readonly repeat: () => void;
  /** What Lambda would set for any other function, with the same table. */
  readonly practice: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export const answerStub = async (): Promise<AnswerStub> => {
  const cloud = await practiceCloud(Date.now());
  let learning = false;
  const known = new Map<string, string>();
  let counted: Record<string, number> = {};
  const handOn = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = String(request.headers['x-amz-target']);
    const body = await text(request);
    counted[target] = (counted[target] ?? 0) + 1;
    const sameAs = questionOf(target, body);
    const answer = (learning ? undefined : known.get(sameAs)) ?? (await ask(cloud.endpoint, request, body));
    known.set(sameAs, answer);
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
  };
  const server = createServer((request, response) => {
    handOn(request, response).catch(() => response.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    practice: { ...cloud.environment, AWS_ENDPOINT_URL_DYNAMODB: endpoint },
    environment: {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      TABLE_NAME: 'bellbird',
      COUNCIL: 'harbour',
      SKILL_ID: LOCAL_SKILL_ID,
      HASH_KEY: 'hash',
      SEAL_KEY: 'seal',
      ALEXA_API_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:1', // a launch rings no bell
      URGENT_QUEUE_URL: 'http://127.0.0.1:1/urgent',
      ROUTINE_QUEUE_URL: 'http://127.0.0.1:1/routine',
    },
    learn: () => {
      learning = true;
    },
    repeat: () => {
      learning = false;
      known.clear();
    },
    requests: () => {
      const before = counted;
      counted = {};
      return before;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await cloud.close();
    },
  };
};

/** A read is the same as an earlier one but for the numbers of its times; of a write, only that it is one. */
const questionOf = (target: string, body: string): string =>
  /GetItem|Query/.test(target) ? `${target} ${body.replace(/\d+/g, '#')}` : target;

const ask = async (endpoint: string, request: IncomingMessage, body: string): Promise<string> => {
  const { connection: _c, host: _h, 'content-length': _l, ...headers } = request.headers;
  const answer = await fetch(endpoint, { method: 'POST', headers: headers as Record<string, string>, body });
  if (!answer.ok) throw new Error(`the engine refused: ${answer.status}`);
  return answer.text();
};
