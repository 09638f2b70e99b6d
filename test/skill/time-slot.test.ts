import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isNamedBy, ofPart, timeAsked } from '../../lambda/skill/time-slot.ts';
import { aReminder, aReminderDelivery } from '../render/support/builders.ts';

describe('every form of AMAZON.TIME', () => {
  test('a time, a part of the day, or neither', () => {
    assert.deepEqual(timeAsked('08:00'), { time: '08:00' });
    assert.deepEqual(timeAsked('MO'), { part: 'morning' });
    assert.deepEqual(timeAsked('AF'), { part: 'afternoon' });
    assert.deepEqual(timeAsked('EV'), { part: 'evening' });
    assert.deepEqual(timeAsked('NI'), { part: 'night' });
    for (const value of ['?', '8', '24:00', '', 'soon', undefined]) assert.deepEqual(timeAsked(value), {});
  });

  test("eight o'clock names morning and evening alike, another minute does not", () => {
    assert.ok(isNamedBy('20:00', { time: '08:00' }));
    assert.ok(isNamedBy('00:30', { time: '12:30' }));
    assert.ok(!isNamedBy('08:01', { time: '08:00' }));
    assert.ok(isNamedBy('09:00', { part: 'morning' }));
    assert.ok(!isNamedBy('09:00', { part: 'evening' }));
    assert.ok(!isNamedBy('09:00', {}));
  });

  test('a part of the day keeps its own reminders only', () => {
    const known = {
      reminders: [
        aReminder('a', { kind: 'daily', time: '08:00', from: '2026-11-01' }),
        aReminder('b', { kind: 'daily', time: '20:00', from: '2026-11-01' }),
      ],
      deliveries: [aReminderDelivery('2026-11-24T08:00'), aReminderDelivery('2026-11-23T20:00')],
    };
    const morning = ofPart(known, 'morning');
    assert.deepEqual(
      morning.reminders.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      morning.deliveries.map(({ due }) => due),
      ['2026-11-24T08:00'],
    );
    assert.deepEqual(ofPart(known, undefined), known);
  });
});
