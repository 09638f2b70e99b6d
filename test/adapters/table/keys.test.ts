import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dueOf } from '../../../lambda/adapters/table/due-row.ts';
import * as keys from '../../../lambda/adapters/table/keys.ts';
import type { Key } from '../../../lambda/adapters/table/table.ts';
import { isId } from '../../../lambda/core/kernel/ids.ts';

const DAY = '2026-11-24';
const AT = '2026-11-24T08:00';

/** Every key pattern, with one id of the council and one of the thing. */
const patterns: Readonly<Record<string, (council: string, id: string) => Key>> = {
  echo: keys.echoKey,
  home: keys.homeKey,
  'home in the list': keys.homeListKey,
  resident: keys.residentKey,
  plan: keys.planKey,
  'open call': keys.openCallKey,
  reminder: (council, id) => keys.reminderKey(council, id, id),
  diary: (council, id) => keys.diaryKey(council, id, AT, id),
  delivery: (council, id) => keys.deliveryKey(council, id, `${AT}#R#rem`),
  carer: keys.carerKey,
  officer: keys.officerKey,
  'pairing code': keys.pairingCodeKey,
  tries: (council, id) => keys.triesKey(council, id, DAY),
  'call-back': (council, id) => keys.callBackKey(council, 1, id),
  answer: keys.answerKey,
  unanswered: (council, id) => keys.unansweredKey(council, DAY, id),
  session: keys.sessionKey,
  member: (council, id) => keys.memberKey(council, 'home', id),
  alert: keys.alertKey,
  'alert in the list': keys.alertListKey,
  chunk: (council, id) => keys.chunkKey(council, id, 42),
  result: (council, id) => keys.resultKey(council, id, 42),
  template: keys.templateKey,
  audit: (council, id) => keys.auditKey(council, `REM#${id}`, 1),
};
const id = fc.stringMatching(/^[A-Za-z0-9_~.:-]{1,40}$/);
const textOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);

describe('the keys of the table', () => {
  test('SEC-11 G10 the council is the first word of every key, so that two councils never share one', () => {
    for (const [name, keyOf] of Object.entries(patterns))
      fc.assert(
        fc.property(id, id, id, (council, other, thing) => {
          const key = keyOf(council, thing);
          assert.ok(key.pk.startsWith(`C#${council}#`), name);
          if (council !== other) assert.notEqual(keyOf(other, thing).pk, key.pk);
        }),
        { numRuns: 50 },
      );
  });

  test('two different things never have one key', () => {
    fc.assert(
      fc.property(id, id, (one, other) => {
        fc.pre(one !== other);
        const all = Object.values(patterns).flatMap((keyOf) => [
          textOf(keyOf('harbour', one)),
          textOf(keyOf('harbour', other)),
        ]);
        assert.equal(new Set(all).size, all.length);
      }),
    );
  });

  test('SEC-19 an id with a hash, a slash or anything else that is no id is refused, as council and as thing', () => {
    const bad = fc.oneof(
      fc.constantFrom('', '#', '/', 'harbour#RES', '../bill', 'a b', 'bill\u0000', 'é', 'a'.repeat(129)),
      fc.string().filter((text) => !isId(text)),
    );
    for (const [name, keyOf] of Object.entries(patterns))
      fc.assert(
        fc.property(bad, (text) => {
          assert.throws(() => keyOf(text, 'bill'), RangeError, name);
          // What an audit entry is about is put together from ids that were checked before.
          if (name !== 'delivery' && name !== 'audit') assert.throws(() => keyOf('harbour', text), RangeError, name);
        }),
        { numRuns: 60 },
      );
  });

  test('the message of a refusal holds nothing of what was refused', () => {
    assert.throws(
      () => keys.residentKey('harbour', 'Bill Harris'),
      (fault: Error) => !fault.message.includes('Bill'),
    );
  });

  test('a key of the due index names its row again, and a row of no known kind names nothing', () => {
    fc.assert(
      fc.property(id, id, id, (council, residentId, thing) => {
        const delivery = `${AT}#R#${thing}`;
        assert.deepEqual(dueOf(keys.reminderKey(council, residentId, thing)), {
          kind: 'reminder',
          council,
          residentId,
          id: thing,
        });
        assert.deepEqual(dueOf(keys.deliveryKey(council, residentId, delivery)), {
          kind: 'delivery',
          council,
          residentId,
          id: delivery,
        });
      }),
    );
    for (const key of [
      keys.homeKey('harbour', 'home'),
      keys.residentKey('harbour', 'bill'),
      { pk: 'X', sk: 'A#REM#1' },
    ])
      assert.equal(dueOf(key), undefined);
  });

  test('a range of days holds its first and its last day whole, and no other', () => {
    const { from, to } = keys.datedRange(keys.DELIVERY, '2026-11-24', '2026-11-25');
    const isIn = (local: string) => {
      const { sk } = keys.deliveryKey('harbour', 'bill', `${local}#R#rem`);
      return sk >= from && sk <= to;
    };
    assert.deepEqual(['2026-11-23T23:59', '2026-11-24T00:00', '2026-11-25T23:59', '2026-11-26T00:00'].map(isIn), [
      false,
      true,
      true,
      false,
    ]);
  });

  test('acts and call-backs sort by number, whatever their length', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999_999_999 }), fc.nat({ max: 9_999_999_999_999 }), (a, b) => {
        assert.equal(keys.auditKey('harbour', 'REM#1', a).sk < keys.auditKey('harbour', 'REM#1', b).sk, a < b);
      }),
    );
  });
});
