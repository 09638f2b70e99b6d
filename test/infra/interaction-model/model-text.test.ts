import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { modelText } from '../../../infra/interaction-model/model-text.ts';

const CHECKED_IN = new URL('../../../interaction-models/en-GB.json', import.meta.url);

test('the model that is checked in is what its sources make; if not, npm run model writes it', async () => {
  assert.ok((await readFile(CHECKED_IN, 'utf8')) === (await modelText('with-health-words')), 'npm run model');
});
