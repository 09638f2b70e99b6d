import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { echoHasher, idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import type { ManagedEcho, ManagedRoom } from '../../../lambda/core/pairing/managed-endpoints.ts';
import { liveProperty, type ManagedProperty } from '../../../lambda/core/pairing/managed-property.ts';
import { openSetUpVisit } from '../../support/builders/set-up-visits.ts';
import { visitor } from '../support/visitor.ts';
import { aWorld } from '../support/world.ts';

const HOME = '/console/homes/home-3';
const UNIT = 'amzn1.alexa.unit.did.ROOM4';
const ENDPOINT = 'amzn1.alexa.endpoint.did.ONE';
const PICKED = { room: `${UNIT} ${ENDPOINT}`, level: 'open' } as const;
const hashEcho = echoHasher('a key');
const HASH = hashEcho({ userId: '', deviceId: '', endpointId: ENDPOINT });

/** Vera's visit is open, and the council has one room with one Echo, until it is moved or Amazon does not answer. */
const asPriya = async (more: { visited?: false; connection?: ManagedEcho['connection'] } = {}) => {
  const amazon: { echos: readonly ManagedEcho[]; answers: boolean } = {
    echos: [{ endpointId: ENDPOINT, name: 'Bedside', connection: more.connection ?? 'online' }],
    answers: true,
  };
  const notRead = { kind: 'not-read', reason: 'no-answer' } as const;
  const property = liveProperty({
    endpoints: {
      rooms: async () =>
        amazon.answers
          ? ({
              kind: 'rooms',
              rooms: [{ unitId: UNIT, name: 'Flat 4', within: ['Heron House'], echos: amazon.echos }],
            } as const)
          : notRead,
      inRoom: async (unitId: string) =>
        amazon.answers ? ({ kind: 'echos', echos: unitId === UNIT ? amazon.echos : [] } as const) : notRead,
    },
    hashEcho,
    sealIds: idSealer('another key'),
    apiEndpoint: 'https://api.eu.amazonalexa.com',
  });
  const world = await aWorld({ property });
  if (more.visited !== false) await openSetUpVisit(world.stores, 'home-3', world.time.now);
  const priya = visitor(world);
  await priya.signIn('officer', 'officer-priya');
  const echo = async () => (await world.stores.echos.ofHash('harbour', HASH, { strong: true }))?.value;
  return { world, priya, amazon, echo };
};

const PAIR = 'Pair an Echo that the council manages';

describe('pairing a managed Echo by its room', () => {
  test('the room is picked, and the Echo that stands there belongs to the home; twice is the same as once', async () => {
    const { world, priya, echo } = await asPriya();
    const page = await priya.click(await priya.get(HOME), PAIR);
    assert.match(page.text, /Heron House, Flat 4\. Bedside\. On line/);
    const done = await priya.press(page, 'Pair this Echo', PICKED);
    assert.match(done.text, /^Done The Echo is paired\./);
    await priya.press(page, 'Pair this Echo', PICKED);
    const paired = await echo();
    assert.deepEqual(
      [paired?.state, paired?.kind, paired?.homeId, paired?.residents, paired?.linkVersion],
      ['paired', 'managed', 'home-3', ['res-vera'], 1],
    );
    const acts = (await world.stores.audit.of('harbour', 'HOME#home-3')).map(({ act }) => act.did);
    assert.deepEqual(acts.filter((did) => did === 'pair-echo').length, 1);
  });

  test('paired anew after it was unpaired, its link version has risen', async () => {
    const { priya, echo } = await asPriya();
    const page = await priya.click(await priya.get(HOME), PAIR);
    const home = await priya.press(page, 'Pair this Echo', PICKED);
    await priya.press(await priya.click(home, 'Unpair'), 'Yes, unpair it');
    await priya.press(page, 'Pair this Echo', PICKED);
    assert.deepEqual([(await echo())?.state, (await echo())?.linkVersion], ['paired', 2]);
  });

  test('an Echo that was moved since, or that another home has, is not paired', async () => {
    const { world, priya, amazon, echo } = await asPriya();
    const page = await priya.click(await priya.get(HOME), PAIR);
    amazon.echos = [{ endpointId: 'amzn1.alexa.endpoint.did.TWO', name: '', connection: 'not-known' }];
    assert.match((await priya.press(page, 'Pair this Echo', PICKED)).text, /is not in that room any more/);
    assert.equal(await echo(), undefined);
    amazon.echos = [{ endpointId: ENDPOINT, name: '', connection: 'online' }];
    await priya.press(page, 'Pair this Echo', PICKED);
    await openSetUpVisit(world.stores, 'home-1', world.time.now);
    const other = await priya.get('/console/homes/home-1/rooms');
    assert.match((await priya.press(other, 'Pair this Echo', PICKED)).text, /is paired to another home/);
    assert.equal((await echo())?.homeId, 'home-3');
  });

  test('without an open visit nothing is paired, and what was not chosen is asked for again', async () => {
    const { priya, echo } = await asPriya({ visited: false });
    const page = await priya.get(`${HOME}/rooms`);
    assert.match((await priya.press(page, 'Pair this Echo', PICKED)).text, /No set-up visit to this home is open/);
    const empty = await priya.press(page, 'Pair this Echo', {});
    assert.deepEqual(
      empty.mistakes.map(({ field }) => field),
      ['room', 'level'],
    );
    assert.equal(await echo(), undefined);
  });

  test('off line is said where Amazon says so, and when Amazon does not answer that is said', async () => {
    const { priya, amazon } = await asPriya({ connection: 'offline' });
    assert.match((await priya.get(`${HOME}/rooms`)).text, /Off line, Amazon says/);
    amazon.answers = false;
    assert.match((await priya.get(`${HOME}/rooms`)).text, /list of rooms could not be read just now/);
  });

  test('a council that manages no Echos has no such page', async () => {
    const world = await aWorld();
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    assert.equal((await priya.get(`${HOME}/rooms`)).status, 404);
    assert.doesNotMatch((await priya.get(HOME)).text, /that the council manages$/);
  });

  test('where the console may not read Amazon’s list, it shows the one that was taken in, how old it is, and asks for it again', async () => {
    const known: { rooms: readonly ManagedRoom[]; takenAt?: number; askedAt?: number } = { rooms: [] };
    const property: ManagedProperty = {
      rooms: async () =>
        known.takenAt === undefined ? { kind: 'not-read', reason: 'no-answer' } : { kind: 'rooms', rooms: known.rooms },
      find: async () => ({
        kind: 'echo',
        hash: 'h1',
        sealedIds: 'sealed',
        apiEndpoint: 'https://api.eu.amazonalexa.com',
      }),
      list: {
        asOf: async () => ({ ...known, isOld: false }),
        ask: async () => {
          known.askedAt = world.time.now;
        },
      },
    };
    const world = await aWorld({ property });
    await openSetUpVisit(world.stores, 'home-3', world.time.now);
    const priya = visitor(world);
    await priya.signIn('officer', 'officer-priya');
    const first = await priya.click(await priya.get(HOME), PAIR);
    assert.match(first.text, /has not been read yet/);
    const asked = await priya.press(first, 'Read the list again');
    assert.match(asked.text, /It is being read again/);
    known.takenAt = world.time.now + 1;
    known.rooms = [
      { unitId: 'r', name: 'Flat 4', within: [], echos: [{ endpointId: 'h1', name: '', connection: 'online' }] },
    ];
    const page = await priya.get(`${HOME}/rooms`);
    assert.match(page.text, /The list is from 10:00am today/);
    await priya.press(page, 'Pair this Echo', { room: 'r h1', level: 'open' });
    assert.equal((await world.stores.echos.ofHash('harbour', 'h1'))?.value.sealedIds, 'sealed');
  });
});
