import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { FLAT_4 } from '../../infra/local/virtual-alexa/scripted-alexa.ts';
import { pairedEcho, withProperty } from './managed-property.ts';

const EIGHT = { text: "It's time for your eight o'clock reminder.", at: '2026-11-25T08:00' };
const DAILY = { ...EIGHT, rules: ['FREQ=DAILY;BYHOUR=8;BYMINUTE=0;BYSECOND=0;INTERVAL=1;'], until: '2027-02-24T00:00' };
const ECHO = pairedEcho(FLAT_4);

describe('a reminder on a managed Echo', () => {
  test('is made from afar, changed and removed, and the Echo holds what it was told', () =>
    withProperty(async ({ reminders, world }) => {
      const placed = await reminders.place(ECHO, EIGHT);
      assert.ok(placed.kind === 'placed');
      assert.deepEqual(await reminders.list(ECHO), {
        kind: 'listed',
        reminders: [{ id: placed.id, text: EIGHT.text }],
      });
      assert.deepEqual(await reminders.change(ECHO, placed.id, DAILY), { kind: 'changed' });
      const [held] = world.echo('flat-4').heldReminders ?? [];
      assert.deepEqual(held?.reminder.trigger, {
        type: 'SCHEDULED_ABSOLUTE',
        timeZoneId: 'Europe/London',
        recurrence: {
          startDateTime: '2026-11-25T08:00:00.000',
          endDateTime: '2027-02-24T00:00:00.000',
          recurrenceRules: DAILY.rules,
        },
      });
      assert.deepEqual(await reminders.remove(placed.id), { kind: 'removed' });
      assert.deepEqual(await reminders.remove(placed.id), { kind: 'removed' }, 'removing twice is removing once');
      assert.deepEqual(await reminders.change(ECHO, placed.id, EIGHT), { kind: 'gone' });
    }));

  test('an Echo holds 250, and every one of them is listed', () =>
    withProperty(async ({ reminders }) => {
      for (let n = 0; n < 250; n += 1) assert.equal((await reminders.place(ECHO, EIGHT)).kind, 'placed');
      assert.deepEqual(await reminders.place(ECHO, EIGHT), { kind: 'unreachable', reason: 'too-many-reminders' });
      const listed = await reminders.list(ECHO);
      assert.ok(listed.kind === 'listed' && new Set(listed.reminders.map(({ id }) => id)).size === 250);
    }));

  test('one in the past is refused, and so is one for an Echo that is not there', () =>
    withProperty(async ({ reminders }) => {
      const past = { ...EIGHT, at: '2026-11-24T09:59' };
      assert.deepEqual(await reminders.place(ECHO, past), { kind: 'unreachable', reason: 'not-valid' });
      const gone = pairedEcho(FLAT_4, { endpointId: 'gone' });
      assert.deepEqual(await reminders.place(gone, EIGHT), { kind: 'unreachable', reason: 'echo-not-found' });
      const unreadable = { ...ECHO, sealedIds: 'changed' };
      assert.deepEqual(await reminders.place(unreadable, EIGHT), { kind: 'unreachable', reason: 'ids-unreadable' });
    }));

  test('a placing that nobody knows the end of is found again in the list', () =>
    withProperty(async ({ reminders, failNext }) => {
      failNext('managed-reminders', { kind: 'status', status: 500 });
      assert.deepEqual(await reminders.place(ECHO, EIGHT), { kind: 'unknown', reason: 'alexa-error' });
      assert.deepEqual(await reminders.list(ECHO), { kind: 'listed', reminders: [] });
    }));

  for (const [status, came] of [
    [401, { kind: 'placed' }],
    [403, { kind: 'unreachable', reason: 'no-permission' }],
    [429, { kind: 'refused', reason: 'too-many-calls' }],
  ] as const)
    test(`an answer of ${status} once means ${came.kind}`, () =>
      withProperty(async ({ reminders, failNext }) => {
        failNext('managed-reminders', { kind: 'status', status });
        const { kind, ...more } = await reminders.place(ECHO, EIGHT);
        assert.deepEqual({ kind, ...('reason' in more ? more : {}) }, came);
      }));
});
