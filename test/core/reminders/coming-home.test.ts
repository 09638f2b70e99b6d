import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import { changePresence, type WantedPresence } from '../../../lambda/core/people/change-presence.ts';
import { presenceMark } from '../../../lambda/core/people/presence.ts';
import {
  changeReminder,
  confirmReminder,
  pauseReminder,
  resumeReminder,
} from '../../../lambda/core/reminders/change-reminder.ts';
import { readToldPage, unconfirmedOf } from '../../../lambda/core/reminders/confirmed.ts';
import { remindersOnDay } from '../../../lambda/core/reminders/list-reminders.ts';
import { replyDone } from '../../../lambda/core/reminders/reply-to-reminder.ts';
import { setReminder } from '../../../lambda/core/reminders/set-reminder.ts';
import { aCareService } from '../../support/builders/a-care-service.ts';
import { anOfficer } from '../../support/builders/people.ts';
import { aReminder } from '../../support/builders/things-told.ts';

const acting = { kind: 'officer', officer: anOfficer() } as const;
const HOSPITAL = { kind: 'away', reason: 'hospital', since: '2026-11-24' } as const;
const LADDER = [{ afterMinutes: 10, tell: { kind: 'desk' } }] as const;

/** Bill, with a reminder at eleven each morning that the desk hears of when nobody replies. */
const bill = async (more: Parameters<typeof aReminder>[1] = {}) => {
  const service = await aCareService({ reminders: [aReminder('2026-11-24T11:00', { ladder: LADDER, ...more })] });
  const { residents, reminders } = service.stores;
  const resident = async () => (await residents.ofId('harbour', 'bill', { strong: true }))?.value ?? assert.fail();
  const reminder = async (id = 'rem') => (await reminders.ofId('harbour', 'bill', id))?.value ?? assert.fail();
  const is = async (wanted: WantedPresence): Promise<void> => {
    const seen = presenceMark((await resident()).presence);
    const request = { acting, council: 'harbour', residentId: 'bill', seen, wanted };
    assert.equal((await changePresence(service.needs)(request)).kind, 'presence-changed');
    service.clock.move(1);
  };
  const request = async () => {
    const one = await reminder();
    return { acting, resident: await resident(), canReply: true, reminderId: 'rem', act: one.lastAct.number };
  };
  const told = async () =>
    (await readToldPage(service.stores.readPage)('harbour', 'bill', '2026-11-24')) ?? assert.fail();
  const unconfirmed = async () => unconfirmedOf(await reminders.ofResident('harbour', 'bill'), await resident());
  const states = async () => (await service.deliveriesOf()).map(({ due, state, reason }) => [due, state, reason]);
  return { service, is, request, reminder, told, unconfirmed, states };
};

describe('while somebody is away', () => {
  test('reminders are not told, each occurrence is closed with the reason, and nobody is alarmed (T23)', async () => {
    const { service, is, states } = await bill();
    await is(HOSPITAL);
    await service.runTo('2026-11-25T12:00');
    assert.equal(service.channels.said(), 0);
    assert.deepEqual(service.rungs, []);
    assert.deepEqual(await states(), [
      ['2026-11-24T11:00', 'unreachable', 'away'],
      ['2026-11-25T11:00', 'unreachable', 'away'],
    ]);
  });

  test('whoever was to be told of a reminder that was told before they left is not told any more', async () => {
    const { service, is } = await bill();
    await service.runTo('2026-11-24T11:05');
    assert.equal(service.channels.said(), 1);
    await is(HOSPITAL);
    await service.runTo('2026-11-24T13:00');
    assert.deepEqual(service.rungs, []);
  });

  test('being expected home on a day brings nobody home', async () => {
    const { service, is } = await bill();
    await is({ ...HOSPITAL, until: '2026-11-24' });
    await service.runTo('2026-11-26T12:00');
    assert.equal(service.channels.said(), 0);
  });
});

