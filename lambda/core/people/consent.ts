import { addDays, type LocalDate } from '../kernel/uk-time.ts';

/** Who decided: the person, or who may decide for them (Mental Capacity Act 2005). */
export const CONSENT_CAPACITIES = ['resident', 'attorney', 'deputy', 'best-interests'] as const;
export type ConsentCapacity = (typeof CONSENT_CAPACITIES)[number];

/** What somebody agreed to be told by Bellbird unasked: Reminders, changes of the Diary, words from the Council. */
export const CONSENT_PURPOSES = ['reminders', 'diary', 'messages'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Whether the others who live there, or come often, know that it can be heard. */
export const OTHERS_TOLD = ['told', 'nobody-else'] as const;
export type OthersTold = (typeof OTHERS_TOLD)[number];

/**
 * A recorded agreement. Without one that is given, nothing is spoken, shown or sent. `withdrawn`: they said no, at first or later.
 * `decider` names the attorney, the deputy, or who made the best-interests decision; of the first two `documentSeen` says that
 * whoever explained it has seen the document. Absent `purposes`: everything, from before this was asked.
 */
export type Consent = {
  readonly state: 'not-asked' | 'given' | 'withdrawn';
  readonly decidedBy: ConsentCapacity;
  readonly decider?: string;
  readonly documentSeen?: boolean;
  readonly explainedBy: string;
  readonly how: string;
  readonly purposes?: readonly ConsentPurpose[];
  readonly othersTold?: OthersTold;
  readonly decidedOn: LocalDate;
  /** The last day on which it holds without being looked at again. */
  readonly reviewOn: LocalDate;
};

/** From so many days before its day a review is said to be due; so many days after it what is not urgent is paused. */
export const REVIEW_DAYS = { before: 28, after: 28 } as const;

/** A consent is looked at again after at most this many days. */
export const LONGEST_CONSENT = 366;

export type ReviewState = 'not-due' | 'due-soon' | 'overdue' | 'paused';

/** How the review of an agreement that is given stands on a day. `overdue` warns; `paused`: what is not urgent is not told unasked. */
export const reviewState = ({ state, reviewOn }: Consent, today: LocalDate): ReviewState => {
  if (state !== 'given' || today < addDays(reviewOn, -REVIEW_DAYS.before)) return 'not-due';
  if (today <= reviewOn) return 'due-soon';
  return today <= addDays(reviewOn, REVIEW_DAYS.after) ? 'overdue' : 'paused';
};

/** Whether somebody who has agreed has also agreed to be told this unasked. */
export const hasAgreedTo = ({ purposes }: Consent, purpose: ConsentPurpose): boolean =>
  purposes === undefined || purposes.includes(purpose);
