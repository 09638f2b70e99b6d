import type { LocalDate } from '../kernel/uk-time.ts';

/** Who decided: the person, or who may decide for them (Mental Capacity Act 2005). */
export const CONSENT_CAPACITIES = ['resident', 'attorney', 'deputy', 'best-interests'] as const;
export type ConsentCapacity = (typeof CONSENT_CAPACITIES)[number];

/** A recorded agreement. Without one that is given, nothing is spoken, shown or sent. */
export type Consent = {
  readonly state: 'given' | 'withdrawn';
  readonly decidedBy: ConsentCapacity;
  readonly explainedBy: string;
  readonly how: string;
  readonly decidedOn: LocalDate;
  readonly reviewOn: LocalDate;
};
