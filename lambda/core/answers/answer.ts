import type { Instant } from '../kernel/clock.ts';

/** The subjects people ask about. Ids are those of the interaction model's CareSubject values, in lower case. */
export const CARE_SUBJECTS = [
  'meals-at-home',
  'equipment',
  'day-centre',
  'respite',
  'paying-for-care',
  'assessment',
  'direct-payments',
  'blue-badge',
  'befriending',
  'carer-support',
  'complaint',
  'safeguarding',
  'transport',
  'housing-adaptation',
  'council-tax',
  'bins',
  'warm-home',
  'pendant-alarm',
  'other-council',
] as const;
export type CareSubject = (typeof CARE_SUBJECTS)[number];

/** What the council has written for people to be told about a subject: the answer in one short sentence, at most two more facts, a number. */
export type Answer = {
  readonly council: string;
  readonly subject: CareSubject;
  readonly answer: string;
  readonly facts: readonly string[];
  readonly phone?: string;
  readonly asOf: Instant;
};
