import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { membersKept } from '../../../lambda/core/alerts/members-kept.ts';
import { notReachedPage } from '../../../lambda/core/alerts/not-reached.ts';
import { changePresence, type WantedPresence } from '../../../lambda/core/people/change-presence.ts';
import { presenceMark } from '../../../lambda/core/people/presence.ts';
import { type AlertService, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';
import { anOfficer } from '../../support/builders/people.ts';

const acting = { kind: 'officer', officer: anOfficer() } as const;
const HOSPITAL = { kind: 'away', reason: 'hospital', since: '2026-11-24' } as const;
const ENDED = { kind: 'ended', reason: 'died' } as const;

const say = async ({ needs, stores, log }: AlertService, residentId: string, wanted: WantedPresence): Promise<void> => {
  const kept = membersKept(stores, log.log);
  const stored = await kept.residents.ofId('harbour', residentId);
  const seen = presenceMark(stored?.value.presence ?? assert.fail());
  const outcome = await changePresence({ ...needs, ...kept })({ acting, council: 'harbour', residentId, seen, wanted });
  assert.equal(outcome.kind, 'presence-changed');
};

const saidTo = ({ channels }: AlertService) =>
  channels.calls.flatMap(({ messages }) => messages.flatMap(({ echo }) => echo.residents));

describe('an alert and somebody who is not at home', () => {
  test('whoever goes away between the approval and the telling is counted as not reached, with the reason', async () => {
    const service = await anAlertService(manyHomes(3));
    const id = await service.approved();
    await say(service, 'r001', HOSPITAL);
    await say(service, 'r002', ENDED);
    await service.runTo('2026-11-24T10:05');
    assert.deepEqual(saidTo(service), ['r003']);
    const { counts, people } = await service.progress(id);
    assert.deepEqual([people, counts.sent, counts.unreachable, counts.removed], [2, 1, 1, 0]);
    const { rows } = await notReachedPage(service.needs)((await service.theAlert(id)).value, 1);
    const away = rows.find(({ residentId }) => residentId === 'r001');
    assert.deepEqual([away?.state, away?.reason, away?.awayFor], ['unreachable', 'away', 'hospital']);
  });

  test('a Delivery that was made before the service ended is removed, untold', async () => {
    const service = await anAlertService(manyHomes(2));
    const id = await service.approved();
    await service.answerAlertBells();
    await say(service, 'r001', ENDED);
    await service.runTo('2026-11-24T10:05');
    const delivery = await service.deliveryOf(id, 'r001');
    assert.deepEqual([delivery?.state ?? 'none', saidTo(service)], ['removed', ['r002']]);
  });

  test('audiences follow at once: who has left is in none, who is away is counted as such', async () => {
    const service = await anAlertService(manyHomes(2));
    await say(service, 'r001', HOSPITAL);
    await say(service, 'r002', ENDED);
    const { members } = await service.stores.members.page('harbour');
    assert.deepEqual(
      members.map(({ standing }) => standing),
      ['away', 'ended'],
    );
    await say(service, 'r001', { kind: 'home' });
    assert.equal((await service.stores.members.page('harbour')).members[0]?.standing, 'may-be-told');
  });
});
