import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memoryTable } from '../../../lambda/adapters/memory/memory-table.ts';
import { auditKey, callBackKey } from '../../../lambda/adapters/table/keys.ts';
import { CARE_SUBJECTS } from '../../../lambda/core/answers/answer.ts';
import { CALL_BACK_STATES } from '../../../lambda/core/call-backs/call-back.ts';
import { type Delivery, keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { APPOINTMENT_KINDS, type DiaryEntry, VISIT_KINDS } from '../../../lambda/core/diary/diary-entry.ts';
import { DAY, HOUR } from '../../../lambda/core/kernel/clock.ts';
import type { PairingCode } from '../../../lambda/core/pairing/pairing-code.ts';
import { ACCESS_NEEDS } from '../../../lambda/core/people/settings.ts';
import { REMINDER_LABELS } from '../../../lambda/core/reminders/reminder.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { everyRule } from '../../render/support/every-rule.ts';
import { aClock } from '../../support/builders/a-clock.ts';
import {
  aCarer,
  aCircleMember,
  aCouncil,
  aHome,
  anEcho,
  anOfficer,
  aResident,
  FIRST_ACT,
} from '../../support/builders/people.ts';
import { recordingLog } from '../../support/builders/recorders.ts';
import {
  aCallBack,
  aDelivery,
  anAnswer,
  anAppointment,
  aPlan,
  aReminder,
  aVisit,
} from '../../support/builders/things-told.ts';
import { countingIds } from '../../support/counting-ids.ts';

const emptyStores = async () => {
  const table = memoryTable({ newWriteId: countingIds('write') });
  const log = recordingLog();
  const stores = careStores(table, aClock(), log.log);
  await stores.councils.save(aCouncil());
  return { table, stores, log };
};
const fresh = <T>(value: T) => ({ value, version: 0 });
const CODE: PairingCode = {
  council: 'harbour',
  codeHash: 'hash',
  homeId: 'home',
  startedBy: 'olga',
  expiresAt: 1_800_000_000_000,
  state: 'claimed',
  claim: {
    echo: { hash: 'h', kind: 'managed', sealedIds: 's', apiEndpoint: 'https://eu' },
    words: ['apple', 'basket'],
  },
};

/** A value with everything that may be absent, and one with nothing of it. */
const fullest: Delivery = aDelivery('2026-11-24T08:00', 'routine', {
  content: { kind: 'reminder', label: 'drink', at: '2026-11-24T08:00' },
  source: { kind: 'reminder', reminderId: 'rem', occurrence: '2026-11-24T08:00' },
  ladder: [
    { afterMinutes: 15, tell: { kind: 'carer', carerId: 'priya' } },
    { afterMinutes: 60, tell: { kind: 'desk' } },
  ],
  state: 'acknowledged',
  reason: 'a reason',
  claim: { token: 't', until: 5, calling: true },
  attempts: [{ at: 1, channel: 'proactive-events', came: 'unknown', reason: 'timeout' }],
  climbed: 1,
  readOutAt: 2,
  spokenAt: 3,
  acknowledged: { at: 4, reply: 'done', by: 'page' },
  notYetAt: 6,
});

describe('every store gives back what was saved', () => {
  test('people', async () => {
    const { stores } = await emptyStores();
    const { quietHours: _quiet, ...plainSettings } = aResident().settings;
    const { agreedToBeTold: _agreed, ...plainMember } = aCircleMember();
    const residents = [
      aResident({
        circle: [aCircleMember({ until: '2027-01-01' }), plainMember],
        presence: { kind: 'away', reason: 'respite', since: '2026-11-01', until: '2026-12-01' },
        settings: { ...aResident().settings, accessNeeds: ACCESS_NEEDS, languages: ['cy', 'en'] },
        lastAct: { ...aResident().lastAct, reason: 'a reason' },
      }),
      aResident({ id: 'joan', circle: [], settings: plainSettings, presence: { kind: 'ended', since: '2026-11-01' } }),
    ];
    for (const one of residents) {
      assert.deepEqual(await stores.residents.save(fresh(one)), { kind: 'saved', version: 1 });
      assert.deepEqual(await stores.residents.ofId('harbour', one.id), { value: one, version: 1 });
    }
    await stores.homes.save(fresh(aHome()));
    assert.deepEqual((await stores.homes.ofId('harbour', 'home'))?.value, aHome());
    for (const [store, one] of [
      [stores.carers, aCarer()],
      [stores.officers, anOfficer()],
    ] as const) {
      await (store.save as (value: unknown) => Promise<unknown>)(one);
      assert.deepEqual(await store.ofId('harbour', one.id), one);
    }
    const council = aCouncil({ closedOn: ['2026-12-25'] });
    await stores.councils.save(council);
    assert.deepEqual(await stores.councils.ofId('harbour'), council);
  });

  test('Echos and pairing codes', async () => {
    const { stores } = await emptyStores();
    await stores.echos.save(fresh(anEcho()));
    assert.deepEqual((await stores.echos.ofHash('harbour', 'kitchen'))?.value, anEcho());
    const { claim: _claim, ...open } = CODE;
    for (const code of [CODE, { ...open, codeHash: 'other', state: 'open' } as const]) {
      await stores.pairingCodes.save(fresh(code));
      assert.deepEqual((await stores.pairingCodes.ofHash('harbour', code.codeHash))?.value, code);
    }
  });

  test('reminders, of every rule and label', async () => {
    const { stores } = await emptyStores();
    const rules: readonly Recurrence[] = [
      { kind: 'once', at: '2026-11-24T20:00' },
      { kind: 'daily', time: '20:00', from: '2026-11-24' },
      { kind: 'weekdays', time: '20:00', from: '2026-11-24', until: '2026-12-01' },
      { kind: 'chosen-weekdays', days: [1, 7], time: '20:00', from: '2026-11-24' },
      ...everyRule,
    ];
    const { next: _next, ...over } = aReminder('2026-11-24T20:00', {
      id: 'over',
      state: 'paused',
      ladder: fullest.ladder,
    });
    const all = [
      over,
      ...rules.map((recurrence, n) => aReminder('2026-11-24T20:00', { id: `rule-${n}`, recurrence })),
      ...REMINDER_LABELS.map((label) => aReminder('2026-11-24T20:00', { id: label, label })),
    ];
    for (const one of all) {
      await stores.reminders.save(fresh(one));
      assert.deepEqual((await stores.reminders.ofId('harbour', 'bill', one.id))?.value, one);
    }
  });

  test('Deliveries, with and without everything that may be absent', async () => {
    const { stores } = await emptyStores();
    const moved = {
      kind: 'diary',
      change: 'moved',
      what: 'nurse',
      who: 'Sam',
      at: '2026-11-24T09:00',
      before: '2026-11-24T08:00',
    } as const;
    const { lookAt: _lookAt, ...resting } = aDelivery('2026-11-24T09:00', 'urgent', {
      content: moved,
      state: 'expired',
    });
    for (const one of [{ ...fullest, id: 'full' }, resting]) {
      assert.deepEqual(await stores.deliveries.add(one), { kind: 'saved', version: 1 });
      assert.deepEqual(await stores.deliveries.ofKey(keyOf(one)), { value: one, version: 1 });
      assert.deepEqual(await stores.deliveries.add(one), { kind: 'conflict' });
    }
  });

  test('the diary and its plan', async () => {
    const { stores } = await emptyStores();
    const { who: _who, ...unnamed } = aVisit({ id: 'unnamed', until: '2026-11-24T15:00', state: 'cancelled' });
    const all: readonly DiaryEntry[] = [
      unnamed,
      anAppointment({ where: 'Harbour Surgery' }),
      ...VISIT_KINDS.map((what) => aVisit({ id: what, what })),
      ...APPOINTMENT_KINDS.map((what) => anAppointment({ id: what, what })),
    ];
    for (const one of all) {
      await stores.diaries.save(fresh(one));
      assert.deepEqual((await stores.diaries.ofId('harbour', 'bill', one.at, one.id))?.value, one);
    }
    await stores.diaries.savePlan(aPlan());
    assert.deepEqual(await stores.diaries.planOf('harbour', 'bill'), aPlan());
    assert.equal(await stores.diaries.planOf('harbour', 'joan'), undefined);
  });

  test('answers and call-backs', async () => {
    const { stores } = await emptyStores();
    const { phone: _phone, ...withoutPhone } = anAnswer();
    for (const subject of CARE_SUBJECTS) {
      const one = { ...withoutPhone, subject };
      await stores.answers.save(one);
      assert.deepEqual(await stores.answers.ofSubject('harbour', subject), one);
    }
    for (const state of CALL_BACK_STATES) {
      const one = aCallBack({
        id: state,
        state,
        subject: 'bins',
        owner: 'olga',
        notes: [{ at: 1, by: 'olga', text: 'rang' }],
      });
      await stores.callBacks.save(fresh(one));
      assert.deepEqual((await stores.callBacks.ofId('harbour', one.askedAt, state))?.value, one);
    }
  });
});

describe('a write over somebody else’s', () => {
  test('is a conflict, and what stands is untouched', async () => {
    const { stores } = await emptyStores();
    await stores.residents.save(fresh(aResident()));
    const late = { value: aResident({ fullName: 'late' }), version: 1 };
    await stores.residents.save({ value: aResident({ fullName: 'first' }), version: 1 });
    assert.deepEqual(await stores.residents.save(late), { kind: 'conflict' });
    assert.deepEqual(await stores.residents.save(fresh(aResident())), { kind: 'conflict' });
    assert.equal((await stores.residents.ofId('harbour', 'bill'))?.value.fullName, 'first');
  });

  test('a row that is not what this code writes is a fault, not a guess', async () => {
    const { table, stores } = await emptyStores();
    await stores.residents.save(fresh(aResident()));
    const [item] = (await table.list({ pk: 'C#harbour#RES#bill', limit: 1 })).items;
    assert.ok(item);
    await table.put({ ...item, body: { ...item.body, presence: { kind: 'lost' } } }, { ifVersion: item.version });
    await assert.rejects(stores.residents.ofId('harbour', 'bill'));
  });
});

describe('lists', () => {
  test('reminders: those due soonest first, cancelled ones left out', async () => {
    const { stores } = await emptyStores();
    for (const [id, first, state] of [
      ['c', '2026-11-26T08:00', 'on'],
      ['a', '2026-11-24T20:00', 'on'],
      ['x', '2026-11-24T19:00', 'cancelled'],
      ['b', '2026-11-24T20:00', 'on'],
    ] as const)
      await stores.reminders.save(fresh(aReminder(first, { id, state })));
    assert.deepEqual(
      (await stores.reminders.ofResident('harbour', 'bill')).map(({ id }) => id),
      ['a', 'b', 'c'],
    );
  });

  test('diary and Deliveries: from the first day to the last, both whole, in order of time', async () => {
    const { stores } = await emptyStores();
    const times = ['2026-11-25T23:59', '2026-11-24T00:00', '2026-11-26T00:00', '2026-11-23T23:59', '2026-11-24T12:00'];
    for (const at of times) {
      await stores.diaries.save(fresh(aVisit({ at })));
      await stores.deliveries.add(aDelivery(at));
    }
    const days = ['2026-11-24', '2026-11-25'] as const;
    const expected = ['2026-11-24T00:00', '2026-11-24T12:00', '2026-11-25T23:59'];
    assert.deepEqual(
      (await stores.diaries.between('harbour', 'bill', ...days)).map(({ at }) => at),
      expected,
    );
    assert.deepEqual(
      (await stores.deliveries.between('harbour', 'bill', ...days)).map(({ due }) => due),
      expected,
    );
  });

  test('D33 in every list a row that cannot be read is alarmed and left out, and its neighbours are there', async () => {
    const { table, stores, log } = await emptyStores();
    for (const id of ['bad', 'good']) {
      await stores.reminders.save(fresh(aReminder('2026-11-24T20:00', { id })));
      await stores.diaries.save(fresh(aVisit({ id })));
      await stores.deliveries.add(aDelivery('2026-11-24T08:00', 'routine', { id: `2026-11-24T08:00#R#${id}` }));
      await stores.callBacks.save(fresh(aCallBack({ id, residentId: id })));
      await stores.homes.save(fresh(aHome({ id })));
      await stores.audit.append({
        council: 'harbour',
        item: 'REM#rem',
        act: { ...FIRST_ACT, number: id === 'bad' ? 1 : 2 },
        after: {},
      });
    }
    const bill = 'C#harbour#RES#bill';
    const { askedAt } = aCallBack();
    for (const key of [
      { pk: bill, sk: 'A#REM#bad' },
      { pk: bill, sk: `DIARY#${aVisit().at}#bad` },
      { pk: bill, sk: 'DLV#2026-11-24T08:00#R#bad' },
      callBackKey('harbour', askedAt, 'bad'),
      { pk: 'C#harbour#HOME#bad', sk: 'HOME' },
      auditKey('harbour', 'REM#rem', 1),
    ]) {
      const item = await table.get(key);
      assert.ok(item, key.sk);
      await table.put({ ...item, body: {} }, { ifVersion: item.version });
    }
    const days = ['2026-11-24', '2026-11-24'] as const;
    const found = await Promise.all([
      stores.reminders.ofResident('harbour', 'bill'),
      stores.diaries.between('harbour', 'bill', ...days),
      stores.deliveries.between('harbour', 'bill', ...days),
      stores.callBacks.open('harbour').then(({ callBacks }) => callBacks),
      stores.homes.ofCouncil('harbour').then(({ homes }) => homes),
      stores.audit.of('harbour', 'REM#rem'),
    ]);
    assert.deepEqual(
      found.map((values) => values.length),
      [1, 1, 1, 1, 1, 1],
    );
    assert.deepEqual(log.codes(), Array(6).fill('table.unreadable-row'));
    assert.deepEqual(log.lines.map(({ fields }) => fields.kind).toSorted(), [
      'audit',
      'call-back',
      'delivery',
      'diary',
      'home',
      'reminder',
    ]);
  });

  test('homes of a council: every one, page by page, and those of no other council', async () => {
    const { stores } = await emptyStores();
    const ids = Array.from({ length: 60 }, (_, n) => `home-${String(n).padStart(2, '0')}`);
    for (const id of ids) await stores.homes.save(fresh(aHome({ id })));
    await stores.homes.save(fresh(aHome({ council: 'valley', id: 'theirs' })));
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await stores.homes.ofCouncil('harbour', after);
      found.push(...page.homes.map(({ id }) => id));
      after = page.after;
    } while (after !== undefined);
    assert.deepEqual(found, ids);
  });
});

