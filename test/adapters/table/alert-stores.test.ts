import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { alertKey, alertListKey, memberKey, templateKey } from '../../../lambda/adapters/table/keys.ts';
import type { Alert } from '../../../lambda/core/alerts/alert.ts';
import { type Member, placeOf } from '../../../lambda/core/alerts/audience.ts';
import { membersKept } from '../../../lambda/core/alerts/members-kept.ts';
import { resultsKept } from '../../../lambda/core/alerts/results-kept.ts';
import type { AlertTemplate } from '../../../lambda/core/alerts/template.ts';
import { DAY } from '../../../lambda/core/kernel/clock.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { aClock } from '../../support/builders/a-clock.ts';
import { aContent } from '../../support/builders/an-alert-service.ts';
import { aCouncil, aHome, anEcho, aResident, FIRST_ACT } from '../../support/builders/people.ts';
import { recordingLog } from '../../support/builders/recorders.ts';
import { aDelivery } from '../../support/builders/things-told.ts';
import { countingIds } from '../../support/counting-ids.ts';

const emptyStores = async () => {
  const table = memoryTable({ newWriteId: countingIds('write') });
  const clock = aClock();
  const log = recordingLog();
  const stores = careStores(table, clock, log.log);
  await stores.councils.save(aCouncil());
  return { table, stores, clock, log };
};
const fresh = <T>(value: T) => ({ value, version: 0 });

const aMember = (): Member => ({
  council: 'harbour',
  residentId: 'a',
  homeId: 'h',
  isPractice: false,
  standing: 'may-be-told',
  groups: [],
  languages: ['en'],
  echos: { managed: 1, chiming: 0, silent: 0 },
  screens: 0,
});

const anAlert = (more: Partial<Alert> = {}): Alert => ({
  council: 'harbour',
  id: '20261124T1000-one',
  state: 'draft',
  content: aContent(),
  writers: ['tom'],
  chunks: 0,
  deliveries: 0,
  lastAct: FIRST_ACT,
  ...more,
});

/** An Alert with everything that may be absent. */
const fullest = anAlert({
  state: 'stopped',
  content: aContent({
    audience: { kind: 'residents', areas: ['north'], groups: ['lunch-club'], languages: ['cy'], echo: 'managed' },
    starts: { kind: 'at', at: '2026-11-24T11:00' },
  }),
  submittedBy: 'tom',
  approval: { by: 'helen', at: 1, hash: 'h', people: 3, startsAt: 2, expiresAt: 3 },
  corrects: 'other',
  cursor: 'r100',
  releasedAt: 4,
  reconciledAt: 5,
  stop: { by: 'tom', at: 6, reason: 'why', inFlight: 1, walked: 2, isDone: true },
  lookAt: 7,
});

