import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type ClockSkew, clockSkew } from '../../../lambda/adapters/dynamodb/clock-skew.ts';
import { clientOf } from '../../contracts/sdk-table-on-trial.ts';

const NOON = Date.parse('2026-11-24T12:00:00Z');

/** A table that says any time, and a clock of ours that says any other. */
let server: Server;
let client: DynamoDBClient;
let skew: ClockSkew;
let tableSays: string | undefined;
let status: number;
let now: number;
let took: number;

before(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.sendDate = false;
    if (tableSays !== undefined) response.setHeader('Date', tableSays);
    now += took;
    response.writeHead(status).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
});
after(() => {
  client.destroy();
  server.close();
});
beforeEach(() => {
  client?.destroy();
  const { port } = server.address() as AddressInfo;
  client = clientOf({ endpoint: `http://127.0.0.1:${port}` }, 1);
  [tableSays, status, now, took] = [new Date(NOON).toUTCString(), 200, NOON + 500, 0];
  skew = clockSkew({ client, realClock: () => now });
});

const ask = () => client.send(new DescribeTableCommand({ TableName: 'bellbird' })).catch(() => undefined);

test('before the first answer nobody knows', () => {
  assert.equal(skew(), undefined);
});

test('clocks that agree differ by nothing', async () => {
  await ask();
  assert.equal(skew(), 0);
});

test('a table that is ahead shows as more, one that is behind as less', async () => {
  now = NOON + 500 - 3_000;
  await ask();
  assert.equal(skew(), 3_000);
  now = NOON + 500 + 2_500;
  await ask();
  assert.equal(skew(), -2_500);
});

test('half the time of the way is taken off', async () => {
  [now, took] = [NOON + 100, 800];
  await ask();
  assert.equal(skew(), 0);
});

test('a refusal tells the time as well as an answer', async () => {
  status = 400;
  now = NOON + 500 - 5_000;
  await ask();
  assert.equal(skew(), 5_000);
});

test('an answer without a date, with a nonsense date or after a long wait tells nothing', async () => {
  for (const [date, wait] of [
    [undefined, 0],
    ['yesterday', 0],
    [new Date(NOON).toUTCString(), 1_001],
  ] as const) {
    [tableSays, took] = [date, wait];
    await ask();
    assert.equal(skew(), undefined);
  }
});

test('a good measure stands while later answers tell nothing, for five minutes', async () => {
  await ask();
  tableSays = undefined;
  await ask();
  now += 5 * 60_000;
  assert.equal(skew(), 0);
  now += 1;
  assert.equal(skew(), undefined);
});

test('a clock that was set back no longer knows', async () => {
  await ask();
  now -= 60_000;
  assert.equal(skew(), undefined);
});
