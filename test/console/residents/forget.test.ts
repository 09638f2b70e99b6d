import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Officer } from '../../../lambda/core/people/officer.ts';
import { type Visitor, visitor } from '../support/visitor.ts';
import { aWorld, type World } from '../support/world.ts';

const MARGARET = '/console/residents/res-margaret';
const LINK = 'Forget this resident';

const OTHER: Officer = { council: 'harbour', id: 'officer-mina', name: 'Mina Rao', rights: ['see', 'manage'] };

const as = async (world: World, role: 'carer' | 'officer', id: string): Promise<Visitor> => {
  const visit = visitor(world);
  await visit.signIn(role, id);
  return visit;
};

/** Harbour with two Officers who may manage; the service has ended for Margaret. */
const whenEnded = async (): Promise<World> => {
  const world = await aWorld();
  await world.stores.officers.save(OTHER);
  const stored = await world.stores.residents.ofId('harbour', 'res-margaret');
  assert.ok(stored);
  const presence = { kind: 'ended', since: '2026-11-20', reason: 'left' } as const;
  await world.stores.residents.save({ ...stored, value: { ...stored.value, presence } });
  return world;
};

describe('forgetting a resident', () => {
  test('one officer asks, another agrees, and each step is in the audit (G11, C21)', async () => {
    const world = await whenEnded();
    const priya = await as(world, 'officer', 'officer-priya');
    const page = await priya.click(await priya.get(MARGARET), LINK);
    assert.match(page.text, /Everything that says who they are goes for ever/);
    const unsure = await priya.press(page, 'Ask for it');
    assert.equal(unsure.status, 422);
    assert.match(unsure.text, /Confirm it before you go on/);
    const asked = await priya.press(unsure, 'Ask for it', { sure: 'yes' });
    assert.match(asked.text, /Asked by you, 10:00am today\. Another officer must agree\./);
    assert.doesNotMatch(asked.text, / Agree( |$)/);
    const token = await priya.formToken();
    const own = [
      ['token', token],
      ['act', 'agree'],
      ['sure', 'yes'],
    ] as const;
    assert.equal((await priya.post(`${MARGARET}/forget`, own)).status, 409);
    const mina = await as(world, 'officer', OTHER.id);
    const agreed = await mina.press(await mina.get(`${MARGARET}/forget`), 'Agree', { sure: 'yes' });
    assert.match(agreed.text, /Agreed by you, .* It waits for whoever runs Bellbird/);
    const entries = await world.stores.audit.of('harbour', 'ERASURE#res-margaret');
    assert.deepEqual(
      entries.map(({ act }) => [act.did, act.by.id]),
      [
        ['erasure-asked', 'officer-priya'],
        ['erasure-agreed', 'officer-mina'],
      ],
    );
    assert.notEqual(await world.stores.residents.ofId('harbour', 'res-margaret'), undefined);
  });

  test('is taken back by whoever sees that it was a mistake', async () => {
    const world = await whenEnded();
    const priya = await as(world, 'officer', 'officer-priya');
    const asked = await priya.press(await priya.get(`${MARGARET}/forget`), 'Ask for it', { sure: 'yes' });
    const back = await priya.press(asked, 'Take it back');
    assert.match(back.text, /Taken back by you/);
    assert.match(back.text, /Ask for it/);
  });

  test('is not for a carer, an officer who does not manage, or while the service goes on', async () => {
    const world = await aWorld();
    const priya = await as(world, 'officer', 'officer-priya');
    assert.doesNotMatch((await priya.get(MARGARET)).text, new RegExp(LINK));
    const page = await priya.get(`${MARGARET}/forget`);
    assert.match(page.text, /First say that the service has ended/);
    assert.doesNotMatch(page.text, /Ask for it/);
    const form = [
      ['token', await priya.formToken()],
      ['act', 'ask'],
      ['sure', 'yes'],
    ] as const;
    assert.equal((await priya.post(`${MARGARET}/forget`, form)).status, 409);
    for (const [role, id] of [
      ['carer', 'carer-mark'],
      ['officer', 'officer-omar'],
    ] as const)
      assert.equal((await (await as(world, role, id)).get(`${MARGARET}/forget`)).status, 403, id);
    assert.equal(await world.stores.erasures.ofResident('harbour', 'res-margaret'), undefined);
  });
});
