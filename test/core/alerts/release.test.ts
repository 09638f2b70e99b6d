import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { alertReach } from '../../../lambda/core/alerts/alert-reach.ts';
import { lookAtAlert } from '../../../lambda/core/alerts/look-at-alert.ts';
import { notReachedPage } from '../../../lambda/core/alerts/not-reached.ts';
import { RESULT_STATES } from '../../../lambda/core/alerts/progress.ts';
import { refreshMember } from '../../../lambda/core/alerts/refresh-member.ts';
import { acknowledge } from '../../../lambda/core/delivery/acknowledge.ts';
import { isAlertKey } from '../../../lambda/core/delivery/bell.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { defaultSettings } from '../../../lambda/core/people/settings.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { type AlertService, aContent, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';
import { aCouncil, aHome, anEcho, aResident } from '../../support/builders/people.ts';

const FIRED = '2026-11-24T10:00';

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  RESULT_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);

const assertAddsUp = async (service: AlertService, id: string, people: number): Promise<void> => {
  const { counts, made, notQueued, people: all } = await service.progress(id);
  assert.equal(sumOf(counts), made);
  assert.equal(made + notQueued, all);
  assert.equal(all, people);
};

describe('the release of an alert', () => {
  test('an urgent alert is spoken on every managed Echo within one bell, in calls of a hundred, and the counts add up', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(250), atOnce: 100 });
    const id = await service.approved();
    await service.answerBells();
    const { value: alert } = await service.theAlert(id);
    assert.equal(alert.state, 'released');
    assert.deepEqual([alert.chunks, alert.deliveries], [3, 250]);
    assert.equal(service.channels.said(), 250);
    assert.equal(service.channels.calls.length, 3, 'a hundred Echos a call');
    assert.equal((await service.progress(id)).counts.sent, 250);
    await assertAddsUp(service, id, 250);
  });

  test('D01 exactly a hundred, one more, and nobody at all in the last chunk', async () => {
    for (const count of [1, 99, 100, 101, 200]) {
      const service = await anAlertService({ at: FIRED, ...manyHomes(count) });
      const id = await service.approved();
      await service.answerBells();
      assert.equal((await service.theAlert(id)).value.deliveries, count);
      assert.equal(service.channels.said(), count);
      await assertAddsUp(service, id, count);
    }
  });

  test('an alert for later is told at its time, not before', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved(aContent({ starts: { kind: 'at', at: '2026-11-24T11:00' } }));
    await service.runTo('2026-11-24T10:59');
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-24T11:00');
    assert.equal(service.channels.said(), 1);
    assert.equal(service.channels.calls[0]?.at, service.clock());
    assert.equal((await service.theAlert(id)).value.state, 'released');
  });

  test('D01 a release that dies anywhere goes on with the same people, and nobody is told twice', async () => {
    // Later than that, a worker that dies after its call leaves an urgent one that is said once more.
    for (let at = 1; at <= 19; at += 1) {
      const service = await anAlertService({ at: FIRED, ...manyHomes(120) });
      const id = await service.approved();
      let puts = 0;
      service.hooked.onPut(async (_item, put) => {
        puts += 1;
        return puts === at * 12 ? dies() : put();
      });
      await service.answerBells();
      service.hooked.letPass();
      await service.runTo('2026-11-24T10:08');
      const { value: alert } = await service.theAlert(id);
      assert.equal(alert.state, 'released', `dying at put ${at * 12}`);
      assert.equal(alert.deliveries, 120);
      const told = new Set(service.channels.calls.flatMap(({ messages }) => messages.map(({ echo }) => echo.hash)));
      assert.equal(told.size, 120);
      assert.equal(service.channels.said(), 120, 'once each');
      await assertAddsUp(service, id, 120);
    }
  });

  test('a release that has no time left rings its own bell, and goes on where it stopped', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(250) });
    const id = await service.approved();
    service.bell.take();
    const look = lookAtAlert({ ...service.needs, maySend: async () => true, mayGoOn: () => false });
    const looks: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await look('harbour', id);
      looks.push((await service.theAlert(id)).value.chunks);
      const rung = service.bell.take().flatMap(({ keys }) => keys.filter(isAlertKey));
      assert.equal(rung.length, n < 4 ? 1 : 0);
    }
    assert.deepEqual(looks, [0, 1, 2, 3, 3, 3]);
    assert.equal((await service.theAlert(id)).value.state, 'released');
  });

  test('T03 D08 two workers at once make each Delivery once', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(150) });
    const id = await service.approved();
    await Promise.all([service.answerBells(), service.tick(), service.tick()]);
    await service.runTo('2026-11-24T10:02');
    assert.equal((await service.theAlert(id)).value.deliveries, 150);
    assert.equal(service.channels.said(), 150);
  });

  test('D38 a bell that is lost is found by the next tick', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(3) });
    const id = await service.approved();
    service.bell.lose();
    await service.runTo('2026-11-24T10:02');
    assert.equal((await service.theAlert(id)).value.state, 'released');
    assert.equal(service.channels.said(), 3);
  });

  test('D02 who joins the audience behind the cursor is not told, and who joins before it is', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(3) });
    const { stores } = service;
    const id = await service.approved();
    await service.answerBells();
    await stores.residents.save({ value: aResident({ id: 'r000', homeId: 'h001' }), version: 0 });
    await refreshMember(stores)('harbour', 'r000');
    await service.runTo('2026-11-24T10:15');
    assert.equal(await service.deliveryOf(id, 'r000'), undefined);
  });

  test('D03 somebody who is in the audience for three reasons is owed it once', async () => {
    const groups = ['lunch-club', 'walkers'];
    const service = await anAlertService({
      at: FIRED,
      council: aCouncil({ groups: groups.map((id) => ({ id, name: id })) }),
      residents: [aResident({ groups })],
      homes: [aHome({ area: 'north' })],
    });
    const audience = { kind: 'residents', areas: ['north', 'south'], groups, languages: ['en', 'cy'] } as const;
    const id = await service.approved(aContent({ audience }));
    await service.runTo('2026-11-24T10:05');
    assert.equal((await service.theAlert(id)).value.deliveries, 1);
    assert.equal(service.channels.said(), 1);
  });

  test('the audience is asked by area, group, language and kind of Echo', async () => {
    const resident = (id: string, more = {}) => aResident({ id, homeId: `h-${id}`, ...more });
    const welsh = { ...defaultSettings('C'), languages: ['cy'] as const };
    const service = await anAlertService({
      at: FIRED,
      residents: [
        resident('a', { groups: ['lunch-club'] }),
        resident('b'),
        resident('c', { settings: welsh }),
        resident('d', { presence: { kind: 'ended', since: '2026-11-01' } }),
      ],
      homes: ['a', 'b', 'c', 'd'].map((id) =>
        aHome({ id: `h-${id}`, residents: [id], echos: [`e-${id}`], area: id === 'b' ? 'south' : 'north' }),
      ),
      echos: ['a', 'b', 'c', 'd'].map((id) =>
        anEcho({ hash: `e-${id}`, homeId: `h-${id}`, residents: [id], kind: id === 'b' ? 'consumer' : 'managed' }),
      ),
    });
    const told = async (audience: object) => {
      const all = { kind: 'residents', areas: [], groups: [], languages: [], ...audience } as const;
      return (await alertReach(service.needs)('harbour', aContent({ audience: all }), service.clock())).people;
    };
    assert.equal(await told({}), 3, 'somebody who has left is in no audience');
    assert.equal(await told({ areas: ['north'] }), 2);
    assert.equal(await told({ areas: ['north', 'south'] }), 3);
    assert.equal(await told({ groups: ['lunch-club'] }), 1);
    assert.equal(await told({ languages: ['cy'] }), 1);
    assert.equal(await told({ echo: 'consumer' }), 1);
    assert.equal(await told({ areas: ['south'], echo: 'managed' }), 0);
  });

  test('a social alert chimes on a managed Echo, is counted so, and every other alert is spoken there', async () => {
    for (const handling of ['urgent', 'notice', 'social'] as const) {
      const service = await anAlertService({ at: FIRED, ...manyHomes(1) });
      const content = aContent({ handling });
      const { spoken, chimed } = await alertReach(service.needs)('harbour', content, service.clock());
      assert.deepEqual([spoken, chimed], handling === 'social' ? [0, 1] : [1, 0], handling);
      await service.approved(content);
      await service.runTo('2026-11-24T10:02');
      const quietly = service.channels.calls.flatMap(({ messages }) => messages.map((message) => message.quietly));
      assert.deepEqual(new Set(quietly), new Set([handling === 'social' ? true : undefined]), handling);
    }
  });

  test('D45 an alert has an expiry: at its end whatever waits is closed, and nothing is told after it', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(2), echos: [] });
    const id = await service.approved(aContent({ handling: 'notice', expires: '2026-11-24T12:00' }));
    await service.runTo('2026-11-24T11:59');
    assert.equal((await service.progress(id)).counts.held, 2);
    await service.runTo('2026-11-24T12:03');
    const { value: alert } = await service.theAlert(id);
    assert.equal(alert.state, 'expired');
    assert.equal((await service.progress(id)).counts.expired, 2);
    assert.equal(service.channels.said(), 0);
    await service.runTo('2026-11-24T12:20');
    assert.equal((await service.theAlert(id)).value.lookAt, undefined, 'nothing waits on it any more');
  });

  test('a notice waits for the end of quiet hours, an urgent alert does not', async () => {
    const night = '2026-11-24T23:00';
    for (const [handling, said] of [
      ['urgent', 1],
      ['notice', 0],
    ] as const) {
      const service = await anAlertService({ at: night });
      const id = await service.approved(aContent({ handling, expires: '2026-11-25T12:00' }));
      await service.answerBells();
      assert.equal(service.channels.said(), said, handling);
      if (handling === 'urgent') continue;
      assert.equal((await service.deliveryOf(id, 'bill'))?.reason, 'quiet-hours');
      await service.runTo('2026-11-25T07:01');
      assert.equal(service.channels.said(), 1);
    }
  });

  test('an urgent alert that nobody acknowledges is told again after ten and thirty minutes, and no more', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved(aContent({ expires: '2026-11-24T18:00' }));
    await service.runTo('2026-11-24T13:00');
    const minutes = service.channels.calls.map(({ at }) => Math.round((at - Date.UTC(2026, 10, 24, 10)) / MINUTE));
    assert.deepEqual(minutes, [0, 10, 30]);
    assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'sent');
  });

  test('with three Echos it is told at most six times', async () => {
    const hashes = ['one', 'two', 'three'];
    const service = await anAlertService({
      at: FIRED,
      homes: [aHome({ echos: hashes })],
      echos: hashes.map((hash) => anEcho({ hash })),
    });
    await service.approved();
    await service.runTo('2026-11-24T13:00');
    assert.equal(service.channels.said(), 6);
  });

  test('an answer ends the repeats', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved();
    await service.runTo('2026-11-24T10:05');
    const delivery = await service.deliveryOf(id, 'bill');
    assert.ok(delivery);
    await acknowledge(service.needs)(keyOf(delivery), 'heard', 'voice');
    await service.runTo('2026-11-24T11:00');
    assert.equal(service.channels.said(), 1);
    assert.equal((await service.progress(id)).counts.acknowledged, 1);
  });

  test('G2 at every moment the counts add up, whatever channels answer and whenever it is stopped', async () => {
    const answers = fc.constantFrom('sent', 'refused', 'unreachable', 'unknown');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 130 }),
        fc.array(answers, { maxLength: 6 }),
        fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
        async (count, said, stopAt) => {
          const service = await anAlertService({ at: FIRED, ...manyHomes(count), atOnce: 10 });
          const id = await service.approved();
          for (const kind of said)
            service.channels.duringNext(async () => {}, kind === 'sent' ? { kind } : { kind, reason: 'a-test' });
          if (stopAt === 0) await service.stop(id);
          await service.answerBells();
          await assertAddsUp(service, id, count);
          if (stopAt !== undefined && stopAt > 0) {
            await service.runTo(`2026-11-24T10:0${stopAt}`);
            await service.stop(id);
            await service.answerBells();
          }
          await assertAddsUp(service, id, count);
          await service.runTo('2026-11-24T10:20');
          await assertAddsUp(service, id, count);
          const { counts } = await service.progress(id);
          if (stopAt !== undefined) assert.equal(counts['not-tried'], 0, 'a stop leaves nothing waiting');
        },
      ),
      { numRuns: 25 },
    );
  });

  test('D58 practice never reaches a real person, and live words never a practice resident, whatever the audience says', async () => {
    const homes = manyHomes(2);
    const service = await anAlertService({
      at: FIRED,
      ...homes,
      residents: homes.residents.map((one, n) => ({ ...one, isPractice: n === 0 })),
    });
    const practice = await service.approved(aContent({ mode: 'practice' }), 1);
    await service.answerBells();
    assert.equal((await service.deliveryOf(practice, 'r001'))?.state, 'sent');
    assert.equal(await service.deliveryOf(practice, 'r002'), undefined);
    // The list lags: the person is no practice resident any more when the worker looks.
    await service.change(service.stores.residents, service.stores.residents.ofId('harbour', 'r001'), {
      isPractice: false,
    });
    const again = await service.approved(aContent({ mode: 'practice' }), 1);
    await service.answerBells();
    const delivery = await service.deliveryOf(again, 'r001');
    assert.deepEqual([delivery?.state, delivery?.reason], ['removed', 'practice']);
    assert.equal(service.channels.said(), 1);
  });

  test('SEC-16 words that were changed after the approval are never told', async () => {
    const service = await anAlertService({ at: FIRED });
    const id = await service.approved(aContent({ starts: { kind: 'at', at: '2026-11-24T11:00' } }));
    await service.change(service.stores.alerts, service.stores.alerts.ofId('harbour', id), {
      content: aContent({
        words: { title: 'Flood', text: 'Send money.' },
        starts: { kind: 'at', at: '2026-11-24T11:00' },
      }),
    });
    await service.runTo('2026-11-24T11:05');
    assert.equal(service.channels.said(), 0);
    assert.equal((await service.deliveryOf(id, 'bill'))?.state, 'removed');
  });

  test('a resident who goes to hospital between release and telling is not told, and is on the not-reached list with the reason', async () => {
    const service = await anAlertService({ at: FIRED, ...manyHomes(2) });
    await service.change(service.stores.residents, service.stores.residents.ofId('harbour', 'r002'), {
      presence: { kind: 'away', reason: 'hospital', since: '2026-11-24' },
    });
    const id = await service.approved();
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'r002');
    assert.deepEqual([delivery?.state, delivery?.reason], ['unreachable', 'away']);
    const { rows } = await notReachedPage(service.needs)((await service.theAlert(id)).value, 1);
    assert.deepEqual(
      rows.map(({ fullName, state, reason }) => [fullName, state, reason]),
      [
        ['Resident 001', 'sent', undefined],
        ['Resident 002', 'unreachable', 'away'],
      ],
    );
  });
});
