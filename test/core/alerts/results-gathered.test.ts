import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { resultsGathered } from '../../../lambda/core/alerts/results-kept.ts';
import { keyOf } from '../../../lambda/core/delivery/delivery.ts';
import { anAlertService, manyHomes } from '../../support/builders/an-alert-service.ts';

const DUE = '2026-11-24T10:00';

const aReleased = async () => {
  const service = await anAlertService({ at: DUE, ...manyHomes(30) });
  const id = await service.approved();
  await service.answerAlertBells();
  const ids = Array.from({ length: 30 }, (_, n) => `r${String(n + 1).padStart(3, '0')}`);
  const deliveries = await Promise.all(ids.map(async (one) => service.deliveryOf(id, one)));
  return { service, id, deliveries: deliveries.flatMap((one) => one ?? []) };
};

describe('results that are marked together', () => {
  test('D56 nothing is counted until they are marked, and then each once', async () => {
    const { service, id, deliveries } = await aReleased();
    const { plainDeliveries, results } = service.stores;
    const gathered = resultsGathered(plainDeliveries, results, service.log.log);
    for (const delivery of deliveries) {
      const stored = await gathered.deliveries.ofKey(keyOf(delivery));
      assert.ok(stored);
      await gathered.deliveries.save({ value: { ...stored.value, state: 'sent' }, version: stored.version });
    }
    assert.equal((await service.progress(id)).counts.sent, 0);
    await gathered.mark();
    assert.equal((await service.progress(id)).counts.sent, 30);
    await gathered.mark();
    assert.equal((await service.progress(id)).counts.sent, 30);
  });

  test('D33 marks that cannot be set are logged, and the reconciler finds them', async () => {
    const { service, id, deliveries } = await aReleased();
    const { plainDeliveries, results } = service.stores;
    const failing = { ...results, markMany: async () => Promise.reject(new Error('the table did not answer')) };
    const gathered = resultsGathered(plainDeliveries, failing, service.log.log);
    const [delivery] = deliveries;
    assert.ok(delivery);
    const stored = await gathered.deliveries.ofKey(keyOf(delivery));
    assert.ok(stored);
    await gathered.deliveries.save({ value: { ...stored.value, state: 'held' }, version: stored.version });
    await gathered.mark();
    assert.ok(service.log.codes().includes('alert.not-marked'));
    assert.equal((await service.progress(id)).counts.held, 0);
    service.bell.lose();
    await service.runTo('2026-11-24T10:12');
    const { counts, made } = await service.progress(id);
    assert.equal(counts['not-tried'], 0);
    assert.equal(made, 30);
  });
});
