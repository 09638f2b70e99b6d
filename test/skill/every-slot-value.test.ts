import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { intentNamed } from '../../lambda/skill/intents.ts';
import { MODEL } from '../infra/local/understand/real-model.ts';
import { aMessage, aReminderDelivery, aResident, aVisit } from '../render/support/builders.ts';
import { conversation, heardOnly, is, say } from '../support/conversation.ts';
import { skillHome } from '../support/skill-home.ts';

const AMAZONS: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.DATE': ['2026-11-25', '2026-W48', '2026-W48-WE', '2026-12', '2026', '202X', '2026-WI', 'PRESENT_REF', 'soon'],
  'AMAZON.TIME': ['08:00', '20:30', 'MO', 'AF', 'EV', 'NI', 'soon'],
  'AMAZON.NUMBER': ['12345678', '7', '?'],
};

const spokenFor = (type: string) => {
  const own = MODEL.types.find(({ name }) => name === type);
  const ids = own?.values.flatMap(({ id }) => id ?? []) ?? [];
  return [...ids.map(is), ...(AMAZONS[type] ?? []), heardOnly('penguins')];
};

describe('V-07: every value of every slot, one that is not in the list, and an empty slot', () => {
  for (const { name, slots } of MODEL.intents.filter((intent) => intent.slots.length > 0))
    test(`${name} is answered`, async () => {
      const intent = intentNamed(name);
      assert.ok(intent !== undefined);
      const home = await skillHome({
        residents: [aResident()],
        diary: [aVisit('2026-11-24T12:30')],
        deliveries: [aReminderDelivery('2026-11-24T08:00'), aMessage()],
      });
      const fillings = slots.flatMap((slot) => spokenFor(slot.type).map((value) => ({ [slot.name]: value })));
      for (const filling of [{}, ...fillings]) {
        const turn = await conversation(home).turn(say(intent, filling));
        assert.notEqual(turn.outcome, 'fault', JSON.stringify(filling));
        assert.notEqual(turn.speech, '', JSON.stringify(filling));
      }
    });
});
