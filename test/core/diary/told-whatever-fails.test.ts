import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isClosed } from '../../../lambda/core/delivery/delivery.ts';
import { addEntry, cancelEntry, moveEntry } from '../../../lambda/core/diary/change-diary.ts';
import { isPlanned } from '../../../lambda/core/diary/diary-entry.ts';
import { SECOND } from '../../../lambda/core/kernel/clock.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { dies } from '../../support/builders/a-hooked-table.ts';
import { aCarer, aResident } from '../../support/builders/people.ts';
import { aVisit } from '../../support/builders/things-told.ts';

const AT = '2026-11-25T10:00';
const TO = '2026-11-25T14:00';
const request = { acting: { kind: 'carer', carer: aCarer() }, resident: aResident() } as const;
const one = { ...request, at: AT, id: 'visit' };

type Needs = CareService['needs'];

/** Each change of the diary, and whether its row stands. `addEntry` is given the same id again, as a form sent twice gives it. */
const CHANGES = {
  added: {
    act: (needs: Needs) =>
      addEntry({ ...needs, newId: () => 'new' })({ ...request, entry: { kind: 'visit', what: 'nurse', at: TO } }),
    stands: async ({ stores }: CareService) => (await stores.diaries.ofId('harbour', 'bill', TO, 'new')) !== undefined,
  },
  moved: {
    act: (needs: Needs) => moveEntry(needs)({ ...one, to: TO }),
    stands: async ({ stores }: CareService) =>
      (await stores.diaries.ofId('harbour', 'bill', TO, 'visit')) !== undefined,
  },
  cancelled: {
    act: (needs: Needs) => cancelEntry(needs)(one),
    stands: async ({ stores }: CareService) => {
      const stored = await stores.diaries.ofId('harbour', 'bill', AT, 'visit');
      return stored !== undefined && !isPlanned(stored.value);
    },
  },
} as const;

/** How often a change was told, and what still waits to be. */
const toldOf = async (service: CareService) => {
  const deliveries = await service.deliveriesOf();
  return {
    told: deliveries
      .filter(({ state }) => state === 'sent')
      .map(({ content }) => 'change' in content && content.change),
    waiting: deliveries.filter(({ state }) => state !== 'sent' && !isClosed(state)).length,
    calls: service.channels.said(),
  };
};

/** Does the change while the nth write fails, before or after it took effect. False: there is no nth write. */
const failingAt = async (
  service: CareService,
  act: (needs: Needs) => Promise<unknown>,
  nth: number,
  isDone: boolean,
) => {
  let seen = 0;
  service.hooked.onPut(async (_item, put) => {
    seen += 1;
    if (seen !== nth) return put();
    if (isDone) await put();
    return dies();
  });
  const came = await act(service.needs).then(
    () => 'done',
    () => 'died',
  );
  service.hooked.letPass();
  return came === 'died' || seen >= nth;
};

const aDiary = () => aCareService({ entries: [aVisit({ at: AT })], at: '2026-11-24T10:00' });

describe('G2 a change of the diary whose writer dies at any write', () => {
  for (const [change, { act, stands }] of Object.entries(CHANGES))
    for (const isDone of [false, true]) {
      const when = isDone ? 'after' : 'before';
      test(`${change}, ${when} the write: it is told exactly once if it stands, and never if it does not`, async () => {
        let nth = 1;
        for (let service = await aDiary(); await failingAt(service, act, nth, isDone); service = await aDiary()) {
          await service.runTo('2026-11-24T10:04');
          const expected = (await stands(service)) ? [change] : [];
          assert.deepEqual(
            await toldOf(service),
            { told: expected, waiting: 0, calls: expected.length },
            `write ${nth}`,
          );
          nth += 1;
        }
        assert.ok(nth > 5, 'every write was tried');
      });

      test(`${change}, ${when} the write, and done again: it stands, and is told exactly once`, async () => {
        let nth = 1;
        for (let service = await aDiary(); await failingAt(service, act, nth, isDone); service = await aDiary()) {
          service.clock.move(10 * SECOND);
          await act(service.needs);
          await service.answerBells();
          await service.runTo('2026-11-24T10:04');
          assert.ok(await stands(service), `write ${nth}`);
          assert.deepEqual(await toldOf(service), { told: [change], waiting: 0, calls: 1 }, `write ${nth}`);
          nth += 1;
        }
      });
    }

  test('a bell that is not rung is found by the index', async () => {
    for (const [change, { act }] of Object.entries(CHANGES)) {
      const service = await aDiary();
      await assert.rejects(act({ ...service.needs, announce: dies }));
      service.bell.lose();
      await service.runTo('2026-11-24T10:04');
      assert.deepEqual(await toldOf(service), { told: [change], waiting: 0, calls: 1 });
    }
  });

  test('until the change stands nobody is read its news', async () => {
    const service = await aDiary();
    await failingAt(service, CHANGES.cancelled.act, 3, false);
    const [owed] = await service.deliveriesOf();
    assert.ok(owed !== undefined && owed.dueAt > service.clock());
  });

  test('an act that never stood is not told because another person’s stands under its number', async () => {
    const service = await aDiary();
    service.clock.move(59 * SECOND);
    const until = (hour: number) => moveEntry(service.needs)({ ...one, to: AT, until: `2026-11-25T${hour}:00` });
    service.hooked.onNextPut(({ kind }) => kind === 'diary', dies);
    await assert.rejects(until(12));
    service.clock.move(2 * SECOND);
    assert.equal((await until(13)).kind, 'entry-moved');
    await service.runTo('2026-11-24T10:05');
    assert.deepEqual(await toldOf(service), { told: ['moved'], waiting: 0, calls: 1 });
  });

  test('of two people who change it at once only the one who succeeded is told of', async () => {
    const service = await aDiary();
    service.hooked.onNextPut(
      ({ kind }) => kind === 'diary',
      async (_item, put) => {
        await CHANGES.cancelled.act(service.needs);
        return put();
      },
    );
    service.clock.move(1);
    await moveEntry(service.needs)({ ...one, to: TO });
    assert.equal(service.bell.rung.length, 1, 'no bell for what did not succeed');
    await service.runTo('2026-11-24T10:04');
    assert.deepEqual(await toldOf(service), { told: ['cancelled'], waiting: 0, calls: 1 });
  });
});