describe('the stores of alerts', () => {
  test('an alert comes back as it was saved, with everything and with nothing that may be absent', async () => {
    const { stores } = await emptyStores();
    const { correction: _c, audience: _a, handling: _h, starts: _s, expires: _e, ...bare } = aContent();
    for (const alert of [fullest, anAlert({ id: 'bare', content: bare })]) {
      assert.equal((await stores.alerts.save(fresh(alert))).kind, 'saved');
      assert.deepEqual(await stores.alerts.ofId('harbour', alert.id), { value: alert, version: 1 });
      assert.equal((await stores.alerts.save(fresh(alert))).kind, 'conflict');
    }
    assert.equal(await stores.alerts.ofId('saltmere', fullest.id), undefined, 'another council has none of it');
  });

  test('they are listed newest first, page by page, and a pointer to nothing is passed over', async () => {
    const { stores, table } = await emptyStores();
    const ids = Array.from({ length: 25 }, (_, n) => `20261124T10${String(n).padStart(2, '0')}-x`);
    for (const id of ids) await stores.alerts.save(fresh(anAlert({ id })));
    await table.put(
      { key: alertListKey('harbour', '20261124T1099-lost'), kind: 'alert-pointer', body: {} },
      { ifNew: true },
    );
    const first = await stores.alerts.newest('harbour');
    const second = await stores.alerts.newest('harbour', first.after);
    assert.deepEqual(
      [...first.alerts, ...second.alerts].map(({ id }) => id),
      ids.toReversed(),
    );
    assert.deepEqual(await stores.alerts.newest('saltmere'), { alerts: [] });
  });

  test('one that waits stands in the due index of its lane, and leaves it when it waits for nothing', async () => {
    const { stores } = await emptyStores();
    const due = async (lane: 'urgent' | 'routine') =>
      (
        await Promise.all(
          [0, 1, 2, 3].map((number) => stores.dueIndex.due({ council: 'harbour', lane, number }, 1_000)),
        )
      ).flatMap(({ refs }) => refs);
    await stores.alerts.save(fresh(anAlert({ lookAt: 900 })));
    assert.deepEqual(await due('urgent'), [{ kind: 'alert', council: 'harbour', id: anAlert().id, at: 900 }]);
    await stores.alerts.save({
      value: anAlert({ lookAt: 901, content: aContent({ handling: 'notice' }) }),
      version: 1,
    });
    assert.deepEqual(
      (await due('routine')).map(({ at }) => at),
      [901],
    );
    assert.deepEqual(await due('urgent'), []);
    await stores.alerts.save({ value: anAlert(), version: 2 });
    assert.deepEqual([...(await due('urgent')), ...(await due('routine'))], []);
  });

  test('an alert whose look throws is set back, and never leaves the index', async () => {
    const { stores } = await emptyStores();
    await stores.alerts.save(fresh(anAlert({ lookAt: 0 })));
    const ref = { kind: 'alert', council: 'harbour', id: anAlert().id, at: 0 } as const;
    for (let n = 1; n <= 6; n += 1)
      assert.equal(await stores.dueIndex.setBack(ref, n * DAY), n < 5 ? 'set-back' : 'closed');
    const { refs } = await stores.dueIndex.due({ council: 'harbour', lane: 'urgent', number: 0 }, 10 * DAY);
    assert.equal(refs.length, 1);
  });

  test('a chunk is written once: a second writer gets the one that stands', async () => {
    const { stores } = await emptyStores();
    const chunk = { council: 'harbour', alertId: 'a', number: 1, residents: ['one', 'two'], isLast: false };
    assert.deepEqual(await stores.chunks.add(chunk), chunk);
    assert.deepEqual(await stores.chunks.add({ ...chunk, residents: ['other'], isLast: true }), chunk);
    assert.deepEqual(await stores.chunks.ofNumber('harbour', 'a', 1), chunk);
    assert.equal(await stores.chunks.ofNumber('harbour', 'a', 2), undefined);
  });

  test('D30 a result only rises, in whatever order its marks arrive', async () => {
    const { stores } = await emptyStores();
    const at = { council: 'harbour', alertId: 'a', chunk: 1 };
    const marks = [
      ['sent', 'held', 'shown', 'sent'],
      ['unreachable', 'acknowledged', 'unreachable'],
      ['sent', 'cancelled', 'shown'],
    ] as const;
    for (const [n, states] of marks.entries())
      for (const state of states) await stores.results.mark(at, `r${n}`, state);
    const expected = new Map([
      ['r0', 'shown'],
      ['r1', 'acknowledged'],
      ['r2', 'cancelled'],
    ]);
    assert.deepEqual(await stores.results.ofChunk('harbour', 'a', 1), expected);
    assert.deepEqual(await stores.results.ofAlert('harbour', 'a'), new Map([[1, expected]]));
    assert.deepEqual(await stores.results.ofChunk('harbour', 'a', 2), new Map());
  });

  test('marks that came before the row of their chunk are kept', async () => {
    const { stores } = await emptyStores();
    const at = { council: 'harbour', alertId: 'a', chunk: 1 };
    await stores.results.mark(at, 'one', 'sent');
    await stores.chunks.add({ council: 'harbour', alertId: 'a', number: 1, residents: ['one'], isLast: true });
    assert.deepEqual(await stores.results.ofChunk('harbour', 'a', 1), new Map([['one', 'sent']]));
  });

  test('members come Home by Home, in order of their ids, and the last word on each stands', async () => {
    const { stores } = await emptyStores();
    const member = (residentId: string, more: Partial<Member> = {}): Member => ({
      council: 'harbour',
      residentId,
      homeId: 'h',
      isPractice: false,
      standing: 'may-be-told',
      groups: [],
      languages: ['en'],
      echos: { managed: 1, chiming: 0, silent: 0 },
      screens: 0,
      ...more,
    });
    const full = member('b', { area: 'north', groups: ['lunch-club'], quietHours: { from: '22:00', to: '07:00' } });
    const partner = member('0', { homeId: 'h-2' });
    for (const one of [partner, member('c'), member('a'), member('b'), full]) await stores.members.save(one);
    assert.deepEqual((await stores.members.page('harbour')).members, [member('a'), full, member('c'), partner]);
    assert.deepEqual((await stores.members.page('harbour', placeOf(full))).members, [member('c'), partner]);
    assert.deepEqual((await stores.members.page('saltmere')).members, []);
  });

  test('one unreadable row does not silence its list, and is logged', async () => {
    const { stores, table, log } = await emptyStores();
    await stores.alerts.save(fresh(anAlert()));
    await stores.members.save({ ...aMember(), residentId: 'b' });
    for (const key of [alertKey('harbour', 'broken'), memberKey('harbour', 'h', 'a'), templateKey('harbour', 'x')])
      await table.put({ key, kind: 'broken', body: { no: 'thing' } }, { ifNew: true });
    await table.put({ key: alertListKey('harbour', 'broken'), kind: 'alert-pointer', body: {} }, { ifNew: true });
    assert.deepEqual((await stores.alerts.newest('harbour')).alerts, [anAlert()]);
    assert.deepEqual(
      (await stores.members.page('harbour')).members.map(({ residentId }) => residentId),
      ['b'],
    );
    assert.deepEqual(await stores.templates.ofCouncil('harbour'), []);
    assert.deepEqual(log.codes(), ['table.unreadable-row', 'table.unreadable-row', 'table.unreadable-row']);
  });

  test('templates come back as they were saved', async () => {
    const { stores } = await emptyStores();
    const words = { title: 'Flood', text: 'Near ((place)).' };
    const template: AlertTemplate = { council: 'harbour', id: 'flood', name: 'Flood', words, handling: 'urgent' };
    await stores.templates.save({ ...template, name: 'Old' });
    await stores.templates.save({ ...template, correction: words });
    assert.deepEqual(await stores.templates.ofCouncil('harbour'), [{ ...template, correction: words }]);
    assert.deepEqual(await stores.templates.ofId('harbour', 'flood'), { ...template, correction: words });
    assert.equal(await stores.templates.ofId('saltmere', 'flood'), undefined);
  });
});

