import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { alertCost, monthlyCost, type Use } from '../../../infra/aws/monthly-cost.ts';

const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../../infra/aws', file), 'utf8'));
const prices = read('prices.json');
const counts = read('request-counts.json');
const use = (more: Partial<Use> = {}): Use => ({
  residents: 50_000,
  remindersADay: 2,
  turnsAMonth: 40,
  groupAlertsAMonth: 4,
  screens: 0.1,
  screenAsksEvery: 60,
  ...more,
});
const total = (of: Use) => monthlyCost(of, counts, prices).reduce((sum, { usd }) => sum + usd, 0);

test('prices and counts say when they were noted, and for where', () => {
  assert.match(prices.asOf, /^\d{4}-\d\d-\d\d$/);
  assert.match(counts.measured, /^\d{4}-\d\d-\d\d$/);
  assert.equal(prices.region, 'eu-west-1');
});

test('more residents, reminders, turns, alerts or screens never cost less, and a screen that asks less often never more', () => {
  const here = total(use());
  for (const more of [
    { residents: 50_001 },
    { remindersADay: 3 },
    { turnsAMonth: 41 },
    { groupAlertsAMonth: 5 },
    { screens: 0.2 },
    { screenAsksEvery: 30 },
  ])
    assert.ok(total(use(more)) > here, JSON.stringify(more));
});

test('one alert is its counted requests, bells and work, in proportion to the people', () => {
  const [one, many] = [alertCost(1, counts, prices), alertCost(50_000, counts, prices)];
  assert.ok(Math.abs(many - 50_000 * one) < 1e-9);
  const writes = (50_000 * counts.alertEach.writes * prices.tableMillionWrites) / 1_000_000;
  assert.ok(many > writes);
});