describe('coming home', () => {
  test('no reminder is told or alarmed before somebody has confirmed it, and then it is', async () => {
    const { service, is, request, states, unconfirmed } = await bill();
    await is(HOSPITAL);
    await is({ kind: 'home' });
    assert.deepEqual(
      (await unconfirmed()).map(({ id }) => id),
      ['rem'],
    );
    await service.runTo('2026-11-25T12:00');
    assert.equal(service.channels.said(), 0);
    assert.deepEqual(service.rungs, []);
    const notTold = [
      ['2026-11-24T11:00', 'cancelled', 'not-confirmed'],
      ['2026-11-25T11:00', 'cancelled', 'not-confirmed'],
    ];
    assert.deepEqual(await states(), notTold);
    assert.equal((await confirmReminder(service.needs)(await request())).kind, 'reminder-confirmed');
    assert.deepEqual(await unconfirmed(), []);
    await service.runTo('2026-11-26T11:01');
    assert.equal(service.channels.said(), 1);
    assert.deepEqual(
      (await service.stores.audit.of('harbour', 'REM#rem')).map(({ act }) => act.did),
      ['set-up', 'confirm-reminder'],
    );
  });

  test('changing it confirms it, and so does going on with one that was paused', async () => {
    const one = await bill();
    await one.is(HOSPITAL);
    await one.is({ kind: 'home' });
    const { recurrence, label } = await one.reminder();
    const wanted = { label, recurrence, ladder: [], quietHoursConfirmed: true };
    assert.equal((await changeReminder(one.service.needs)(await one.request(), wanted)).kind, 'reminder-changed');
    assert.deepEqual(await one.unconfirmed(), []);
    const other = await bill();
    await other.is(HOSPITAL);
    await pauseReminder(other.service.needs)(await other.request());
    await other.is({ kind: 'home' });
    assert.deepEqual(await other.unconfirmed(), [], 'a paused one waits for nothing');
    assert.equal((await resumeReminder(other.service.needs)(await other.request())).kind, 'reminder-resumed');
    await other.service.runTo('2026-11-24T11:01');
    assert.equal(other.service.channels.said(), 1);
  });

  test('one that is set afterwards is told; one that was set while they were away waits', async () => {
    const { service, is, request, unconfirmed } = await bill();
    await is(HOSPITAL);
    const set = async (time: string) => {
      const recurrence = { kind: 'daily', time, from: '2026-11-24' } as const;
      const wanted = { label: 'drink', recurrence, ladder: [], quietHoursConfirmed: true } as const;
      assert.equal((await setReminder(service.needs)(await request(), wanted)).kind, 'reminder-set');
    };
    await set('12:00');
    service.clock.move(1);
    await is({ kind: 'home' });
    await set('13:00');
    assert.equal((await unconfirmed()).length, 2);
    await service.runTo('2026-11-24T14:00');
    assert.deepEqual(
      service.channels.calls.flatMap(({ messages }) => messages.map(({ speech }) => speech)),
      ['reminder 2026-11-24T13:00'],
    );
  });

  test('what fell due while they were away is never told, not even when the worker comes late', async () => {
    const { service, is, states } = await bill({
      recurrence: { kind: 'once', at: '2026-11-24T11:00' },
    });
    await is(HOSPITAL);
    service.clock.moveTo(service.clock() + 3 * 3_600_000);
    await is({ kind: 'home' });
    await service.runTo('2026-11-24T15:00');
    assert.deepEqual(await states(), [['2026-11-24T11:00', 'cancelled', 'away']]);
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
  });

  test('at the Echo and on a Screen a reminder that nobody confirmed is like a paused one', async () => {
    const { service, is, request, told } = await bill();
    await service.runTo('2026-11-24T11:01');
    await is(HOSPITAL);
    assert.equal(inboxOf((await told()).deliveries, service.clock()).reminders.length, 1, 'nobody came home yet');
    await is({ kind: 'home' });
    const page = await told();
    assert.deepEqual(inboxOf(page.deliveries, service.clock()).reminders, []);
    assert.deepEqual(remindersOnDay(page, '2026-11-25', service.clock()).kind, 'no-reminders');
    assert.equal((await replyDone(service.needs)(page, undefined, 'voice')).kind, 'nothing-due');
    await confirmReminder(service.needs)(await request());
    assert.equal(remindersOnDay(await told(), '2026-11-25', service.clock()).kind, 'reminders');
    assert.deepEqual(inboxOf((await told()).deliveries, service.clock()).reminders, [], 'from before they came home');
  });

  test('what somebody said was done before stays said', async () => {
    const { service, is, told } = await bill();
    await service.runTo('2026-11-24T11:01');
    await replyDone(service.needs)(await told(), undefined, 'voice');
    await is(HOSPITAL);
    await is({ kind: 'home' });
    assert.equal((await replyDone(service.needs)(await told(), undefined, 'voice')).kind, 'already-done');
  });
});

test('when the service has ended, a reminder leaves the due index and nothing of it is resumed or confirmed', async () => {
  const { service, is, request, reminder } = await bill();
  await is({ kind: 'ended', reason: 'died' });
  await service.runTo('2026-11-24T12:00');
  assert.equal((await reminder()).next, undefined);
  assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
  assert.deepEqual(await service.deliveriesOf(), []);
  for (const act of [confirmReminder, resumeReminder])
    assert.equal((await act(service.needs)(await request())).kind, 'nothing-may-be-sent');
});
