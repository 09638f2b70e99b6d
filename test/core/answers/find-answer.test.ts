import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unansweredKey } from '../../../lambda/adapters/table/keys.ts';
import type { CareSubject } from '../../../lambda/core/answers/answer.ts';
import { findAnswer } from '../../../lambda/core/answers/find-answer.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { anAnswer } from '../../support/builders/things-told.ts';

const TODAY = '2026-11-24';
const ask = (service: CareService, subject: CareSubject | undefined, council = 'harbour') =>
  findAnswer(service.stores)(council, subject, TODAY);
const counted = async (service: CareService, subject: string) =>
  (await service.table.get(unansweredKey('harbour', TODAY, subject)))?.count ?? 0;

describe('an answer to a care question', () => {
  test('is what the council has written, word for word, and costs no count', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    assert.deepEqual(await ask(service, 'meals-at-home'), { kind: 'answer', answer: anAnswer() });
    assert.equal(await counted(service, 'meals-at-home'), 0);
  });

  test('the latest that was written stands', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    const newer = anAnswer({ answer: 'Hot meals come at noon.', facts: [] });
    await service.stores.answers.save(newer);
    assert.deepEqual(await ask(service, 'meals-at-home'), { kind: 'answer', answer: newer });
  });

  test('where there is none, the gap is counted by subject and day, with nothing of who asked', async () => {
    const service = await aCareService();
    const before = service.hooked.written.length;
    for (let n = 0; n < 3; n += 1)
      assert.deepEqual(await ask(service, 'respite'), { kind: 'no-answer', subject: 'respite' });
    assert.deepEqual(await ask(service, undefined), { kind: 'no-answer', subject: 'not-understood' });
    assert.deepEqual([await counted(service, 'respite'), await counted(service, 'not-understood')], [3, 1]);
    assert.deepEqual((await service.table.get(unansweredKey('harbour', TODAY, 'respite')))?.body, {});
    assert.equal(service.hooked.written.length, before);
  });

  test('G10 one council’s answer is not another’s', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    assert.equal((await ask(service, 'meals-at-home', 'valley')).kind, 'no-answer');
  });
});
