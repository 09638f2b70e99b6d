import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAllowed, type Statement } from './policy-simulator.ts';

const allow = (part: Partial<Statement>): Statement => ({
  effect: 'Allow',
  actions: ['dynamodb:GetItem'],
  resources: ['<table.Arn>'],
  condition: {},
  ...part,
});
const asked = { action: 'dynamodb:GetItem', resource: '<table.Arn>' };

test('what no statement allows is refused, and a denial is stronger than any allowance', () => {
  assert.equal(isAllowed([allow({})], asked), true);
  assert.equal(isAllowed([], asked), false);
  assert.equal(isAllowed([allow({}), allow({ effect: 'Deny', actions: ['dynamodb:*'] })], asked), false);
  assert.equal(isAllowed([allow({})], { ...asked, action: 'dynamodb:Scan' }), false);
  assert.equal(isAllowed([allow({})], { ...asked, resource: '<other.Arn>' }), false);
});

test('conditions over many values hold for all of them, and without the key unless a Null condition forbids it', () => {
  const leading = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['C#harbour#*'] } };
  const open = [allow({ condition: leading })];
  const closed = [allow({ condition: { ...leading, Null: { 'dynamodb:LeadingKeys': 'false' } } })];
  const keys = (...values: string[]) => ({ ...asked, context: { 'dynamodb:LeadingKeys': values } });
  assert.equal(isAllowed(open, keys('C#harbour#RES#1')), true);
  assert.equal(isAllowed(open, keys('C#harbour#RES#1', 'C#other#RES#1')), false);
  assert.equal(isAllowed(open, asked), true);
  assert.equal(isAllowed(closed, asked), false);
  assert.equal(isAllowed(closed, keys('C#harbour#RES#1')), true);
});
