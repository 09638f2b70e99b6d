import type { Intent, Slot } from 'ask-sdk-model';
import type { ModelIntent } from './interaction-model.ts';
import type { SlotReading } from './slots/slot-reader.ts';

const filled = (name: string, reading: SlotReading): Slot => ({
  name,
  confirmationStatus: 'NONE',
  ...reading,
  slotValue: { type: 'Simple', ...reading },
});

/**
 * An intent as Alexa puts it into a request (voice model 1.4; `ask-sdk-model`): every slot of the intent is there, the
 * unheard ones without a value; an intent without slots has no `slots` at all.
 */
export const shapeIntent = (intent: ModelIntent, readings: ReadonlyMap<string, SlotReading>): Intent => {
  const slots = intent.slots.map(({ name }): readonly [string, Slot] => {
    const reading = readings.get(name);
    return [name, reading === undefined ? { name, confirmationStatus: 'NONE' } : filled(name, reading)];
  });
  const shaped: Intent = { name: intent.name, confirmationStatus: 'NONE' };
  return slots.length === 0 ? shaped : { ...shaped, slots: Object.fromEntries(slots) };
};
