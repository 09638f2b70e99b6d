import { CARE_SUBJECTS } from '../../core/answers/answer.ts';
import type { Answers, Gap, Listings, Unanswered } from '../../core/answers/find-answer.ts';
import type { Log } from '../../core/kernel/log.ts';
import { parseAnswer, parseListing } from './care-schema.ts';
import { ANSWER, answerKey, bookPk, LISTING, listingKey, unansweredKey, unansweredPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { readableItems } from './readable-items.ts';
import { overwriteItem, readItem } from './stored.ts';
import type { Table } from './table.ts';

/** What a council has written, one row a subject. */
export const answersIn = (table: Table, log: Log): Answers => ({
  ofSubject: async (council, subject) => (await readItem(table, answerKey(council, subject), parseAnswer))?.value,
  ofCouncil: async (council) =>
    readableItems(await listAll(table, { pk: bookPk(council), from: ANSWER, to: `${ANSWER}~` }), parseAnswer, log),
  save: (answer) =>
    overwriteItem(table, { key: answerKey(answer.council, answer.subject), kind: 'answer', body: answer }),
});

/** What the council's directory lists, one row a service. */
export const listingsIn = (table: Table, log: Log): Listings => ({
  ofId: async (council, id) => (await readItem(table, listingKey(council, id), parseListing))?.value,
  ofCouncil: async (council) =>
    readableItems(await listAll(table, { pk: bookPk(council), from: LISTING, to: `${LISTING}~` }), parseListing, log),
  save: (listing) =>
    overwriteItem(table, { key: listingKey(listing.council, listing.id), kind: 'listing', body: listing }),
  remove: async (council, id) => {
    const key = listingKey(council, id);
    const stands = await table.get(key, { strong: true });
    if (stands !== undefined) await table.remove(key, { ifVersion: stands.version });
  },
});

/** Far above what a council is asked in a day; a counter that is full simply stops. */
const QUESTIONS_A_DAY = 1_000_000;

const KNOWN_GAPS: ReadonlySet<string> = new Set([...CARE_SUBJECTS, 'not-understood']);
const isGap = (text: string): text is Gap => KNOWN_GAPS.has(text) || text.startsWith('about-');

export const unansweredIn = (table: Table): Unanswered => ({
  count: async (council, gap, day) => {
    await table.add(unansweredKey(council, day, gap), 'unanswered', 1, QUESTIONS_A_DAY);
  },
  between: async (council, from, to) => {
    const items = await listAll(table, { pk: unansweredPk(council), from, to: `${to}~` });
    const times = new Map<Gap, number>();
    for (const { key, count } of items) {
      const gap = key.sk.slice('2026-11-24#'.length);
      if (isGap(gap)) times.set(gap, (times.get(gap) ?? 0) + (count ?? 0));
    }
    return [...times].map(([gap, met]) => ({ gap, times: met })).sort((one, other) => other.times - one.times);
  },
});
