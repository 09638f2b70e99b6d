import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { noteErasedAgain } from '../../../lambda/adapters/table/erasure-items.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { inboxOf } from '../../../lambda/core/delivery/inbox.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { setReminder } from '../../../lambda/core/reminders/set-reminder.ts';
import { countRestored, releaseDispatch, walkRestored } from '../../../lambda/core/timetable/restored.ts';
import { restoredNeeds } from '../../../lambda/wiring/restored.ts';
import { aBackedUpTable, type Backup, restored } from '../../support/builders/a-backed-up-table.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { type AlertService, aContent, anAlertService } from '../../support/builders/an-alert-service.ts';
import { anOfficer, aResident } from '../../support/builders/people.ts';
import { aDelivery, anAnnouncement, aReminder } from '../../support/builders/things-told.ts';

const LADDER = [{ afterMinutes: 10, tell: { kind: 'desk' } }] as const;
const OFFICER = anOfficer();

const everyDayAt = (time: string, id: string) => aReminder(`2026-11-24T${time}`, { id, ladder: LADDER });

/** Yesterday's council: reminders, an alert for this evening, a notice held overnight. A copy is taken, and the day goes on. */
const yesterday = async () => {
  const { table, backUp } = aBackedUpTable();
  const quiet = { ...aResident().settings, quietHours: { from: '22:00', to: '07:00' } };
  const service = await anAlertService({
    table,
    at: '2026-11-24T10:00',
    residents: [aResident({ settings: quiet })],
    reminders: [everyDayAt('11:00', 'eleven'), everyDayAt('20:00', 'eight')],
    deliveries: [
      aDelivery('2026-11-24T23:00', 'notice', { id: '2026-11-24T23:00#D#held' }),
      aDelivery('2026-11-26T12:00', 'appointment', { id: '2026-11-26T12:00#D#later' }),
    ],
  });
  const starts = { kind: 'at', at: '2026-11-24T18:00' } as const;
  const alert = await service.approved(aContent({ starts, expires: '2026-11-26T18:00' }));
  const tomorrow = { kind: 'at', at: '2026-11-26T09:00' } as const;
  const later = await service.approved(aContent({ starts: tomorrow, expires: '2026-11-26T18:00' }));
  await service.runTo('2026-11-24T11:05');
  const backup = await backUp();
  await service.runTo('2026-11-25T12:30');
  return { service, backup, alert, later };
};

/** The same council put back as it was, at another time, with the setting raised (or not). */
const putBack = async (backup: Backup, at: string, dispatchEpoch = '2') => {
  const service = await anAlertService({ table: await restored(backup), isRestored: true, at, dispatchEpoch });
  await noteErasedAgain(service.table, 'harbour', dispatchEpoch);
  return { service, needs: restoredNeeds(service.stores, { council: 'harbour', dispatchEpoch, clock: service.clock }) };
};

const heldOf = ({ stores }: AlertService) =>
  stores.deliveries.ofKey({ council: 'harbour', residentId: 'bill', id: '2026-11-24T23:00#D#held' });

