import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { sessionsIn } from '../../../lambda/adapters/table/session-items.ts';
import type { Table } from '../../../lambda/adapters/table/table.ts';
import { countingIds } from '../../support/counting-ids.ts';

const session = {
  kind: 'signed-in',
  role: 'carer',
  personId: 'carer-mark',
  formToken: 'f',
  startedAt: 0,
  seenAt: 0,
} as const;
const signingIn = { kind: 'signing-in', state: 's', nonce: 'n', verifier: 'v' } as const;

const fresh = () => memoryTable({ newWriteId: countingIds('write') });

describe('sessions in the table', () => {
  test('are read back by their token until their end, and by nothing else', async () => {
    const sessions = sessionsIn(fresh());
    await sessions.begin('harbour', 'token', session, 1_000);
    await sessions.begin('harbour', 'other', signingIn, 1_000);
    assert.deepEqual(await sessions.ofToken('harbour', 'token', 999), session);
    assert.deepEqual(await sessions.ofToken('harbour', 'other', 999), signingIn);
    assert.equal(await sessions.ofToken('harbour', 'token', 1_000), undefined);
    assert.equal(await sessions.ofToken('harbour', 'Token', 0), undefined);
    assert.equal(await sessions.ofToken('inland', 'token', 0), undefined, 'councils never mix (G10)');
  });

  test('a token is given out once', async () => {
    const sessions = sessionsIn(fresh());
    await sessions.begin('harbour', 'token', session, 1_000);
    await assert.rejects(sessions.begin('harbour', 'token', { ...session, personId: 'x' }, 1_000), /twice/);
  });

  test('a use moves the end on', async () => {
    const sessions = sessionsIn(fresh());
    await sessions.begin('harbour', 'token', session, 1_000);
    await sessions.note('harbour', 'token', { ...session, seenAt: 900 }, 2_000);
    assert.deepEqual(await sessions.ofToken('harbour', 'token', 1_500), { ...session, seenAt: 900 });
  });

  test('a use that comes after signing out, or in the middle of it, does not bring the session back (C14)', async () => {
    const table = fresh();
    const sessions = sessionsIn(table);
    await sessions.begin('harbour', 'token', session, 1_000);
    let atRead: () => Promise<unknown> = async () => undefined;
    const slow: Table = {
      ...table,
      get: async (key, options) => {
        const item = await table.get(key, options);
        await atRead();
        return item;
      },
    };
    atRead = () => sessions.end('harbour', 'token');
    await sessionsIn(slow).note('harbour', 'token', { ...session, seenAt: 1 }, 2_000);
    assert.equal(await sessions.ofToken('harbour', 'token', 0), undefined);
    await sessions.note('harbour', 'token', { ...session, seenAt: 2 }, 2_000);
    assert.equal(await sessions.ofToken('harbour', 'token', 0), undefined);
  });

  test('signing out wins over a use that was noted meanwhile', async () => {
    const table = fresh();
    const sessions = sessionsIn(table);
    await sessions.begin('harbour', 'token', session, 1_000);
    let isFirst = true;
    const busy: Table = {
      ...table,
      remove: async (key, condition) => {
        if (isFirst) await sessions.note('harbour', 'token', { ...session, seenAt: 5 }, 2_000);
        isFirst = false;
        return table.remove(key, condition);
      },
    };
    await sessionsIn(busy).end('harbour', 'token');
    assert.equal(await sessions.ofToken('harbour', 'token', 0), undefined);
    await sessions.end('harbour', 'token');
  });

  test('neither the token nor who it is stands in the key', async () => {
    const keys: string[] = [];
    const table = fresh();
    const seen: Table = {
      ...table,
      put: (item, condition) => {
        keys.push(item.key.pk);
        return table.put(item, condition);
      },
    };
    await sessionsIn(seen).begin('harbour', 'a-secret-token', session, 1_000);
    assert.match(keys[0] ?? '', /^C#harbour#SESSION#[0-9a-f]{64}$/);
    await assert.rejects(sessionsIn(table).ofToken('a#b', 'token', 0), RangeError);
  });
});
