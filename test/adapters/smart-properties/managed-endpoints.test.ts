import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { announcementChannel } from '../../../lambda/adapters/smart-properties/announcement-channel.ts';
import type { Echo } from '../../../lambda/core/pairing/echo.ts';
import { readAsked } from '../../../lambda/skill/asked.ts';
import { FLAT_4, TEN } from '../../infra/local/virtual-alexa/scripted-alexa.ts';
import { pairedEcho, withProperty } from './managed-property.ts';

const messageTo = (echo: Echo) => ({
  council: 'harbour',
  echo,
  speech: 'The water will be off at two.',
  title: 'Water',
  reference: 'one',
  urgent: true,
  expiresAt: TEN + 3_600_000,
});

const UNIT = 'amzn1.alexa.unit.did.flat4';

describe('the rooms and Echos that a council manages', () => {
  test('are listed by room, with where each room lies', () =>
    withProperty(async ({ endpoints }) => {
      const listed = await endpoints.rooms();
      assert.deepEqual(listed, {
        kind: 'rooms',
        rooms: [
          {
            unitId: UNIT,
            name: 'Flat 4',
            within: [''],
            echos: [{ endpointId: 'amzn1.alexa.endpoint.did.flat4', name: 'Flat 4', connection: 'online' }],
          },
        ],
      });
    }));

  test('half a list is no list', () =>
    withProperty(async ({ endpoints, failNext }) => {
      failNext('properties', { kind: 'status', status: 200 });
      assert.deepEqual(await endpoints.rooms(), { kind: 'not-read', reason: 'no-answer' });
    }));

  test("the skill's own token is refused: Smart Properties has its own sign-in", () =>
    withProperty(
      async ({ endpoints }) => {
        assert.deepEqual(await endpoints.rooms(), { kind: 'not-read', reason: 'not-allowed' });
      },
      { as: 'skill' },
    ));

  test('the host of another region refuses, as does an organisation that is not ours', async () => {
    await withProperty(
      async ({ endpoints }) => assert.deepEqual(await endpoints.rooms(), { kind: 'not-read', reason: 'not-allowed' }),
      { region: '-na' },
    );
    await withProperty(
      async ({ endpoints }) => assert.deepEqual(await endpoints.rooms(), { kind: 'not-read', reason: 'no-answer' }),
      { organisation: 'another' },
    );
  });
});

describe('an Echo that was moved or replaced', () => {
  test('the skill keeps the room of a managed Echo beside its endpoint, and of a consumer Echo neither', () =>
    withProperty(async ({ alexa, sent }) => {
      for (const echoId of ['flat-4', 'kitchen']) await alexa.say(echoId, 'open bell bird');
      const [managed, consumer] = sent
        .filter(({ request }) => request.type === 'LaunchRequest')
        .map((envelope) => readAsked(envelope).ids);
      assert.deepEqual([managed?.endpointId, managed?.unitId], ['amzn1.alexa.endpoint.did.flat4', UNIT]);
      assert.deepEqual([consumer?.endpointId, consumer?.unitId], [undefined, undefined]);
    }));

  const moved = (unitId: string): Echo => pairedEcho(FLAT_4, { endpointId: 'amzn1.alexa.endpoint.did.old', unitId });

  test('the Echo that stands in the room now is told, once, and the result stands', () =>
    withProperty(async ({ call, endpoints, alexa }) => {
      const { send } = announcementChannel({ call, openIds: JSON.parse, inRoom: endpoints.inRoom });
      assert.deepEqual(await send([messageTo(moved(UNIT))]), [{ kind: 'sent' }]);
      assert.equal(alexa.view('flat-4').recent.filter(({ happening }) => happening.kind === 'announcement').length, 1);
    }));

  test('where it is told already, the message is not said there twice', () =>
    withProperty(async ({ call, endpoints, alexa }) => {
      const { send } = announcementChannel({ call, openIds: JSON.parse, inRoom: endpoints.inRoom });
      const results = await send([messageTo(pairedEcho(FLAT_4)), messageTo(moved(UNIT))]);
      assert.deepEqual(results, [{ kind: 'sent' }, { kind: 'sent' }]);
      assert.equal(alexa.view('flat-4').recent.filter(({ happening }) => happening.kind === 'announcement').length, 1);
    }));

  test('D13 a room without an Echo, or one we were not told of, reaches nobody', () =>
    withProperty(async ({ call, endpoints }) => {
      const { send } = announcementChannel({ call, openIds: JSON.parse, inRoom: endpoints.inRoom });
      const nobody = [{ kind: 'unreachable', reason: 'echo-not-found' }];
      assert.deepEqual(await send([messageTo(moved('amzn1.alexa.unit.did.empty'))]), nobody);
      assert.deepEqual(await send([messageTo(pairedEcho(FLAT_4, { endpointId: 'gone' }))]), nobody);
    }));
});
