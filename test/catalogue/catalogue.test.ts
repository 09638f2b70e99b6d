import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CASES, MUST_BE_COVERED } from './cases.ts';
import { coverage, unknownIds } from './coverage.ts';
import { idsIn } from './test-titles.ts';

describe('the catalogue of cases', () => {
  test('every case of time and of delivery, and the first nine of reading, has a test that names it', () => {
    const found = coverage();
    const missing = Object.keys(CASES).filter((id) => MUST_BE_COVERED(id) && found.get(id)?.length === 0);
    assert.deepEqual(missing, []);
  });

  test('a title names no case that the catalogue does not have', () => {
    assert.deepEqual(unknownIds(), []);
  });

  test('ranges and lists in a title name every case of them', () => {
    const title = 'T01–T03 D13 SEC-03: three ticks, SEC-19–SEC-20, of 24 Homes';
    assert.deepEqual(idsIn(title), ['T01', 'T02', 'T03', 'D13', 'SEC-03', 'SEC-19', 'SEC-20']);
  });
});