describe('what an audience is asked of', () => {
  test('it follows every change of a resident, a home or an Echo', async () => {
    const { stores, log } = await emptyStores();
    const kept = membersKept(stores, log.log);
    await kept.echos.save(fresh(anEcho()));
    await kept.echos.save(fresh(anEcho({ hash: 'lounge', kind: 'consumer' })));
    await kept.echos.save(fresh(anEcho({ hash: 'hall', kind: 'consumer', notifications: { on: false, at: 1 } })));
    await kept.homes.save(fresh(aHome({ echos: ['kitchen', 'lounge', 'hall'], area: 'north' })));
    await kept.residents.save(fresh(aResident({ groups: ['lunch-club'] })));
    const bill = async () => (await stores.members.page('harbour')).members[0];
    assert.deepEqual((await bill())?.echos, { managed: 1, chiming: 1, silent: 1 });
    assert.equal((await bill())?.area, 'north');
    await kept.echos.save({ value: anEcho({ state: 'unpaired' }), version: 1 });
    assert.equal((await bill())?.echos.managed, 0);
    await kept.residents.save({ value: aResident({ presence: { kind: 'ended', since: '2026-11-24' } }), version: 1 });
    assert.equal((await bill())?.standing, 'ended');
  });

  test('a copy that cannot be written is logged, and the change stands', async () => {
    const { stores, log } = await emptyStores();
    const broken = { ...stores.members, save: async () => Promise.reject(new Error('throttled')) };
    const kept = membersKept({ ...stores, members: broken }, log.log);
    assert.equal((await kept.residents.save(fresh(aResident()))).kind, 'saved');
    assert.deepEqual(log.codes(), ['alert.member-not-refreshed']);
  });

  test('a result that cannot be marked is logged, and the Delivery stands', async () => {
    const { log } = await emptyStores();
    const { stores } = await emptyStores();
    const broken = { ...stores.results, mark: async () => Promise.reject(new Error('throttled')) };
    const deliveries = resultsKept(stores.deliveries, broken, log.log);
    const source = { kind: 'alert', alertId: 'a', hash: 'h', mode: 'live', chunk: 1 } as const;
    const delivery = aDelivery('2026-11-24T10:00', 'urgent', { source });
    await deliveries.add(delivery);
    const stored = await deliveries.ofKey({ ...delivery });
    assert.ok(stored);
    assert.equal((await deliveries.save({ ...stored, value: { ...delivery, state: 'sent' } })).kind, 'saved');
    assert.deepEqual(log.codes(), ['alert.not-marked']);
  });
});
