import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { entryDigest } from '../../../lambda/adapters/table/audit-items.ts';
import { auditPk } from '../../../lambda/adapters/table/keys.ts';
import type { JsonObject } from '../../../lambda/adapters/table/table.ts';
import { nextAct } from '../../../lambda/core/audit/act.ts';
import { withAudit } from '../../../lambda/core/audit/audit-trail.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { aHome } from '../../support/builders/people.ts';

const ITEM = 'HOME#home';
const by = { kind: 'officer', id: 'olga' } as const;

/** One act on the Home: it gets a new label. */
const relabel = async (service: CareService, label: string) => {
  const { homes, audit } = service.stores;
  const stored = await homes.ofId('harbour', 'home');
  assert.ok(stored);
  const before = stored.value;
  const lastAct = nextAct(before.lastAct, { at: service.clock(), by, did: 'relabel' });
  const after = { ...before, label, lastAct };
  return withAudit(audit, 'harbour', ITEM)(before, after, () => homes.save({ value: after, version: stored.version }));
};
const trailOf = (service: CareService) => service.stores.audit.of('harbour', ITEM);
const labelsIn = async (service: CareService) =>
  (await trailOf(service)).map(({ act, after }) => [act.number, (after as { label: string }).label]);
const rowsOf = async (service: CareService) =>
  (await service.table.list({ pk: auditPk('harbour', ITEM), limit: 100 })).items;

/** Each row carries the digest of the one before. */
const isWhole = (bodies: readonly JsonObject[]): boolean =>
  bodies.every((body, n) => body.previous === (n === 0 ? '' : entryDigest(bodies[n - 1] ?? {})));

describe('the audit trail', () => {
  test('C20 every act leaves exactly one entry, with what the thing was after it', async () => {
    const service = await aCareService();
    await relabel(service, 'Quay Street 12');
    await relabel(service, 'The Old Forge');
    assert.deepEqual(await labelsIn(service), [
      [1, '12 Quay Street'],
      [2, 'Quay Street 12'],
      [3, 'The Old Forge'],
    ]);
  });

  test('an entry that was lost, because its writer died between the two writes, is written before the next act', async () => {
    const service = await aCareService();
    service.hooked.onNextPut(
      ({ body }) => 'act' in body && (body.act as { number: number }).number === 2,
      () => Promise.reject(new Error('died')),
    );
    await assert.rejects(relabel(service, 'lost'));
    assert.equal((await service.stores.homes.ofId('harbour', 'home'))?.value.label, 'lost', 'the act itself stands');
    assert.deepEqual(
      (await labelsIn(service)).map(([number]) => number),
      [1],
    );
    await relabel(service, 'next');
    assert.deepEqual(await labelsIn(service), [
      [1, '12 Quay Street'],
      [2, 'lost'],
      [3, 'next'],
    ]);
    assert.ok(isWhole((await rowsOf(service)).map(({ body }) => body)));
  });

  test('of two acts at the same moment one stands and one entry is written', async () => {
    const service = await aCareService();
    const came = await Promise.all([relabel(service, 'one'), relabel(service, 'other')]);
    assert.deepEqual(came.map(({ kind }) => kind).sort(), ['conflict', 'saved']);
    const label = (await service.stores.homes.ofId('harbour', 'home'))?.value.label;
    assert.deepEqual((await labelsIn(service)).at(-1), [2, label]);
  });

  test('an act that another one forestalled leaves no entry', async () => {
    const service = await aCareService();
    const { homes, audit } = service.stores;
    const before = aHome();
    const lastAct = nextAct(before.lastAct, { at: service.clock(), by, did: 'relabel' });
    await homes.save({ value: { ...before, label: 'first', lastAct }, version: 1 });
    const after = { ...before, label: 'late', lastAct };
    const came = await withAudit(audit, 'harbour', ITEM)(before, after, () => homes.save({ value: after, version: 1 }));
    assert.deepEqual([came.kind, await labelsIn(service)], ['conflict', [[1, '12 Quay Street']]]);
  });

  test('an entry that stands is never written over', async () => {
    const service = await aCareService();
    await relabel(service, 'first');
    const forged = {
      council: 'harbour',
      item: ITEM,
      act: { ...aHome().lastAct, number: 2 },
      after: { label: 'forged' },
    };
    assert.deepEqual(await service.stores.audit.append(forged), { kind: 'already-there' });
    assert.deepEqual((await labelsIn(service)).at(-1), [2, 'first']);
  });

  test('SEC-33 the chain of digests verifies, and one flipped letter anywhere is seen', async () => {
    const service = await aCareService();
    for (const label of ['one', 'two', 'three']) await relabel(service, label);
    const bodies = (await rowsOf(service)).map(({ body }) => body);
    assert.equal(bodies.length, 4);
    assert.ok(isWhole(bodies));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.nat(), (row, place) => {
        const text = JSON.stringify(bodies[row]);
        const flippable = [...text.matchAll(/[a-z]/g)].map(({ index }) => index);
        const at = flippable[place % flippable.length] ?? 0;
        const flipped = `${text.slice(0, at)}${text[at] === 'q' ? 'z' : 'q'}${text.slice(at + 1)}`;
        const changed = bodies.with(row, JSON.parse(flipped));
        assert.equal(isWhole(changed), false);
      }),
    );
  });

  test('the digest does not depend on the order in which a table gives names back', () => {
    assert.equal(
      entryDigest({ a: 1, b: { c: [1, { d: 2, e: 3 }] } }),
      entryDigest({ b: { c: [1, { e: 3, d: 2 }] }, a: 1 }),
    );
    assert.notEqual(entryDigest({ a: [1, 2] }), entryDigest({ a: [2, 1] }));
  });
});
