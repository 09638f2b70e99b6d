import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { councilParameters } from '../../../infra/aws/council-parameters.ts';

const file = join(import.meta.dirname, '../../../infra/aws/councils/harbour.live.json');
const example: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(file, 'utf8'));
const saidOf = (parameters: unknown): string => {
  try {
    councilParameters(JSON.stringify(parameters));
    return '';
  } catch (fault) {
    return (fault as Error).message;
  }
};

test('the example can be used as it is', () => {
  assert.equal(saidOf(example), '');
});

test('each mistake is named in a sentence with its place, all at once', () => {
  const said = saidOf({
    ...example,
    skillId: 'mine',
    region: 'eu-west-2',
    signIn: { issuer: 'http://x', clientId: 'y' },
    onCall: [],
  });
  for (const line of [
    'skillId: skillId must look like amzn1.ask.skill.12345678-…',
    'region: region must be eu-west-1: Alexa calls functions for Europe there',
    'signIn.issuer: signIn.issuer must begin with https://',
    'onCall: onCall must name at least one person to tell',
  ])
    assert.ok(said.includes(`\n  ${line}`), `${line}\n${said}`);
});

test('a name that is misspelt, missing or not JSON at all is refused', () => {
  assert.match(saidOf({ ...example, budget: 1 }), /budget/);
  const { sender: _gone, ...rest } = example;
  assert.match(saidOf(rest), /sender/);
  assert.throws(() => councilParameters('{'), /not JSON/);
});

test('a second vault for backups is named by its ARN in Europe, or not at all', () => {
  const vault = (region: string) => `arn:aws:backup:${region}:333333333333:backup-vault:bellbird-copies`;
  for (const region of ['eu-west-2', 'eu-central-1'])
    assert.equal(saidOf({ ...example, backupCopyVault: vault(region) }), '');
  for (const wrong of [vault('us-east-1'), 'bellbird-copies', ''])
    assert.match(saidOf({ ...example, backupCopyVault: wrong }), /must be the ARN of a vault of AWS Backup in Europe/);
});
