import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  changeAlert,
  discardAlert,
  draftAlert,
  submitAlert,
  takeBackAlert,
} from '../../../lambda/core/alerts/draft-alert.ts';
import { approveAlert, rejectAlert, returnAlert } from '../../../lambda/core/alerts/review-alert.ts';
import { APPROVER, aContent, anAlertService, WRITER } from '../../support/builders/an-alert-service.ts';
import { anOfficer } from '../../support/builders/people.ts';

const BOTH = ['see', 'write-alerts', 'approve-alerts'] as const;

describe('two people for an alert', () => {
  test('C04 an officer who wrote it cannot approve it, whatever their rights', async () => {
    const service = await anAlertService();
    const both = anOfficer({ id: WRITER.id, rights: BOTH });
    const id = await service.submitted();
    assert.deepEqual(await service.approve(id, 1, both), { kind: 'own-alert' });
    assert.equal((await service.theAlert(id)).value.state, 'submitted');
  });

  test('C04 whoever changed a draft is one of its writers, and cannot approve it', async () => {
    const service = await anAlertService();
    const id = await service.drafted();
    const editor = anOfficer({ id: 'eve', rights: BOTH });
    const change = { words: { title: 'Flood', text: 'Stay in.' } };
    assert.equal((await changeAlert(service.needs)(editor, await service.onAlert(id), change)).kind, 'draft-saved');
    await submitAlert(service.needs)(WRITER, await service.onAlert(id));
    assert.deepEqual(await service.approve(id, 1, editor), { kind: 'own-alert' });
    assert.equal((await service.approve(id, 1)).kind, 'alert-approved');
  });

  test('C04 whoever submitted it cannot approve it', async () => {
    const service = await anAlertService();
    const id = await service.drafted();
    const submitter = anOfficer({ id: 'sam', rights: BOTH });
    await submitAlert(service.needs)(submitter, await service.onAlert(id));
    assert.deepEqual(await service.approve(id, 1, submitter), { kind: 'own-alert' });
    assert.deepEqual(await returnAlert(service.needs)(submitter, await service.onAlert(id), 'no'), {
      kind: 'own-alert',
    });
  });

  test('C06 an approval is bound to the number of people that was typed', async () => {
    const service = await anAlertService();
    const id = await service.submitted();
    assert.deepEqual(await service.approve(id, 2), { kind: 'wrong-number', people: 1 });
    assert.deepEqual(await service.approve(id, 0), { kind: 'wrong-number', people: 1 });
    assert.equal((await service.approve(id, 1)).kind, 'alert-approved');
  });

  test('C05 an approval of a version that is no longer the one on the page is refused', async () => {
    const service = await anAlertService();
    const id = await service.submitted();
    const { needs } = service;
    await takeBackAlert(needs)(WRITER, await service.onAlert(id));
    await changeAlert(needs)(WRITER, await service.onAlert(id), { words: { title: 'Other', text: 'Other words.' } });
    await submitAlert(needs)(WRITER, await service.onAlert(id));
    assert.deepEqual(await approveAlert(needs)(APPROVER, { alertId: id, version: 2 }, 1), {
      kind: 'changed-meanwhile',
    });
  });

  test('D05 an alert to nobody, or one that is over before it starts, is not approved', async () => {
    const service = await anAlertService();
    const nobody = await service.submitted(
      aContent({ audience: { kind: 'residents', areas: ['north'], groups: [], languages: [] } }),
    );
    assert.deepEqual(await service.approve(nobody, 0), { kind: 'nobody-in-audience' });
    const late = await service.submitted();
    service.clock.moveTo(service.clock() + 12 * 60 * 60_000);
    assert.deepEqual(await service.approve(late, 1), {
      kind: 'content-refused',
      problems: [{ field: 'expires', problem: 'too-soon' }],
    });
  });

  test('rights are asked in the heart: who may not write cannot, who may not approve cannot', async () => {
    const service = await anAlertService();
    assert.deepEqual(await draftAlert(service.needs)(APPROVER, aContent()), { kind: 'not-allowed' });
    const id = await service.submitted();
    assert.deepEqual(await service.approve(id, 1, WRITER), { kind: 'not-allowed' });
    assert.deepEqual(await service.stop(id, anOfficer({ id: 'x', rights: ['see', 'manage'] })), {
      kind: 'not-allowed',
    });
  });

  test('returning and rejecting need a reason, which the writers then read', async () => {
    const service = await anAlertService();
    const id = await service.submitted();
    const { needs } = service;
    assert.deepEqual(await returnAlert(needs)(APPROVER, await service.onAlert(id), '  '), { kind: 'reason-missing' });
    const long = await returnAlert(needs)(APPROVER, await service.onAlert(id), 'x'.repeat(201));
    assert.deepEqual(long, { kind: 'reason-too-long', atMost: 200 });
    const back = await returnAlert(needs)(APPROVER, await service.onAlert(id), 'Say which river.');
    assert.equal(back.kind === 'alert-moved' && back.stored.value.lastAct.reason, 'Say which river.');
    await submitAlert(needs)(WRITER, await service.onAlert(id));
    const no = await rejectAlert(needs)(APPROVER, await service.onAlert(id), 'No flood is expected.');
    assert.equal(no.kind === 'alert-moved' && no.stored.value.state, 'rejected');
  });

  test('G11 every act of a person and every transition leaves exactly one audit entry', async () => {
    const service = await anAlertService();
    const id = await service.approved();
    await service.answerBells();
    await service.stop(id);
    await service.answerBells();
    assert.deepEqual(
      (await service.auditOf(id)).map(({ did, by, number }) => [number, did, by.kind, by.id]),
      [
        [1, 'draft', 'officer', 'tom'],
        [2, 'submit', 'officer', 'tom'],
        [3, 'approve', 'officer', 'helen'],
        [4, 'release', 'system', 'release'],
        [5, 'finish', 'system', 'release'],
        [6, 'stop', 'officer', 'tom'],
      ],
    );
  });

  test('a draft that is thrown away is gone from nowhere but its list', async () => {
    const service = await anAlertService();
    const id = await service.drafted();
    assert.equal((await discardAlert(service.needs)(WRITER, await service.onAlert(id))).kind, 'alert-moved');
    assert.equal((await service.auditOf(id)).length, 2);
    const change = await changeAlert(service.needs)(WRITER, await service.onAlert(id), { isPrivate: true });
    assert.equal(change.kind, 'not-in-this-state');
  });
});
