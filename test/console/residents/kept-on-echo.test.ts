import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HomeMirror } from '../../../lambda/core/home-mirror/home-mirror.ts';
import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import type { ManagedEcho } from '../../../lambda/core/pairing/managed-endpoints.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld } from '../support/world.ts';

/** The page of Margaret, whose Echo the council manages, or of whoever else is named. */
const pageOf = async (
  more: { who?: string; connection?: ManagedEcho['connection']; mirror?: Partial<HomeMirror>; echo?: string } = {},
): Promise<string> => {
  const world = await aWorld();
  const { who = 'res-margaret', echo: hash = 'echo-managed' } = more;
  const echo = (await world.stores.echos.ofHash('harbour', hash))?.value;
  assert.ok(echo);
  const on = { echo: hash, link: echo.linkVersion };
  const place = <T extends object>(one: T) => ({ ...one, ...on });
  if (more.connection !== undefined)
    await world.stores.roomLists.save({
      value: {
        council: 'harbour',
        apiEndpoint: '',
        takenAt: world.time.now,
        rooms: [
          {
            room: 'room',
            name: 'Flat 1',
            within: [],
            echos: [{ hash, sealedIds: 'sealed', name: '', connection: more.connection }],
          },
        ],
      },
      version: 0,
    });
  if (more.mirror !== undefined)
    await world.stores.homeMirrors.save({
      value: {
        council: 'harbour',
        homeId: echo.homeId,
        touched: 0,
        looks: 0,
        ...more.mirror,
        pins: (more.mirror.pins ?? []).map(place),
        widgets: (more.mirror.widgets ?? []).map(place),
      },
      version: 0,
    });
  const omar = visitor(world);
  await omar.signIn('officer', 'officer-omar');
  return (await omar.get(`/console/residents/${who}`)).text;
};

const pin = { alertId: 'flood', handling: 'urgent', until: 4_000_000_000_000 } as const;
const at = { echo: '', link: 0 };

describe('what the page of a Resident says of a managed Echo', () => {
  test('that it is off line, or on line, when Amazon said so, and when', async () => {
    assert.match(
      await pageOf({ connection: 'offline' }),
      /Amazon said at 10:00am today that it is off line\. It cannot speak/,
    );
    assert.match(await pageOf({ connection: 'online' }), /Amazon said at 10:00am today that it is on line\./);
    for (const page of [await pageOf(), await pageOf({ connection: 'not-known' })])
      assert.match(page, /Whether it is on line is not known now\./);
  });

  test('what stands on its screen, and that nobody knows where that is so (promise G13)', async () => {
    assert.match(
      await pageOf({ mirror: { pins: [{ ...at, state: 'standing', pin }] } }),
      /An urgent alert stands on its screen/,
    );
    assert.match(await pageOf({ mirror: { pins: [{ ...at, state: 'not-known', pin }] } }), /may stand on its screen/);
    assert.match(await pageOf({ mirror: { pins: [{ ...at, state: 'no-screen' }] } }), /It has no screen/);
    const over = { ...pin, until: HOUR };
    assert.doesNotMatch(
      await pageOf({ mirror: { pins: [{ ...at, state: 'standing', pin: over }] } }),
      /stands on its screen/,
    );
  });
});

test('of a family’s own Echo Show: that its screen shows what is next, and that one is off', async () => {
  const shown = { title: 'You have a visit today.', body: '', expiresAt: 4_000_000_000_000 };
  const of = { who: 'res-bill', echo: 'echo-consumer' };
  const both = await pageOf({ ...of, mirror: { widgets: [{ ...at, state: 'standing', shown, took: 1, waiting: 1 }] } });
  assert.match(both, /Its screen shows what is next today\. One Echo Show is off\./);
  const none = await pageOf({ ...of, mirror: { widgets: [{ ...at, state: 'standing', shown, took: 0 }] } });
  assert.doesNotMatch(none, /Its screen shows/);
});
