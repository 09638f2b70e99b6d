import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ChannelResult } from '../../../lambda/core/delivery/channel.ts';
import { CHECK_HOLDS } from '../../../lambda/core/delivery/claim.ts';
import { paceOf } from '../../../lambda/core/delivery/pace.ts';
import { MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import type { FixedClock } from '../../support/builders/a-clock.ts';
import { aContent, anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';

const DUE = '2026-11-24T10:00';
const NO_TOKEN: ChannelResult = { kind: 'refused', reason: 'no-token' };

/** The turns as they are in service; whoever waits for one lets time pass. */
const paced = (clock: FixedClock) =>
  paceOf({ realNow: clock, wait: async (ms) => clock.move(ms), log: () => undefined });

describe('what has no turn now', () => {
  test('D15 D23 is given back to its time with nothing claimed or tried, and is told when the Channel answers again', async () => {
    const service = await anAlertService({ at: DUE, pace: paced, ...manyHomes(30), atOnce: 1 });
    const id = await service.approved(aContent({ handling: 'notice' }));
    for (let n = 0; n < 8; n += 1) service.channels.answerNext(NO_TOKEN);
    await service.answerBells();
    const calls = service.channels.calls.length;
    assert.ok(calls >= 5 && calls <= 8, `${calls} calls, those that were under way when it opened included`);
    const given = await Promise.all(
      Array.from({ length: 30 }, (_, n) => service.deliveryOf(id, `r${String(n + 1).padStart(3, '0')}`)),
    );
    const waiting = given.filter((delivery) => delivery?.state === 'waiting');
    assert.equal(waiting.length, 30 - calls);
    for (const delivery of waiting) {
      assert.deepEqual([delivery?.claim, delivery?.attempts], [undefined, []]);
      assert.ok(
        (delivery?.lookAt ?? 0) > (delivery?.dueAt ?? 0) && (delivery?.lookAt ?? 0) <= service.clock() + 20 * SECOND,
      );
    }
    assert.ok(service.bell.next() !== undefined, 'one bell is rung for all of them');
    await service.runTo('2026-11-24T10:06');
    assert.equal((await service.progress(id)).counts.sent, 30);
  });

  test('D38 is found by the tick when that bell is lost as well', async () => {
    const service = await anAlertService({ at: DUE, pace: paced, ...manyHomes(30), atOnce: 1 });
    const id = await service.approved(aContent({ handling: 'notice' }));
    for (let n = 0; n < 8; n += 1) service.channels.answerNext(NO_TOKEN);
    await service.answerBells();
    service.bell.lose();
    await service.runTo('2026-11-24T10:06');
    assert.equal((await service.progress(id)).counts.sent, 30);
  });

  test('D42 is not told when it is stopped meanwhile, and the sums add up', async () => {
    const service = await anAlertService({ at: DUE, pace: paced, ...manyHomes(30), atOnce: 1 });
    const id = await service.approved(aContent({ handling: 'notice' }));
    for (let n = 0; n < 8; n += 1) service.channels.answerNext(NO_TOKEN);
    await service.answerBells();
    const calls = service.channels.calls.length;
    await service.stop(id);
    await service.runTo('2026-11-24T10:06');
    assert.equal(service.channels.calls.length, calls);
    const { counts, made } = await service.progress(id);
    assert.deepEqual([counts.cancelled, made], [30, 30]);
  });

  test('D20 what is refused as too many is tried again at its next turn of the same look, and only the last try is written down', async () => {
    const service = await anAlertService({ at: DUE, ...manyHomes(3) });
    const id = await service.approved();
    const tooMany: ChannelResult = { kind: 'refused', reason: 'too-many-calls' };
    service.channels.answerNext({ kind: 'sent' }, tooMany, tooMany);
    service.channels.answerNext(tooMany, { kind: 'sent' });
    await service.answerBells();
    assert.deepEqual(
      service.channels.calls.map(({ messages }) => messages.map(({ echo }) => echo.hash)),
      [['e001', 'e002', 'e003'], ['e002', 'e003'], ['e002']],
    );
    const delivery = await service.deliveryOf(id, 'r002');
    assert.deepEqual(
      delivery?.attempts.map(({ came }) => came),
      ['sent'],
    );
    assert.equal((await service.progress(id)).counts.sent, 3);
  });

  test('D20 what is refused as too many costs no request to the table at its next turn, unless it waits longer than a check holds', async () => {
    const tooMany: ChannelResult = { kind: 'refused', reason: 'too-many-calls' };
    const putsWhen = async (waits: number): Promise<number> => {
      const service = await anAlertService({ at: DUE });
      await service.approved();
      let puts = 0;
      service.hooked.onPut((item, put) => {
        if (item.kind === 'delivery') puts += 1;
        return put();
      });
      service.channels.duringNext(async () => service.clock.move(waits), tooMany);
      await service.answerBells();
      assert.equal(service.channels.calls.length, 2);
      return puts;
    };
    const made = 1;
    const claimed = 1;
    const recorded = 1;
    assert.equal(await putsWhen(CHECK_HOLDS), made + claimed + recorded);
    assert.equal(await putsWhen(CHECK_HOLDS + 1), made + claimed + recorded + 1, 'the claim is proved anew');
  });

  test('D42 what is refused as too many and stopped before its next turn is not called when its check is over', async () => {
    const service = await anAlertService({ at: DUE });
    const id = await service.approved();
    service.channels.duringNext(
      async () => {
        await service.stop(id);
        service.clock.move(CHECK_HOLDS + 1);
      },
      { kind: 'refused', reason: 'too-many-calls' },
    );
    await service.answerBells();
    assert.equal(service.channels.calls.length, 1);
  });

  test('D20 what is refused in every turn of a look is tried again a minute later', async () => {
    const service = await anAlertService({ at: DUE });
    const id = await service.approved();
    const tooMany: ChannelResult = { kind: 'refused', reason: 'too-many-calls' };
    for (let n = 0; n < 5; n += 1) service.channels.answerNext(tooMany);
    await service.answerBells();
    const delivery = await service.deliveryOf(id, 'bill');
    assert.deepEqual(
      [delivery?.state, delivery?.claim, delivery?.lookAt],
      ['claimed', undefined, service.clock() + MINUTE],
    );
    await service.runTo('2026-11-24T10:02');
    assert.equal((await service.progress(id)).counts.sent, 1);
  });
});
