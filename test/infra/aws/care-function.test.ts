import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareFunctionProps, CareSettings } from '../../../infra/aws/care-function.ts';
import { LOG_ALARMS } from '../../../infra/aws/log-alarms.ts';
import { LOG_REGISTER } from '../../../lambda/core/kernel/log.ts';

const queues = { URGENT_QUEUE_URL: 'u', ROUTINE_QUEUE_URL: 'r' };
const tick: CareSettings<'tick'> = {
  COUNCIL: 'c',
  TABLE_NAME: 't',
  ...queues,
  DISPATCH_EPOCH: '1',
  DIRECTORY_URL: 'none',
};

test('C25 a function that lacks a setting, a permission or its harm does not compile', () => {
  // @ts-expect-error: DISPATCH_EPOCH is missing
  const withoutEpoch: CareSettings<'tick'> = { COUNCIL: 'c', TABLE_NAME: 't', ...queues };
  // @ts-expect-error: SCREEN_URL is missing
  const withoutUrl: CareSettings<'screen'> = { COUNCIL: 'c', TABLE_NAME: 't', HASH_KEY: { secretArn: 'arn' } };
  // @ts-expect-error: NOTIFY_API_KEY and all else of the worker is missing
  const withoutKey: CareSettings<'deliver'> = { ...tick };
  // @ts-expect-error: nobody reads SPARE
  const withSpare: CareSettings<'tick'> = { ...tick, SPARE: 'x' };
  const rest = { settings: tick, memory: 512, timeout: 5, runbook: 'R1' } as const;
  // @ts-expect-error: the harm is missing
  const withoutHarm: CareFunctionProps<'tick'> = { ...rest, may: [] };
  // @ts-expect-error: what it may do is missing
  const withoutPermissions: CareFunctionProps<'tick'> = { ...rest, harm: 'Nobody is told.' };
  assert.equal([withoutEpoch, withoutUrl, withoutKey, withSpare, withoutHarm, withoutPermissions].length, 6);
});

test('every line of the register at level alarm wakes somebody', () => {
  for (const [code, level] of Object.entries(LOG_REGISTER)) if (level === 'alarm') assert.ok(code in LOG_ALARMS, code);
});
