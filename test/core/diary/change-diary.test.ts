import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addEntry,
  type ChangeDiaryOutcome,
  cancelEntry,
  moveEntry,
  type NewEntry,
} from '../../../lambda/core/diary/change-diary.ts';
import { isPlanned } from '../../../lambda/core/diary/diary-entry.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import type { Acting } from '../../../lambda/core/people/may-act-for.ts';
import { aCareService, type SetUp } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aCarer, anOfficer, aResident } from '../../support/builders/people.ts';
import { aVisit } from '../../support/builders/things-told.ts';

const PRIYA: Acting = { kind: 'carer', carer: aCarer() };
const OLGA: Acting = { kind: 'officer', officer: anOfficer() };
const NURSE: NewEntry = { kind: 'visit', what: 'nurse', who: 'Sam', at: '2026-11-25T10:00', until: '2026-11-25T11:00' };
const isDiary = ({ kind }: { kind: string }) => kind === 'diary';

const aDiary = async (setUp: SetUp = {}, resident = aResident()) => {
  const service = await aCareService({ residents: [resident], ...setUp });
  const as = (acting: Acting) => ({ acting, resident });
  const entries = () => service.stores.diaries.between('harbour', 'bill', '2026-11-01', '2029-01-01');
  return {
    service,
    entries,
    planned: async () => (await entries()).filter(isPlanned).map(({ at }) => at),
    add: (entry: NewEntry = NURSE, acting: Acting = PRIYA) => addEntry(service.needs)({ ...as(acting), entry }),
    move: (at: string, to: string, id = 'id-1', acting: Acting = PRIYA, until?: string) =>
      moveEntry(service.needs)({ ...as(acting), at, id, to, ...(until === undefined ? {} : { until }) }),
    cancel: (at: string, id = 'id-1', acting: Acting = PRIYA) => cancelEntry(service.needs)({ ...as(acting), at, id }),
    /** What was said aloud, or waits to be. */
    told: async () =>
      (await service.deliveriesOf()).map(({ content, state }) =>
        content.kind === 'diary' ? `${content.change} ${state}` : content.kind,
      ),
    trail: async (id = 'id-1') =>
      (await service.stores.audit.of('harbour', `DIARY#${id}`)).map(({ act }) => `${act.number} ${act.did}`),
  };
};
const kindOf = async (outcome: Promise<ChangeDiaryOutcome>) => (await outcome).kind;

describe('adding to the diary', () => {
  test('it stands with its source and its age, leaves one audit entry, and the resident is told', async () => {
    const { service, add, entries, trail, told } = await aDiary();
    assert.equal((await add()).kind, 'entry-added');
    const [entry] = await entries();
    assert.deepEqual([entry?.source, entry?.asOf, entry?.state], ['carer', service.clock(), 'planned']);
    assert.deepEqual(await trail(), ['1 add-entry']);
    await service.answerBells();
    assert.deepEqual(await told(), ['added sent']);
  });

  test('an officer’s entry has the council as its source', async () => {
    const { add, entries } = await aDiary();
    await add(NURSE, OLGA);
    assert.equal((await entries())[0]?.source, 'council');
  });

  test('only a change within the coming seven days is told', async () => {
    const { add, told } = await aDiary();
    await add({ ...NURSE, at: '2026-12-02T10:00', until: '2026-12-02T11:00' });
    assert.deepEqual(await told(), []);
    await add({ ...NURSE, at: '2026-12-01T23:59', until: '2026-12-02T00:30' });
    assert.deepEqual(await told(), ['added waiting']);
  });

  test('refused: in the past, an end before the beginning, further ahead than two years, and without the right; nothing is written', async () => {
    const { add, entries, service } = await aDiary();
    const written = service.hooked.written.length;
    assert.equal(await kindOf(add({ ...NURSE, at: '2026-11-24T10:00' })), 'time-has-passed');
    assert.equal(await kindOf(add({ ...NURSE, until: NURSE.at })), 'ends-before-it-begins');
    assert.equal(await kindOf(add({ kind: 'visit', what: 'nurse', at: '2028-11-24T08:00' })), 'too-far-ahead');
    const stranger: Acting = { kind: 'carer', carer: aCarer({ id: 'mallory' }) };
    assert.equal(await kindOf(add(NURSE, stranger)), 'not-allowed');
    assert.deepEqual([(await entries()).length, service.hooked.written.length], [0, written]);
    assert.equal(
      await kindOf(add({ kind: 'visit', what: 'nurse', at: '2026-11-24T10:01' })),
      'entry-added',
      'the next minute',
    );
    assert.equal(
      await kindOf(add({ kind: 'visit', what: 'nurse', at: '2028-11-23T08:00' })),
      'entry-added',
      'two years to the day',
    );
  });
});

