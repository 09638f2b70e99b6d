import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeliveryKey } from '../../lambda/core/delivery/bell.ts';
import { bellText } from '../../lambda/core/delivery/bell-message.ts';
import type { DeliveryKey } from '../../lambda/core/delivery/delivery.ts';
import { answerBells } from '../../lambda/worker/answer-bells.ts';

const key = (id: string): DeliveryKey => ({ council: 'harbour', residentId: 'rosa', id });

const aWorker = (came: 'delivered' | 'one-failed' | 'clock-not-trusted' | 'throws') => {
  const asked: string[] = [];
  const answer = answerBells({
    look: async (keys) => {
      asked.push(...keys.filter(isDeliveryKey).map(({ id }) => id));
      if (came === 'throws') throw new Error('the table cannot be reached');
      if (came === 'clock-not-trusted') return { kind: 'clock-not-trusted' };
      return { kind: 'delivered', claimed: keys.length, told: keys.length, failed: came === 'one-failed' ? 1 : 0 };
    },
    log: () => undefined,
  });
  return { asked, answer };
};

const records = [
  { messageId: 'm1', body: bellText([key('one'), key('two')]) },
  { messageId: 'm2', body: 'not a bell' },
  { messageId: 'm3', body: bellText([key('three')]) },
];

describe('answering a batch of bells', () => {
  test('D25 a text that is no bell comes again and does not keep its neighbours waiting', async () => {
    const { asked, answer } = aWorker('delivered');
    assert.deepEqual(await answer(records), ['m2']);
    assert.deepEqual(asked, ['one', 'two', 'three']);
  });

  test('D26 a bell of which one Delivery failed comes again', async () => {
    assert.deepEqual(await aWorker('one-failed').answer(records), ['m1', 'm2', 'm3']);
  });

  test('D27 a worker that throws gives the bell back', async () => {
    assert.deepEqual(await aWorker('throws').answer(records), ['m1', 'm2', 'm3']);
  });

  test('T10 a clock that cannot be trusted gives every bell back', async () => {
    assert.deepEqual(await aWorker('clock-not-trusted').answer(records), ['m1', 'm2', 'm3']);
  });

  test('D50 one bell of another council begins among the first, although nine of a large one never end', async () => {
    const begun: string[] = [];
    const answer = answerBells({
      look: async ([first]) => {
        begun.push(first?.council ?? '');
        if (first?.council === 'harbour') await new Promise(() => {});
        return { kind: 'delivered', claimed: 1, told: 1, failed: 0 };
      },
      log: () => undefined,
    });
    const bells = Array.from({ length: 9 }, (_, n) => ({ messageId: `h${n}`, body: bellText([key(`d${n}`)]) }));
    const inland = { messageId: 'inland', body: bellText([{ ...key('one'), council: 'inland' }]) };
    void answer([...bells, inland]);
    await new Promise(setImmediate);
    assert.deepEqual(begun, ['harbour', 'inland', 'harbour', 'harbour', 'harbour']);
  });
});
