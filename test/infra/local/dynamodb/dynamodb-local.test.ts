import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDynamoDbLocal } from '../../../../infra/local/dynamodb/dynamodb-local.ts';

test('a machine without Java is told so', async () => {
  assert.deepEqual(await startDynamoDbLocal({ java: 'no-such-java' }), { kind: 'no-java' });
});

test('a program that is not Java is a fault that says what it said', async () => {
  await assert.rejects(startDynamoDbLocal({ java: 'ls' }), /DynamoDB Local did not start.+ls: /s);
});
