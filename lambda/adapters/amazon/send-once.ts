import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { request as requestSecurely } from 'node:https';

export type Sent = { readonly status: number; readonly retryAfter: string | undefined; readonly text: string };

/** What these APIs answer is small; an error page of any size must not fill the memory of a worker (D24). */
const LARGEST_ANSWER = 1024 * 1024;

const textOf = async (response: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_ANSWER) throw new RangeError('an answer is too large');
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
};

/**
 * Sends one request over a connection that Node's own agent keeps open, and reads the whole answer. Redirects are not followed. Rejects when no whole
 * answer came `within` so many milliseconds. `fetch` does the same at twice the work for each call.
 */
export const sendOnce = (
  url: string,
  { method, headers }: Pick<RequestOptions, 'method' | 'headers'>,
  body: string | undefined,
  within: number,
): Promise<Sent> =>
  new Promise((resolve, reject) => {
    const open = url.startsWith('https:') ? requestSecurely : request;
    const asked = open(url, { method, headers });
    const timer = setTimeout(() => asked.destroy(new Error('no answer in time')), within);
    const fail = (fault: unknown): void => {
      clearTimeout(timer);
      asked.destroy();
      reject(fault);
    };
    asked.on('error', fail);
    asked.on('response', (response) => {
      textOf(response).then((text) => {
        clearTimeout(timer);
        resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text });
      }, fail);
    });
    asked.end(body);
  });