describe('a table that was restored (C22, G12)', () => {
  test('sends nothing of the past: while the epochs differ nothing is dispatched, and each look raises the alarm', async () => {
    const { service: before, backup } = await yesterday();
    assert.ok(before.channels.said() >= 5, 'all of it was told before the restore');
    const { service } = await putBack(backup, '2026-11-25T12:30');
    const written = service.hooked.written.length;
    await service.runTo('2026-11-25T12:35');
    const { bell } = service.needs;
    await bell.ring((await service.deliveriesOf()).map(keyOf), 'routine', 0);
    await service.answerBells();
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
    assert.equal(service.hooked.written.length, written, 'not a row was claimed or moved');
    const alarms = service.log.lines.filter(({ code }) => code === 'dispatch.fenced');
    assert.deepEqual(
      alarms.map(({ fields }) => fields.kind),
      ['tick', 'tick', 'tick', 'tick', 'tick', 'deliver'],
    );
  });

  test('without the fence it would have been told again: the copy alone, with the old setting', async () => {
    const { backup } = await yesterday();
    const { service } = await putBack(backup, '2026-11-25T12:30', '1');
    await service.runTo('2026-11-25T12:35');
    assert.ok(service.channels.said() + service.rungs.length > 0);
  });

  test('while it is fenced, reminders are set, the inbox is read and things are acknowledged', async () => {
    const { backup } = await yesterday();
    const { service } = await putBack(backup, '2026-11-24T11:10');
    const told = (await service.deliveriesOf()).find(({ due }) => due === '2026-11-24T11:00') ?? assert.fail();
    assert.equal(inboxOf([told], service.clock()).reminders.length, 1);
    assert.equal((await acknowledge(service.needs)(keyOf(told), 'done', 'voice')).kind, 'acknowledged');
    const recurrence = { kind: 'once', at: '2026-11-24T15:00' } as const;
    const wanted = { label: 'drink', recurrence, ladder: [], quietHoursConfirmed: false } as const;
    const acting = { kind: 'officer', officer: OFFICER } as const;
    const resident = (await service.stores.residents.ofId('harbour', 'bill'))?.value ?? assert.fail();
    const set = await setReminder(service.needs)({ acting, resident, canReply: true }, wanted);
    assert.equal(set.kind, 'reminder-set');
  });

  test('is let go by an officer who manages, who sees what is closed unsent; then all goes on from now', async () => {
    const { backup, alert, later } = await yesterday();
    const { service, needs } = await putBack(backup, '2026-11-25T12:30');
    const would = await countRestored(needs)();
    // Eight o'clock and the eleven after it; the alert of six; the notice of eleven at night.
    assert.deepEqual(would, { counts: { delivery: 1, reminder: 2, alert: 1 }, isWhole: true });
    assert.equal((await releaseDispatch(needs)(OFFICER)).kind, 'release-begun');
    assert.equal((await releaseDispatch(needs)(OFFICER)).kind, 'already-releasing');
    await service.runTo('2026-11-25T13:00');
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0], 'nothing of the past');

    const council = (await service.stores.councils.stored('harbour'))?.value ?? assert.fail();
    assert.equal(council.dispatchEpoch, '2');
    assert.deepEqual(council.release?.closed, would.counts);
    const acts = await service.stores.audit.of('harbour', 'DISPATCH');
    assert.deepEqual(
      acts.map(({ act }) => [act.number, act.did, act.by.id]),
      [
        [1, 'release-restored', 'olga'],
        [2, 'open-dispatch', 'release'],
      ],
    );
    assert.equal((await releaseDispatch(needs)(OFFICER)).kind, 'not-fenced');

    const closed = (await service.deliveriesOf()).filter(({ reason }) => reason === 'restored');
    assert.deepEqual(
      closed.map(({ due, state }) => [due, state]),
      [
        ['2026-11-24T20:00', 'missed'],
        ['2026-11-24T23:00', 'expired'],
        ['2026-11-25T11:00', 'missed'],
      ],
    );
    assert.deepEqual(inboxOf(closed, service.clock()), { reminders: [], messages: [] });
    // An old bell is still on its way.
    await service.deliver(...closed);
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
    assert.equal((await service.theAlert(alert)).value.state, 'expired');
    assert.equal(
      (await service.theAlert(later)).value.state,
      'approved',
      'one that starts later is for people to look at',
    );
    assert.equal((await heldOf(service))?.value.lookAt, undefined);

    await service.runTo('2026-11-25T20:01');
    assert.deepEqual(
      service.channels.calls.flatMap(({ messages }) => messages.map(({ speech }) => speech)),
      ['reminder 2026-11-25T20:00'],
    );
  });

  test('goes on with a release wherever a tick died, and closes each thing once', async () => {
    const { backup, alert } = await yesterday();
    for (let death = 1; death <= 12; death += 1) {
      const { service, needs } = await putBack(backup, '2026-11-25T12:30');
      await releaseDispatch(needs)(OFFICER);
      let writes = 0;
      service.hooked.onPut((_item, put) => {
        writes += 1;
        return writes === death ? dies() : put();
      });
      await service.tick().catch(() => undefined);
      service.hooked.letPass();
      await service.runTo(localDateTime(service.clock() + 10 * MINUTE));
      assert.equal((await service.stores.councils.stored('harbour'))?.value.dispatchEpoch, '2');
      assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0], `died at write ${death}`);
      const closed = (await service.deliveriesOf()).filter(({ reason }) => reason === 'restored');
      assert.equal(closed.length, 3, `died at write ${death}`);
      assert.equal((await service.theAlert(alert)).value.state, 'expired');
    }
  });

  test('two ticks at once, and one that has no time, come to the same end', async () => {
    const { backup } = await yesterday();
    const { service, needs } = await putBack(backup, '2026-11-25T12:30');
    await releaseDispatch(needs)(OFFICER);
    assert.equal(await walkRestored(needs)(() => false), 'releasing');
    await Promise.all([service.tick(), service.tick()]);
    assert.equal(await walkRestored(needs)(() => true), 'open');
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
    assert.equal((await service.deliveriesOf()).filter(({ reason }) => reason === 'restored').length, 3);
  });

  test('is let go by nobody else, and a setting that was raised once more asks again', async () => {
    const { backup } = await yesterday();
    const { service, needs } = await putBack(backup, '2026-11-25T12:30');
    for (const officer of [anOfficer({ rights: ['see', 'set-reminders'] }), anOfficer({ council: 'inland' })])
      assert.equal((await releaseDispatch(needs)(officer)).kind, 'not-allowed');
    await releaseDispatch(needs)(OFFICER);
    const again = restoredNeeds(service.stores, { council: 'harbour', dispatchEpoch: '3', clock: service.clock });
    assert.equal(await walkRestored(again)(() => true), 'fenced');
    assert.deepEqual(
      (await service.deliveriesOf()).filter(({ reason }) => reason === 'restored'),
      [],
    );
    await noteErasedAgain(service.table, 'harbour', '3');
    assert.equal((await releaseDispatch(again)(OFFICER)).kind, 'release-begun');
    assert.equal(await walkRestored(again)(() => true), 'open');
    assert.equal((await service.stores.councils.stored('harbour'))?.value.dispatchEpoch, '3');
  });

  test('closes what was held until later, leaves what was being called as uncertain, and tells nobody more of what was told', async () => {
    const { table, backUp } = aBackedUpTable();
    const until = anAnnouncement('2026-11-24T10:00').dueAt + MINUTE;
    const before = await anAlertService({
      table,
      deliveries: [
        aDelivery('2026-11-24T10:00', 'urgent', {
          id: '2026-11-24T10:00#D#called',
          state: 'claimed',
          lookAt: until,
          claim: { token: 't', until, calling: true },
        }),
        aDelivery('2026-11-24T09:00', 'routine', {
          id: '2026-11-24T09:00#D#told',
          state: 'sent',
          ladder: [{ afterMinutes: 120, tell: { kind: 'desk' } }],
          attempts: [{ at: until, channel: 'smart-properties', came: 'sent' }],
          lookAt: until,
        }),
        aDelivery('2026-11-23T23:00', 'notice', {
          id: '2026-11-23T23:00#D#held',
          state: 'held',
          lookAt: until + 20 * 60 * MINUTE,
        }),
      ],
    });
    assert.equal((await before.deliveriesOf()).length, 3);
    const { service, needs } = await putBack(await backUp(), '2026-11-24T10:30');
    assert.deepEqual((await countRestored(needs)()).counts, { delivery: 1, reminder: 0, alert: 0 });
    await releaseDispatch(needs)(OFFICER);
    await service.runTo('2026-11-24T12:00');
    const left = await service.deliveriesOf();
    assert.deepEqual(
      left.map(({ state, lookAt }) => [state, lookAt]),
      [
        ['expired', undefined],
        ['sent', undefined],
        ['uncertain', undefined],
      ],
    );
    // An old bell is still on its way.
    await service.deliver(...left);
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
  });

  test('a reminder whose looks failed, and which is looked at later, is moved on too', async () => {
    const { table, backUp } = aBackedUpTable();
    const before = await anAlertService({ table, at: '2026-11-24T20:00', reminders: [everyDayAt('20:00', 'eight')] });
    const row = { kind: 'reminder', council: 'harbour', residentId: 'bill', id: 'eight', at: before.clock() } as const;
    for (let looks = 0; looks < 5; looks += 1) await before.stores.dueIndex.setBack(row, before.clock() + looks * 9e5);
    const { service, needs } = await putBack(await backUp(), '2026-11-24T21:05');
    await releaseDispatch(needs)(OFFICER);
    await service.runTo('2026-11-24T22:00');
    assert.deepEqual([service.channels.said(), service.rungs.length], [0, 0]);
    assert.deepEqual(
      (await service.deliveriesOf()).map(({ state, reason }) => [state, reason]),
      [['missed', 'restored']],
    );
  });

  test('of two stacks over one table, with two settings, one dispatches at any time (C23)', async () => {
    const { table } = aBackedUpTable();
    const setUp = { table, at: '2026-11-24T10:59' } as const;
    const old = await anAlertService({
      ...setUp,
      reminders: [everyDayAt('11:00', 'eleven'), everyDayAt('20:00', 'eight')],
    });
    const fresh = await anAlertService({ ...setUp, isRestored: true, dispatchEpoch: '2' });
    const both = async (at: string) => {
      for (const service of [old, fresh]) await service.runTo(at);
      return [old.channels.said(), fresh.channels.said()];
    };
    assert.deepEqual(await both('2026-11-24T11:01'), [1, 0]);
    const needs = restoredNeeds(fresh.stores, { council: 'harbour', dispatchEpoch: '2', clock: fresh.clock });
    await noteErasedAgain(table, 'harbour', '2');
    assert.equal((await releaseDispatch(needs)(OFFICER)).kind, 'release-begun');
    await fresh.tick();
    assert.deepEqual(await both('2026-11-24T20:01'), [1, 1]);
    assert.equal(old.log.codes().includes('dispatch.fenced'), true);
  });
});

describe('whoever was erased and stands in the copy again (C21, G12)', () => {
  test('is erased there first: before that is noted for this epoch, nobody lets the council go on', async () => {
    const { backup } = await yesterday();
    const table = await restored(backup);
    const service = await anAlertService({ table, isRestored: true, at: '2026-11-25T12:30', dispatchEpoch: '2' });
    const edges = { council: 'harbour', dispatchEpoch: '2', clock: service.clock };
    const needs = restoredNeeds(service.stores, edges);
    assert.deepEqual(await releaseDispatch(needs)(OFFICER), { kind: 'not-erased-again' });
    await noteErasedAgain(table, 'harbour', '1');
    assert.deepEqual(await releaseDispatch(needs)(OFFICER), { kind: 'not-erased-again' });
    assert.equal(await walkRestored(needs)(() => true), 'fenced');
    await noteErasedAgain(table, 'harbour', '2');
    assert.equal((await releaseDispatch(needs)(OFFICER)).kind, 'release-begun');
  });
});
