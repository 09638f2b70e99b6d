import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SETTINGS, settingsOf } from '../../lambda/entry/settings.ts';

const all = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, `the ${name}`]));

describe('the settings of a function', () => {
  test('are those it names, and it starts when all are there', () => {
    assert.equal(settingsOf('tick', all(SETTINGS.tick)).TABLE_NAME, 'the TABLE_NAME');
  });

  test('C25 it refuses to start with one line that names everything missing, empty ones too, and no value', () => {
    const { TABLE_NAME: _gone, ...rest } = all(SETTINGS.deliver);
    assert.throws(
      () => settingsOf('deliver', { ...rest, SEAL_KEY: '' }),
      (fault: unknown) => {
        assert.ok(fault instanceof Error);
        assert.equal(fault.message, 'deliver cannot start: set TABLE_NAME, SEAL_KEY');
        return true;
      },
    );
  });
});