describe('SEC-11 councils never mix', () => {
  test('whatever council A writes under whatever ids, council B reads nothing of it', async () => {
    const id = fc.constantFrom('bill', 'joan', 'home', 'kitchen', 'rem', 'a', 'b');
    const council = fc.constantFrom('a', 'b', 'a-b', 'bill');
    await fc.assert(
      fc.asyncProperty(council, council, fc.uniqueArray(id, { minLength: 1 }), async (ours, theirs, ids) => {
        fc.pre(ours !== theirs);
        const { stores } = await emptyStores();
        for (const one of [ours, theirs]) await stores.councils.save(aCouncil({ id: one }));
        for (const one of ids) {
          const named = { council: ours, id: one };
          await stores.residents.save(fresh(aResident(named)));
          await stores.homes.save(fresh(aHome(named)));
          await stores.echos.save(fresh(anEcho({ council: ours, hash: one })));
          await stores.carers.save(aCarer(named));
          await stores.officers.save(anOfficer(named));
          await stores.reminders.save(fresh(aReminder('2026-11-24T20:00', { ...named, residentId: one })));
          await stores.deliveries.add(aDelivery('2026-11-24T20:00', 'routine', { council: ours, residentId: one }));
          await stores.diaries.save(fresh(aVisit({ ...named, residentId: one })));
          await stores.callBacks.save(fresh(aCallBack({ ...named, residentId: one })));
          await stores.pairingCodes.save(fresh({ ...CODE, council: ours, codeHash: one }));
        }
        for (const one of ids) {
          const seen = await Promise.all([
            stores.residents.ofId(theirs, one),
            stores.homes.ofId(theirs, one),
            stores.echos.ofHash(theirs, one),
            stores.carers.ofId(theirs, one),
            stores.officers.ofId(theirs, one),
            stores.reminders.ofId(theirs, one, one),
            stores.diaries.ofId(theirs, one, aVisit().at, one),
            stores.callBacks.ofId(theirs, aCallBack().askedAt, one),
            stores.callBacks.openOf(theirs, one),
            stores.pairingCodes.ofHash(theirs, one),
            stores.readPage(theirs, one, '2026-11-24'),
          ]);
          assert.ok(seen.every((found) => found === undefined));
          assert.deepEqual(await stores.reminders.ofResident(theirs, one), []);
          assert.deepEqual(await stores.deliveries.between(theirs, one, '2026-01-01', '2027-01-01'), []);
          assert.deepEqual((await stores.callBacks.open(theirs)).callBacks, []);
          const due = await stores.dueIndex.due(
            { council: theirs, lane: 'routine', number: 0 },
            Number.MAX_SAFE_INTEGER,
          );
          assert.deepEqual(due.refs, []);
        }
        assert.equal((await stores.homes.ofCouncil(theirs)).homes.length, 0);
        assert.equal((await stores.homes.ofCouncil(ours)).homes.length, ids.length);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the due index', () => {
  const dueOf = async (
    stores: Awaited<ReturnType<typeof emptyStores>>['stores'],
    lane: 'urgent' | 'routine' = 'routine',
  ) => {
    const shards = Array.from({ length: 4 }, (_, number) => ({ council: 'harbour', lane, number }));
    const pages = await Promise.all(shards.map((shard) => stores.dueIndex.due(shard, Number.MAX_SAFE_INTEGER)));
    return pages.flatMap(({ refs }) => refs);
  };

  test('a reminder stands in it while it is on and has a next time, a Delivery while it wants to be looked at', async () => {
    const { stores } = await emptyStores();
    const reminder = aReminder();
    const { next: _next, ...over } = reminder;
    let version = 0;
    for (const [value, isDue] of [
      [reminder, true],
      [{ ...reminder, state: 'paused' as const }, false],
      [reminder, true],
      [over, false],
    ] as const) {
      await stores.reminders.save({ value, version });
      version += 1;
      assert.deepEqual(
        (await dueOf(stores)).map(({ at }) => at),
        isDue ? [reminder.next?.at] : [],
      );
    }
    const delivery = aDelivery('2026-11-24T08:00');
    await stores.deliveries.add(delivery);
    assert.deepEqual(await dueOf(stores), [{ kind: 'delivery', ...keyOf(delivery), at: delivery.dueAt }]);
    const { lookAt: _lookAt, ...resting } = delivery;
    await stores.deliveries.save({ value: resting, version: 1 });
    assert.deepEqual(await dueOf(stores), []);
  });

  test('urgent Deliveries stand in a lane of their own', async () => {
    const { stores } = await emptyStores();
    await stores.deliveries.add(aDelivery('2026-11-24T08:00', 'urgent'));
    assert.deepEqual([(await dueOf(stores)).length, (await dueOf(stores, 'urgent')).length], [0, 1]);
  });

  test('at the fifth look that throws a Delivery is closed as failed; one acknowledged meanwhile stays so', async () => {
    for (const [state, after] of [
      ['sent', 'failed'],
      ['acknowledged', 'acknowledged'],
    ] as const) {
      const { stores } = await emptyStores();
      const delivery = aDelivery('2026-11-24T08:00', 'routine', { state });
      await stores.deliveries.add(delivery);
      const [ref] = await dueOf(stores);
      assert.ok(ref);
      const came: string[] = [];
      for (let n = 0; n < 6; n += 1) came.push(await stores.dueIndex.setBack(ref, delivery.dueAt + n * HOUR));
      assert.deepEqual(came, ['set-back', 'set-back', 'set-back', 'set-back', 'closed', 'gone']);
      const stored = await stores.deliveries.ofKey(keyOf(delivery));
      assert.deepEqual([stored?.value.state, stored?.value.lookAt], [after, undefined]);
    }
  });

  test('a row that cannot even be read is set back and closed like any other', async () => {
    const { table, stores } = await emptyStores();
    const delivery = aDelivery('2026-11-24T08:00');
    await stores.deliveries.add(delivery);
    const [ref] = await dueOf(stores);
    const item = (await table.list({ pk: 'C#harbour#RES#bill', limit: 1 })).items[0];
    assert.ok(ref && item);
    await table.put({ ...item, body: { state: 'nonsense' } }, { ifVersion: item.version });
    for (let n = 0; n < 5; n += 1) await stores.dueIndex.setBack(ref, delivery.dueAt + n * HOUR);
    assert.deepEqual(await dueOf(stores), []);
  });
});

describe('what has expired', () => {
  test('rows that are over carry the time after which the table may tidy them away, living ones carry none', async () => {
    const { table, stores } = await emptyStores();
    const expiryOf = async (pk: string, sk: string) => (await table.get({ pk, sk }))?.expiresAt;
    const reminder = aReminder('2026-11-24T20:00');
    await stores.reminders.save(fresh(reminder));
    await stores.reminders.save(fresh({ ...reminder, id: 'over', state: 'cancelled' as const }));
    assert.equal(await expiryOf('C#harbour#RES#bill', 'A#REM#rem'), undefined);
    assert.equal(await expiryOf('C#harbour#RES#bill', 'A#REM#over'), reminder.lastAct.at + 30 * DAY);
    const delivery = aDelivery('2026-11-24T08:00');
    await stores.deliveries.add(delivery);
    const kept = (await expiryOf('C#harbour#RES#bill', `DLV#${delivery.id}`)) ?? 0;
    assert.ok(kept - delivery.dueAt > 35 * DAY, 'G12 a Delivery outlives the window of a restore');
    await stores.callBacks.save(fresh(aCallBack()));
    const [open] = (await stores.callBacks.open('harbour')).callBacks;
    assert.ok(open);
    await stores.callBacks.save({ value: { ...open, state: 'done' }, version: 1 });
    const [item] = (await table.list({ pk: 'C#harbour#CALLBACKS', limit: 1 })).items;
    assert.equal(item?.expiresAt, open.askedAt + 90 * DAY);
  });

  test('tries are counted for each day anew, never past their cap, and their rows expire', async () => {
    const { table, stores } = await emptyStores();
    const count = (day: string) => stores.pairingCodes.countTry('harbour', 'hall', day, 2, 0);
    assert.deepEqual(
      [await count('2026-11-24'), await count('2026-11-24'), await count('2026-11-24'), await count('2026-11-25')],
      ['counted', 'counted', 'full', 'counted'],
    );
    const item = await table.get({ pk: 'C#harbour#TRIES#hall', sk: '2026-11-24' });
    assert.deepEqual([item?.count, item?.expiresAt], [2, 2 * DAY]);
  });
});
