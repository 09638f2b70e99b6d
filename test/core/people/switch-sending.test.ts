import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { SECOND } from '../../../lambda/core/kernel/clock.ts';
import type { Paused } from '../../../lambda/core/people/sending.ts';
import { switchCouncilSending, switchMark, switchSending } from '../../../lambda/core/people/switch-sending.ts';
import { emptyMirror } from '../../../lambda/core/reminders/mirror.ts';
import type { CareService } from '../../support/builders/a-care-service.ts';
import { type AlertService, aContent, anAlertService } from '../../support/builders/an-alert-service.ts';
import { anOfficer } from '../../support/builders/people.ts';
import { anAnnouncement, aReminder, aVisit } from '../../support/builders/things-told.ts';

const OPERATOR = { kind: 'system', id: 'operator' } as const;
const REASON = 'A fault in the provider';

const seenIn = async ({ stores }: CareService) => switchMark((await stores.switches.of({ council: 'harbour' }))?.value);
const switched = async (service: CareService, paused: Paused, reason = REASON) =>
  switchCouncilSending(service.needs)(anOfficer(), { paused, reason, seen: await seenIn(service) });
const saidBy = (service: CareService) =>
  service.channels.calls.flatMap(({ messages }) => messages.map((one) => one.speech));
const tellings = (service: CareService, word: string) => saidBy(service).filter((one) => one.includes(word)).length;

/** A reminder at five past ten, and an urgent alert that an Officer approves now. */
const aBusyMinute = async (): Promise<{ service: AlertService; alert: () => Promise<string> }> => {
  const service = await anAlertService({ reminders: [aReminder('2026-11-24T10:05')] });
  return { service, alert: () => service.approved() };
};

