import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CircleMember } from '../../lambda/core/people/circle-of-care.ts';
import { aResident } from '../render/support/builders.ts';
import { conversation, type Heard, open, say, yes } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const aPlace = (carerId: string, name: string, more: Partial<CircleMember> = {}): CircleMember => ({
  carerId,
  name,
  rights: ['see'],
  from: '2026-11-01',
  ...more,
});

const CIRCLE = [
  aPlace('karen', 'Karen Ashdown'),
  aPlace('old', 'Darren Ashdown', { until: '2026-11-23' }),
  aPlace('to-come', 'Xanthe Ashdown', { from: '2026-11-25' }),
  aPlace('titled', 'Mrs Khan'),
];

const updatesIn = ({ directives }: Heard) => directives.filter(({ type }) => type === 'Dialog.UpdateDynamicEntities');

const replacedBy = (turn: Heard): unknown => {
  const [update] = updatesIn(turn);
  return update === undefined ? undefined : JSON.parse(JSON.stringify(update));
};

const namesFor = (...values: readonly { readonly id: string; readonly value: string }[]) => ({
  type: 'Dialog.UpdateDynamicEntities',
  updateBehavior: 'REPLACE',
  types: [{ name: 'CarerName', values: values.map(({ id, value }) => ({ id, name: { value, synonyms: [] } })) }],
});

describe("Alexa is told to listen for the first names of a resident's carers", () => {
  test('once in a conversation: those whose place holds today, never a surname', async () => {
    const talk = conversation(await skillHome({ residents: [aResident({}, { circle: CIRCLE })] }));
    assert.deepEqual(replacedBy(await talk.turn(open)), namesFor({ id: 'karen', value: 'Karen' }));
    assert.deepEqual(updatesIn(await talk.turn(say('DayAndTimeIntent'))), []);
    assert.deepEqual(updatesIn(await talk.turn(say('WhoIsComingIntent'))), []);
  });

  test('no names are sent where there are none, or where the conversation is over with the answer', async () => {
    const alone = conversation(await skillHome({ residents: [aResident()] }));
    assert.deepEqual(updatesIn(await alone.turn(open)), []);
    const circled = conversation(await skillHome({ residents: [aResident({}, { circle: CIRCLE })] }));
    const oneShot = await circled.turn(say('WhoIsComingIntent'));
    assert.equal(oneShot.open, false);
    assert.deepEqual(updatesIn(oneShot), []);
  });

  test('where two live, none are sent before it is known who is speaking', async () => {
    const joan = aResident({ nameToUse: 'Joan' }, { id: 'joan', circle: [aPlace('ada', 'Ada Lee')] });
    const home = await skillHome({ residents: [aResident({}, { circle: CIRCLE }), joan] });
    const talk = conversation(home);
    const asked = await talk.turn(open);
    assert.equal(asked.outcome, 'asks-who');
    assert.deepEqual(updatesIn(asked), []);
    assert.deepEqual(replacedBy(await talk.turn(yes)), namesFor({ id: 'karen', value: 'Karen' }));
  });

  for (const [leaving, outcome] of [
    ['StopEverythingIntent', 'consent-withdrawn'],
    ['ForgetMeIntent', 'forgetting-asked'],
  ] as const)
    test(`they are cleared when the resident leaves the service (${outcome})`, async () => {
      const talk = conversation(await skillHome({ residents: [aResident({}, { circle: CIRCLE })] }));
      await talk.turn(open);
      await talk.turn(say(leaving));
      await talk.turn(yes);
      const left = await talk.turn(yes);
      assert.equal(left.outcome, outcome);
      assert.deepEqual(replacedBy(left), { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' });
    });
});
