import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { toldSecrets } from '../../../lambda/adapters/secrets/told-secrets.ts';
import { deliveryOf } from '../../../lambda/core/delivery/delivery.ts';
import { TOLD_LINK_HOLDS } from '../../../lambda/core/delivery/told-link.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { anAnnouncement } from '../../support/builders/things-told.ts';
import { type Visitor, visitor } from '../support/visitor.ts';
import { aWorld, TUESDAY_AT_TEN } from '../support/world.ts';

const secrets = toldSecrets('a key for tests');

/** Margaret's nine o'clock reminder has no reply; Mark was sent a text about it. */
const aText = async () => {
  const world = await aWorld();
  const announcement = anAnnouncement('2026-11-24T09:00', 'routine', {
    residentId: 'res-margaret',
    source: { kind: 'reminder', reminderId: 'rem', occurrence: '2026-11-24T09:00' },
    content: { kind: 'reminder', label: 'drink', at: '2026-11-24T09:00' },
    ladder: [{ afterMinutes: 30, tell: { kind: 'carer', carerId: 'carer-mark' } }],
  });
  const at = TUESDAY_AT_TEN - 30 * MINUTE;
  const delivery = {
    ...deliveryOf(announcement, at),
    state: 'sent' as const,
    climbed: 1,
    attempts: [
      { at: TUESDAY_AT_TEN - HOUR, channel: 'smart-properties' as const, came: 'sent' as const },
      { at, channel: 'text' as const, came: 'sent' as const, rung: 0 },
    ],
  };
  const { lookAt: _lookAt, ...resting } = delivery;
  await world.stores.deliveries.add(resting);
  const key = { council: 'harbour', residentId: 'res-margaret', id: delivery.id };
  const told = { delivery: key, rung: 0, carerId: 'carer-mark' };
  const token = secrets.tokenOf(told);
  const link = { council: 'harbour', hash: secrets.hashToken(token), ...told, expiresAt: at + TOLD_LINK_HOLDS };
  await world.stores.toldLinks.add(link);
  const opened = async () => (await world.stores.deliveries.ofKey(key))?.value.opened;
  return { world, path: `/console/told/${token}`, opened };
};

const press = async (visit: Visitor, path: string) => visit.press(await visit.get(path), 'See what it is about');

describe('the link in a text to a carer', () => {
  test('alone it shows nothing of anybody, and a scanner that follows it leaves no evidence', async () => {
    const { world, path, opened } = await aText();
    const scanner = visitor(world);
    for (const visited of [path, `${path}/about`, path]) {
      const page = await scanner.get(visited);
      assert.doesNotMatch(page.text, /Margaret|Ellis|Mark|drink|reminder/i);
    }
    assert.equal((await scanner.ask(path)).status, 200);
    const pressed = await scanner.post(`${path}/about`, []);
    assert.match(pressed.headers.get('location') ?? '', /sign-in/, 'a button pressed by nobody leads to sign-in');
    assert.equal(await opened(), undefined);
  });

  test('a link that leads nowhere looks the same until somebody has signed in', async () => {
    const { world, path } = await aText();
    const known = await visitor(world).get(path);
    const unknown = await visitor(world).get('/console/told/0123456789abcdefghijkl');
    assert.equal(known.text, unknown.text);
  });

  test('the way leads through sign-in back to it, then to the page, which says that it was opened (G13)', async () => {
    const { world, path, opened } = await aText();
    const visit = visitor(world);
    assert.equal((await visit.get(path)).heading, 'There is something for you to see');
    await visit.get(`${path}/about`);
    const back = await visit.signIn('carer', 'carer-mark');
    assert.equal(back.path, `${path}/about`);
    assert.equal(await opened(), undefined, 'coming back is not yet pressing');
    const page = await visit.press(back, 'See what it is about');
    assert.equal(page.path, '/console/residents/res-margaret');
    assert.match(page.text, /Mark Ellis opened the message at 10:00am today/);
    assert.deepEqual(await opened(), [{ rung: 0, at: TUESDAY_AT_TEN }]);
  });

  test('before it is opened the page says that a text was sent, and no more', async () => {
    const { world } = await aText();
    const visit = visitor(world);
    await visit.signIn('carer', 'carer-mark');
    const page = await visit.get('/console/residents/res-margaret');
    assert.match(
      page.text,
      /We sent Mark Ellis a message by text at 9:30am today\. We do not know if they have seen it/,
    );
  });

  test('somebody else who holds it learns nothing and leaves no evidence', async () => {
    const { world, path, opened } = await aText();
    for (const [role, id] of [
      ['carer', 'carer-sue'],
      ['carer', 'carer-past'],
      ['officer', 'officer-priya'],
    ] as const) {
      const visit = visitor(world);
      await visit.signIn(role, id);
      const page = await press(visit, path);
      assert.equal(page.status, 410);
      assert.doesNotMatch(page.text, /Margaret|Mark/);
    }
    assert.equal(await opened(), undefined);
  });

  test('whose place in the circle has ended meanwhile sees nothing by it (C13)', async () => {
    const { world, path, opened } = await aText();
    const margaret = await world.stores.residents.ofId('harbour', 'res-margaret');
    assert.ok(margaret);
    const circle = margaret.value.circle.map((member) => ({ ...member, until: '2026-11-23' }));
    await world.stores.residents.save({ value: { ...margaret.value, circle }, version: margaret.version });
    const visit = visitor(world);
    await visit.signIn('carer', 'carer-mark');
    assert.equal((await press(visit, path)).status, 410);
    assert.equal(await opened(), undefined);
  });

  test('after 48 hours it leads no further', async () => {
    const { world, path, opened } = await aText();
    world.time.now += TOLD_LINK_HOLDS;
    const visit = visitor(world);
    await visit.signIn('carer', 'carer-mark');
    assert.equal((await press(visit, path)).status, 410);
    assert.equal(await opened(), undefined);
  });

  test('SEC-23 the log holds no part of a link', async () => {
    const { world, path } = await aText();
    const visit = visitor(world);
    await visit.signIn('carer', 'carer-mark');
    await press(visit, path);
    assert.equal(JSON.stringify(world.log).includes(path.split('/').at(-1) ?? ''), false);
  });
});
