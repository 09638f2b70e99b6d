import type { Answers, Unanswered } from '../../core/answers/find-answer.ts';
import { parseAnswer } from './care-schema.ts';
import { answerKey, unansweredKey } from './keys.ts';
import { overwriteItem, readItem } from './stored.ts';
import type { Table } from './table.ts';

/** What a council has written, one row a subject. */
export const answersIn = (table: Table): Answers => ({
  ofSubject: async (council, subject) => (await readItem(table, answerKey(council, subject), parseAnswer))?.value,
  save: (answer) =>
    overwriteItem(table, { key: answerKey(answer.council, answer.subject), kind: 'answer', body: answer }),
});

/** Far above what a council is asked in a day; a counter that is full simply stops. */
const QUESTIONS_A_DAY = 1_000_000;

export const unansweredIn = (table: Table): Unanswered => ({
  count: async (council, subject, day) => {
    await table.add(unansweredKey(council, day, subject), 'unanswered', 1, QUESTIONS_A_DAY);
  },
});
