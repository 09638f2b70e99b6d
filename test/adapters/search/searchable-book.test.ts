import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { demoAnswers } from '../../../infra/local/demo-council/answers.ts';
import { searchableBook } from '../../../lambda/adapters/search/searchable-book.ts';
import type { Listing } from '../../../lambda/core/answers/listing.ts';

const listing = (id: string, name: string, description: string): Listing => ({
  council: 'harbour',
  id,
  name,
  description,
});

const listings = [
  listing('lunch', 'Tern Bay Lunch Club', 'A hot lunch and company every Wednesday at noon.'),
  listing('shed', 'Harbour Men’s Shed', 'Woodwork and a cup of tea on Tuesdays and Fridays.'),
  listing('toenails', 'Nail Cutting at Home', 'Somebody comes to your home to cut your toenails.'),
  listing('library', 'Library at Your Door', 'Books and talking books, brought to your home every three weeks.'),
];
const book = searchableBook({ answers: demoAnswers('2026-11-24'), listings });
const found = (words: string): string | undefined => {
  const one = book.find(words);
  if (one === undefined) return undefined;
  return one.kind === 'answer' ? one.answer.subject : one.listing.id;
};

describe('a question in people’s own words', () => {
  const asked: readonly (readonly [string, string])[] = [
    ['is there a lunch club near me', 'lunch'],
    ['the luncheon club', 'lunch'],
    ['have you got a mens shed', 'shed'],
    ['someone to cut my toenails', 'toenails'],
    ['my toe nail cutting', 'toenails'],
    ['talking books', 'library'],
    ['a libary book', 'library'],
    ['the day centres', 'day-centre'],
    ['a blue badge for the car', 'blue-badge'],
    ['somebody to fetch the bin', 'bins'],
    ['making a complaint', 'complaint'],
  ];
  for (const [words, id] of asked) test(`"${words}" is answered from ${id}`, () => assert.equal(found(words), id));

  const nothing = ['the price of fish', 'er well I was going to ask you something', '', 'my husband’s birthday', 'zzz'];
  for (const words of nothing)
    test(`"${words}" is not answered with something else`, () => assert.equal(found(words), undefined));
});

describe('the book’s own words', () => {
  test('are told in lower case, once each, plurals as one, and no other word is', () => {
    assert.deepEqual(book.ownWords('LUNCH at the lunch clubs for Surinder Kaur of Gull Court'), ['lunch', 'club']);
  });

  test('an empty book finds nothing and knows only the words of services', () => {
    const empty = searchableBook({ answers: [], listings: [] });
    assert.equal(empty.find('lunch club'), undefined);
    assert.deepEqual(empty.ownWords('a dentist for Bill'), ['dentist']);
  });
});