describe('the switch that holds back sending (D52)', () => {
  test('D52 while everything is paused nothing is sent, each tick says so, and afterwards nothing is lost', async () => {
    const { service, alert } = await aBusyMinute();
    assert.equal((await switched(service, 'everything')).kind, 'sending-switched');
    const id = await alert();
    await service.runTo('2026-11-24T10:12');
    assert.equal(service.channels.calls.length, 0);
    assert.equal((await service.theAlert(id)).value.state, 'approved');
    const alarms = service.log.lines.filter(({ code }) => code === 'dispatch.paused');
    assert.deepEqual(alarms[0]?.fields, { council: 'harbour', kind: 'tick', reason: 'everything' });
    assert.ok(alarms.length >= 12);
    assert.equal((await switched(service, 'nothing')).kind, 'sending-switched');
    await service.runTo('2026-11-24T10:14');
    assert.equal(tellings(service, 'A flood'), 1);
    assert.equal(tellings(service, '10:05'), 1);
  });

  test('D52 D24 what a long pause made too late is missed and listed, never a burst', async () => {
    const service = await anAlertService({ reminders: [aReminder('2026-11-24T10:05')] });
    await switched(service, 'everything');
    await service.runTo('2026-11-24T11:00');
    await switched(service, 'nothing');
    await service.runTo('2026-11-24T11:05');
    assert.equal(service.channels.calls.length, 0);
    assert.deepEqual(
      (await service.deliveriesOf()).map(({ state }) => state),
      ['missed'],
    );
  });

  test('D52 while routine things are paused urgent ones still go, and what waits costs no write', async () => {
    const { service, alert } = await aBusyMinute();
    await service.needs.announce(anAnnouncement('2026-11-24T10:01'));
    await switched(service, 'routine');
    await alert();
    const before = service.hooked.written.filter(({ body }) => (body as Partial<Delivery>).handling === 'appointment');
    await service.runTo('2026-11-24T10:06');
    assert.deepEqual(saidBy(service).length, 1);
    assert.equal(tellings(service, 'A flood'), 1);
    const after = service.hooked.written.filter(({ body }) => (body as Partial<Delivery>).handling === 'appointment');
    assert.equal(after.length, before.length);
  });

  test('D52 G5 while sending is held back a copy on an Echo is still looked at, so that a cancelled one does not ring on', async () => {
    for (const paused of ['routine', 'everything'] as const) {
      const { service } = await aBusyMinute();
      await switched(service, paused);
      const lookAt = service.clock();
      const mirror = { ...emptyMirror({ council: 'harbour', residentId: 'bill' }), touched: 1, lookAt };
      await service.stores.mirrors.save({ value: mirror, version: 0 });
      const written = () =>
        service.hooked.written.filter(({ kind }) => kind === 'reminder' || kind === 'delivery').length;
      const before = written();
      const { looked } = await service.tick();
      assert.deepEqual(
        service.bell.rung.flatMap(({ keys }) => keys),
        [{ council: 'harbour', mirrorOf: 'bill' }],
        paused,
      );
      assert.equal(looked, 1);
      assert.equal(written(), before, 'what is held back is left as it is');
    }
  });

  test('D52 a notice that was approved while routine things are paused is released when they are not', async () => {
    const service = await anAlertService();
    await switched(service, 'routine');
    const id = await service.approved(aContent({ handling: 'notice' }));
    await service.runTo('2026-11-24T10:03');
    assert.equal((await service.theAlert(id)).value.state, 'approved');
    await switched(service, 'nothing');
    await service.runTo('2026-11-24T10:05');
    assert.equal(tellings(service, 'A flood'), 1);
  });

  test('D52 a pause while the call waits for its turn keeps it from being made; it is told afterwards, once', async () => {
    const service = await anAlertService({ entries: [aVisit()] });
    const made = await service.needs.announce(anAnnouncement('2026-11-24T10:00'));
    assert.ok(made);
    service.turns.onNextTurn(async () => {
      service.clock.move(2 * SECOND);
      await switched(service, 'everything');
    });
    await service.answerBells();
    assert.equal(service.channels.calls.length, 0);
    await service.runTo('2026-11-24T10:03');
    assert.equal(service.channels.calls.length, 0);
    await switched(service, 'nothing');
    await service.runTo('2026-11-24T10:05');
    assert.equal(service.channels.said(), 1);
    assert.equal((await service.theDelivery(keyOf(made))).state, 'sent');
  });

  test('D52 the switch of the whole service holds back a council that sends, and the other way round', async () => {
    for (const scope of ['service', { council: 'harbour' }] as const) {
      const { service, alert } = await aBusyMinute();
      const came = await switchSending(service.needs)(scope, 'harbour', OPERATOR, {
        paused: 'everything',
        reason: REASON,
        seen: 0,
      });
      assert.equal(came.kind, 'sending-switched');
      await alert();
      await service.runTo('2026-11-24T10:08');
      assert.equal(service.channels.calls.length, 0);
      await switchSending(service.needs)(scope, 'harbour', OPERATOR, { paused: 'nothing', reason: 'Mended', seen: 1 });
      await service.runTo('2026-11-24T10:10');
      assert.equal(tellings(service, 'A flood'), 1);
    }
  });

  test('C25 a switch that cannot be read sends nothing: the bell comes again', async () => {
    const service = await anAlertService({ entries: [aVisit()] });
    await service.needs.announce(anAnnouncement('2026-11-24T10:00'));
    const { deliver } = await import('../../../lambda/core/delivery/deliver.ts');
    const made = (await service.deliveriesOf())[0];
    assert.ok(made);
    const blind = deliver({
      ...service.deliverNeeds,
      maySend: async () => {
        throw new Error('the table does not answer');
      },
    });
    await blind([keyOf(made)]);
    assert.equal(service.channels.calls.length, 0);
    assert.equal((await service.theDelivery(keyOf(made))).failedLooks, 1);
  });

  test('D52 needs the right to manage and a reason, and says when it stands so already', async () => {
    const { needs } = await anAlertService();
    const flip = switchCouncilSending(needs);
    const helper = anOfficer({ rights: ['see', 'write-alerts', 'approve-alerts'] });
    assert.equal((await flip(helper, { paused: 'everything', reason: REASON, seen: 0 })).kind, 'not-allowed');
    assert.equal((await flip(anOfficer(), { paused: 'everything', reason: '  ', seen: 0 })).kind, 'reason-missing');
    const long = 'a'.repeat(201);
    assert.equal((await flip(anOfficer(), { paused: 'everything', reason: long, seen: 0 })).kind, 'reason-too-long');
    assert.equal((await flip(anOfficer(), { paused: 'nothing', reason: REASON, seen: 0 })).kind, 'sending-already-so');
  });

  test('D52 a request that hung until somebody else had turned the switch does not turn it back', async () => {
    const service = await anAlertService();
    const late = { paused: 'everything', reason: REASON, seen: await seenIn(service) } as const;
    await switched(service, 'routine');
    await switched(service, 'nothing', 'Mended');
    assert.equal((await switchCouncilSending(service.needs)(anOfficer(), late)).kind, 'changed-meanwhile');
    assert.equal((await service.stores.switches.of({ council: 'harbour' }))?.value.paused, 'nothing');
  });

  test('G11 every turn of the switch stands once in the audit trail, also when two Officers turn it at once', async () => {
    const service = await anAlertService();
    await Promise.all([switched(service, 'routine', 'One'), switched(service, 'everything', 'Another')]);
    await switched(service, 'nothing', 'Mended');
    const acts = (await service.stores.audit.of('harbour', 'SENDING')).map(({ act }) => act);
    assert.deepEqual(
      acts.map(({ number }) => number),
      acts.map((_act, n) => n + 1),
    );
    assert.deepEqual(acts.at(-1)?.did, 'resume-sending');
    assert.equal(
      acts.every(({ by, reason }) => by.id === 'olga' && reason !== undefined),
      true,
    );
  });
});
