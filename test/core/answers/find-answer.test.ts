import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { searchableBook } from '../../../lambda/adapters/search/searchable-book.ts';
import { unansweredKey } from '../../../lambda/adapters/table/keys.ts';
import { type CareQuestion, findAnswer } from '../../../lambda/core/answers/find-answer.ts';
import type { Listing } from '../../../lambda/core/answers/listing.ts';
import { answerBook } from '../../../lambda/wiring/answer-book.ts';
import { aCareService, type CareService } from '../../support/builders/a-care-service.ts';
import { anAnswer } from '../../support/builders/things-told.ts';

const TODAY = '2026-11-24';
const ask = (service: CareService, question: CareQuestion, council = 'harbour') =>
  findAnswer({ ...service.stores, readBook: answerBook(service.stores, searchableBook, service.clock) })(
    council,
    question,
    TODAY,
  );
const counted = async (service: CareService, subject: string) =>
  (await service.table.get(unansweredKey('harbour', TODAY, subject)))?.count ?? 0;

const lunchClub: Listing = {
  council: 'harbour',
  id: 'lunch-club',
  name: 'Tern Bay Lunch Club',
  description: 'A hot lunch and company every Wednesday at noon.',
};

describe('an answer to a care question', () => {
  test('is what the council has written, word for word, and costs no count', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    assert.deepEqual(await ask(service, { subject: 'meals-at-home' }), { kind: 'answer', answer: anAnswer() });
    assert.equal(await counted(service, 'meals-at-home'), 0);
  });

  test('the latest that was written stands', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    const newer = anAnswer({ answer: 'Hot meals come at noon.', facts: [] });
    await service.stores.answers.save(newer);
    assert.deepEqual(await ask(service, { subject: 'meals-at-home' }), { kind: 'answer', answer: newer });
  });

  test('where there is none, the gap is counted by subject and day, with nothing of who asked', async () => {
    const service = await aCareService();
    const before = service.hooked.written.length;
    for (let n = 0; n < 3; n += 1)
      assert.deepEqual(await ask(service, { subject: 'respite' }), { kind: 'no-answer', subject: 'respite' });
    assert.deepEqual(await ask(service, {}), { kind: 'no-answer', subject: 'not-understood' });
    assert.deepEqual([await counted(service, 'respite'), await counted(service, 'not-understood')], [3, 1]);
    assert.deepEqual((await service.table.get(unansweredKey('harbour', TODAY, 'respite')))?.body, {});
    assert.equal(service.hooked.written.length, before);
  });

  test('G10 one council’s answer is not another’s', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    await service.stores.listings.save(lunchClub);
    assert.equal((await ask(service, { subject: 'meals-at-home' }, 'valley')).kind, 'no-answer');
    assert.equal((await ask(service, { words: 'the lunch club' }, 'valley')).kind, 'no-answer');
  });

  test('words that name no subject are looked for in all that was written and in the directory', async () => {
    const service = await aCareService();
    await service.stores.answers.save(anAnswer());
    await service.stores.listings.save(lunchClub);
    assert.deepEqual(await ask(service, { words: 'is there a lunch club near me' }), {
      kind: 'listing',
      listing: lunchClub,
    });
    assert.deepEqual(await ask(service, { words: 'meals brought to my home' }), { kind: 'answer', answer: anAnswer() });
  });

  test('SEC-23 of words that nobody has an answer for, only those of the book and of a fixed list are counted', async () => {
    const service = await aCareService();
    await service.stores.listings.save(lunchClub);
    const asked = { words: "Margaret Ellis needs a dentist in Tern Bay for her daughter's hedge" };
    assert.deepEqual(await ask(service, asked), { kind: 'no-answer', subject: 'not-understood' });
    const gaps = await service.stores.unanswered.between('harbour', TODAY, TODAY);
    assert.deepEqual(gaps.map(({ gap, times }) => `${gap} ${times}`).sort(), [
      'about-bay 1',
      'about-dentist 1',
      'about-tern 1',
      'not-understood 1',
    ]);
  });

  test('what is met most often stands first, over the days asked for', async () => {
    const service = await aCareService();
    const { count, between } = service.stores.unanswered;
    for (const day of ['2026-11-22', '2026-11-23', '2026-11-24']) await count('harbour', 'respite', day);
    for (const day of ['2026-11-23', '2026-11-24']) await count('harbour', 'about-dentist', day);
    await count('harbour', 'about-dentist', '2026-11-24');
    assert.deepEqual(await between('harbour', '2026-11-23', '2026-11-24'), [
      { gap: 'about-dentist', times: 3 },
      { gap: 'respite', times: 2 },
    ]);
  });
});
