import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { hasDrifted } from '../../../lambda/core/alerts/audience-drift.ts';
import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import { returnAlert } from '../../../lambda/core/alerts/review-alert.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf } from '../../../lambda/core/kernel/uk-time.ts';
import {
  type AlertService,
  APPROVER,
  aContent,
  anAlertService,
  manyHomes,
} from '../../support/builders/an-alert-service.ts';

const STARTS = '2026-11-24T15:00';
const planned = () => aContent({ starts: { kind: 'at', at: STARTS } });

/** The first so many Residents move away for good. */
const leave = async (service: AlertService, count: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1) {
    const id = `r${String(n).padStart(3, '0')}`;
    const { residents } = service.stores;
    const presence = { kind: 'ended', since: '2026-11-24' } as const;
    await service.change(residents, residents.ofId('harbour', id), { presence });
    await refreshMember(service.stores)('harbour', id);
  }
};

describe('an Audience that changes after it was approved (D04)', () => {
  test('D04 by more than a tenth, an alert that starts later goes back, tells nobody, and says why', async () => {
    const service = await anAlertService(manyHomes(40));
    const id = await service.approved(planned());
    await leave(service, 6);
    await service.runTo('2026-11-24T14:31');
    const { value: alert } = await service.theAlert(id);
    assert.equal(alert.state, 'submitted');
    assert.deepEqual([alert.drift, alert.approval, alert.lookAt], [{ approved: 40, found: 34 }, undefined, undefined]);
    await service.runTo('2026-11-24T15:10');
    assert.equal(service.channels.calls.length, 0);
    assert.ok(service.log.codes().includes('alert.asked-again'));
    assert.equal((await service.auditOf(id)).at(-1)?.did, 'ask-again');
  });

  test('D04 it is counted half an hour before, so that it can be approved again in time and starts as planned', async () => {
    const service = await anAlertService(manyHomes(40));
    const id = await service.approved(planned());
    await leave(service, 6);
    await service.runTo('2026-11-24T14:45');
    assert.equal((await service.approve(id, 40)).kind, 'wrong-number');
    assert.equal((await service.approve(id, 34)).kind, 'alert-approved');
    await service.runTo('2026-11-24T15:01');
    assert.equal(service.channels.said(), 34);
  });

  test('D04 it is counted once more at its start', async () => {
    const service = await anAlertService(manyHomes(40));
    const id = await service.approved(planned());
    await service.runTo('2026-11-24T14:50');
    assert.equal((await service.theAlert(id)).value.lookAt, instantOf(STARTS));
    await leave(service, 6);
    await service.runTo('2026-11-24T15:10');
    assert.equal((await service.theAlert(id)).value.state, 'submitted');
    assert.equal(service.channels.calls.length, 0);
  });

  test('D04 T25 approved again after its time has passed it does not start by itself: a new time is asked for', async () => {
    const service = await anAlertService(manyHomes(40));
    const id = await service.approved(planned());
    await service.runTo('2026-11-24T14:50');
    await leave(service, 6);
    await service.runTo('2026-11-24T15:10');
    const late = await service.approve(id, 34);
    assert.deepEqual(late, { kind: 'content-refused', problems: [{ field: 'starts', problem: 'has-passed' }] });
    await service.runTo('2026-11-24T15:20');
    assert.equal(service.channels.calls.length, 0);
    const back = await returnAlert(service.needs)(APPROVER, await service.onAlert(id), 'A new time, please');
    assert.equal(back.kind, 'alert-moved');
  });

  test('D04 a tenth or less, a handful of people, and an alert that starts at once are left alone', async () => {
    const service = await anAlertService(manyHomes(40));
    const id = await service.approved(planned());
    await leave(service, 4);
    await service.runTo('2026-11-24T15:02');
    assert.equal((await service.theAlert(id)).value.state, 'released');
    assert.equal(service.channels.said(), 36);
    const at = await anAlertService(manyHomes(40));
    const now = await at.approved();
    await leave(at, 20);
    await at.answerBells();
    assert.equal((await at.theAlert(now)).value.state, 'released');
  });

  test('D04 more and fewer people are the same drift, and both margins must be passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 20_000 }), (approved, change) => {
        const isOver = change > 5 && change * 10 > approved;
        assert.equal(hasDrifted({ approved, found: approved + change }), isOver);
        if (change <= approved) assert.equal(hasDrifted({ approved, found: approved - change }), isOver);
      }),
    );
  });

  test('an alert that is planned for weeks ahead is not looked at before its count', async () => {
    const service = await anAlertService({ ...manyHomes(1), at: '2026-11-20T10:00' });
    const id = await service.approved(planned());
    const { lookAt, approval } = (await service.theAlert(id)).value;
    assert.equal(lookAt, (approval?.startsAt ?? 0) - 30 * MINUTE);
    assert.ok((lookAt ?? 0) - service.clock() > 24 * HOUR);
  });
});