describe('moving an entry', () => {
  test('it stands at its new time only, the resident is told once with both times, and the act is audited once', async () => {
    const { service, add, move, planned, trail, told } = await aDiary();
    await add();
    await service.answerBells();
    service.clock.move(HOUR);
    assert.equal(await kindOf(move('2026-11-25T10:00', '2026-11-25T14:00')), 'entry-moved');
    await service.answerBells();
    assert.deepEqual(await planned(), ['2026-11-25T14:00']);
    assert.deepEqual(await trail(), ['1 add-entry', '2 move-entry']);
    assert.deepEqual(await told(), ['added sent', 'moved sent']);
    const content = (await service.deliveriesOf()).at(-1)?.content;
    assert.ok(content?.kind === 'diary');
    assert.deepEqual([content.before, content.at], ['2026-11-25T10:00', '2026-11-25T14:00']);
  });

  test('what was still to be told of it before is superseded by the latest word', async () => {
    const { service, add, move, told } = await aDiary();
    await add();
    service.clock.move(MINUTE);
    await move('2026-11-25T10:00', '2026-11-25T14:00');
    await service.answerBells();
    assert.deepEqual(await told(), ['added superseded', 'moved sent']);
    assert.equal(service.channels.said(), 1);
  });

  test('it may be moved back to where it was', async () => {
    const { add, move, planned, trail } = await aDiary();
    await add();
    await move('2026-11-25T10:00', '2026-11-25T14:00');
    assert.equal(await kindOf(move('2026-11-25T14:00', '2026-11-25T10:00')), 'entry-moved');
    assert.deepEqual(await planned(), ['2026-11-25T10:00']);
    assert.deepEqual(await trail(), ['1 add-entry', '2 move-entry', '3 move-entry']);
  });

  test('only its window may change', async () => {
    const { add, move, entries } = await aDiary();
    await add();
    assert.equal(
      await kindOf(move('2026-11-25T10:00', '2026-11-25T10:00', 'id-1', PRIYA, '2026-11-25T12:00')),
      'entry-moved',
    );
    assert.deepEqual(
      (await entries()).map(({ until }) => until),
      ['2026-11-25T12:00'],
    );
  });

  test('a retry goes on where a try stopped, and the visit never stands twice for good', async () => {
    for (const when of [1, 2] as const) {
      const { service, add, move, planned, trail } = await aDiary();
      await add();
      let seen = 0;
      service.hooked.onPut((item, put) => {
        if (isDiary(item)) seen += 1;
        return isDiary(item) && seen === when ? dies() : put();
      });
      await assert.rejects(move('2026-11-25T10:00', '2026-11-25T14:00'));
      service.hooked.letPass();
      assert.ok((await planned()).length >= 1, 'at worst it stands twice for a moment, never not at all');
      assert.equal(await kindOf(move('2026-11-25T10:00', '2026-11-25T14:00')), 'entry-moved');
      assert.deepEqual(await planned(), ['2026-11-25T14:00']);
      assert.deepEqual(await trail(), ['1 add-entry', '2 move-entry']);
    }
  });

  test('C02 the same move sent twice, the second while the first is under way, stands once', async () => {
    for (const acting of [PRIYA, OLGA]) {
      const { service, add, move, planned, told } = await aDiary();
      await add();
      let seen = 0;
      const second: string[] = [];
      service.hooked.onPut(async (item, put) => {
        seen += isDiary(item) ? 1 : 0;
        if (isDiary(item) && seen === 2)
          second.push(await kindOf(move('2026-11-25T10:00', '2026-11-25T14:00', 'id-1', acting)));
        return put();
      });
      service.clock.move(MINUTE);
      assert.equal(await kindOf(move('2026-11-25T10:00', '2026-11-25T14:00')), 'entry-moved');
      assert.deepEqual([second, await planned()], [['entry-moved'], ['2026-11-25T14:00']]);
      await service.runTo('2026-11-24T10:05');
      assert.deepEqual(
        (await told()).filter((line) => line.endsWith('sent')),
        ['moved sent'],
      );
    }
  });

  test('C01 of two people who move it at the same moment one succeeds, and it stands once', async () => {
    const { add, move, planned } = await aDiary();
    await add();
    const came = await Promise.all([
      kindOf(move('2026-11-25T10:00', '2026-11-25T14:00')),
      kindOf(move('2026-11-25T10:00', '2026-11-25T16:00', 'id-1', OLGA)),
    ]);
    assert.deepEqual(came.toSorted(), ['changed-meanwhile', 'entry-moved']);
    assert.deepEqual(await planned(), [came[0] === 'entry-moved' ? '2026-11-25T14:00' : '2026-11-25T16:00']);
  });

  test('refused as adding is, and for what is not there or is cancelled', async () => {
    const { add, move, cancel } = await aDiary();
    await add();
    const at = '2026-11-25T10:00';
    assert.equal(await kindOf(move(at, '2026-11-24T09:00')), 'time-has-passed');
    assert.equal(await kindOf(move(at, '2029-01-01T09:00')), 'too-far-ahead');
    assert.equal(
      await kindOf(move(at, '2026-11-26T09:00', 'id-1', PRIYA, '2026-11-26T08:00')),
      'ends-before-it-begins',
    );
    assert.equal(await kindOf(move(at, '2026-11-26T09:00', 'gone')), 'no-such-entry');
    await cancel(at);
    assert.equal(await kindOf(move(at, '2026-11-26T09:00')), 'no-such-entry');
  });
});

