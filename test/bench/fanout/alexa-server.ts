import { createServer } from 'node:http';
import { setTimeout as timeout } from 'node:timers/promises';

/**
 * An Alexa in a process of its own: every event is answered after thirty milliseconds, one in a hundred with 429 and one in two hundred with 500. With
 * a limit, so many events a second are taken (a tenth of a second's worth at once) and the rest are refused. `GET /counts` says what came.
 */
const limit = Number(process.argv[2] ?? 0);
const ANSWERS_AFTER = 30;

const counts = { taken: 0, refused: 0, failed: 0, underWay: 0, mostUnderWay: 0, firstAt: 0, lastAt: 0 };
const seen = new Map<string, number>();
let left = limit / 10;
let filledAt = performance.now();

const isWithinLimit = (): boolean => {
  if (limit === 0) return Math.random() >= 0.01;
  const now = performance.now();
  left = Math.min(limit / 10, left + (limit * (now - filledAt)) / 1_000);
  filledAt = now;
  if (left < 1) return false;
  left -= 1;
  return true;
};

const statusOf = (text: string): number => {
  if (!isWithinLimit()) return 429;
  if (limit === 0 && Math.random() < 0.005) return 500;
  const { referenceId = text } = JSON.parse(text);
  const times = seen.get(referenceId) ?? 0;
  seen.set(referenceId, times + 1);
  return times === 0 ? 202 : 409;
};

const server = createServer(async (request, response) => {
  if (request.url === '/counts') {
    response.end(JSON.stringify({ ...counts, distinct: seen.size }));
    return;
  }
  let text = '';
  for await (const part of request) text += part;
  if (request.url === '/token') {
    response.end(JSON.stringify({ access_token: 't', expires_in: 3_600 }));
    return;
  }
  counts.underWay += 1;
  counts.mostUnderWay = Math.max(counts.mostUnderWay, counts.underWay);
  await timeout(ANSWERS_AFTER);
  const status = statusOf(text);
  if (status === 429) counts.refused += 1;
  else if (status === 500) counts.failed += 1;
  else counts.taken += 1;
  counts.firstAt ||= performance.now();
  counts.lastAt = performance.now();
  counts.underWay -= 1;
  response.statusCode = status;
  response.end();
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
