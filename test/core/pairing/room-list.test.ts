import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { echoHasher, idOpener, idSealer } from '../../../lambda/adapters/secrets/echo-ids.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { listedProperty } from '../../../lambda/core/pairing/managed-property.ts';
import { askForRooms, takeInRooms } from '../../../lambda/core/pairing/room-list.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';

const UNIT = 'amzn1.alexa.unit.did.ROOM4';
const ENDPOINT = 'amzn1.alexa.endpoint.did.ONE';
const ids = { userId: '', deviceId: '', endpointId: ENDPOINT, unitId: UNIT };
const hashEcho = echoHasher('hash');

const aProperty = async () => {
  const { stores, clock } = await aCareService();
  const amazon: { answers: 'rooms' | 'no-token' | 'not-allowed' | 'no-answer'; reads: number } = {
    answers: 'rooms',
    reads: 0,
  };
  const echos = [{ endpointId: ENDPOINT, name: 'Bedside', connection: 'offline' as const }];
  const property = {
    endpoints: {
      rooms: async () => {
        amazon.reads += 1;
        return amazon.answers === 'rooms'
          ? ({ kind: 'rooms', rooms: [{ unitId: UNIT, name: 'Flat 4', within: ['Heron House'], echos }] } as const)
          : ({ kind: 'not-read', reason: amazon.answers } as const);
      },
      inRoom: async () => ({ kind: 'echos', echos }) as const,
    },
    hashEcho,
    sealIds: idSealer('seal'),
    apiEndpoint: 'https://api.eu.amazonalexa.com',
  };
  const lists = stores.roomLists;
  return {
    amazon,
    clock,
    lists,
    takeIn: () => takeInRooms({ lists, property, clock })('harbour'),
    ask: () => askForRooms({ lists, clock })('harbour'),
    listed: listedProperty(lists, 'harbour', async () => undefined),
  };
};

describe('the rooms of a council’s property, taken into the table by whoever may read them', () => {
  test('SEC-03 the list holds no id of Amazon’s that the console could read, and what is picked is kept as the sender needs it', async () => {
    const { takeIn, lists, listed } = await aProperty();
    assert.deepEqual(await listed.rooms(), { kind: 'not-read', reason: 'no-answer' });
    assert.equal(await takeIn(), 'taken-in');
    assert.doesNotMatch(JSON.stringify(await lists.of('harbour')), /amzn1/);
    const rooms = await listed.rooms();
    const [room] = rooms.kind === 'rooms' ? rooms.rooms : [];
    assert.deepEqual(
      [room?.within, room?.name, room?.echos[0]?.name, room?.echos[0]?.connection],
      [['Heron House'], 'Flat 4', 'Bedside', 'offline'],
    );
    const found = await listed.find(room?.unitId ?? '', room?.echos[0]?.endpointId ?? '');
    assert.equal(found.kind, 'echo');
    if (found.kind !== 'echo') return;
    assert.equal(found.hash, hashEcho(ids));
    assert.deepEqual(idOpener('seal')(found.sealedIds), ids);
    assert.deepEqual(await listed.find('another-room', found.hash), { kind: 'echo-not-there' });
  });

  test('a bell that is rung again reads nothing, until an hour has passed or somebody asks', async () => {
    const { takeIn, ask, amazon, clock } = await aProperty();
    await takeIn();
    assert.equal(await takeIn(), 'fresh');
    clock.move(MINUTE);
    await ask();
    assert.equal(await takeIn(), 'taken-in');
    assert.equal(await takeIn(), 'fresh');
    clock.move(HOUR);
    assert.equal(await takeIn(), 'taken-in');
    assert.equal(amazon.reads, 3);
  });

  for (const reason of ['no-token', 'not-allowed', 'no-answer'] as const)
    test(`when Amazon does not give it (${reason}) the list from before stays, and the page says that it is old`, async () => {
      const { takeIn, ask, amazon, clock, listed } = await aProperty();
      await takeIn();
      const takenAt = clock();
      clock.move(MINUTE);
      await ask();
      amazon.answers = reason;
      assert.equal(await takeIn(), reason);
      assert.equal((await listed.rooms()).kind, 'rooms');
      assert.deepEqual(await listed.list?.asOf(), { takenAt, askedAt: clock(), isOld: true });
    });
});