describe('cancelling an entry', () => {
  test('it stays as cancelled, and the resident is told', async () => {
    const { service, add, cancel, entries, told } = await aDiary();
    await add();
    service.clock.move(MINUTE);
    assert.equal(await kindOf(cancel('2026-11-25T10:00')), 'entry-cancelled');
    await service.answerBells();
    assert.deepEqual(
      (await entries()).map(({ state }) => state),
      ['cancelled'],
    );
    assert.deepEqual(await told(), ['added superseded', 'cancelled sent']);
  });

  test('what is over is cancelled without a word', async () => {
    const past = aVisit({ at: '2026-11-24T08:00', until: '2026-11-24T08:30' });
    const { cancel, told } = await aDiary({ entries: [past] });
    assert.equal(await kindOf(cancel(past.at, past.id)), 'entry-cancelled');
    assert.deepEqual(await told(), []);
  });

  test('C02 twice is once', async () => {
    const { add, cancel, trail } = await aDiary();
    await add();
    const came = await Promise.all([kindOf(cancel('2026-11-25T10:00')), kindOf(cancel('2026-11-25T10:00'))]);
    assert.deepEqual(came.toSorted(), ['changed-meanwhile', 'entry-cancelled']);
    assert.equal(await kindOf(cancel('2026-11-25T10:00')), 'no-such-entry');
    assert.deepEqual(await trail(), ['1 add-entry', '2 cancel-entry']);
  });

  test('SEC-09 not by a carer whose place has ended', async () => {
    const resident = aResident({
      circle: [{ carerId: 'priya', name: 'Priya', rights: ['change-diary'], from: '2026-01-01', until: '2026-11-23' }],
    });
    const { add, cancel } = await aDiary({}, resident);
    await add(NURSE, OLGA);
    assert.equal(await kindOf(cancel('2026-11-25T10:00')), 'not-allowed');
  });
});
