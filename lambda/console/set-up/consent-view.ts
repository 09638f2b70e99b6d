import type { LocalDate } from '../../core/kernel/uk-time.ts';
import { type Consent, type ReviewState, reviewState } from '../../core/people/consent.ts';
import type { Words } from '../words/en.ts';

/** What was decided, in one line. */
export const consentLine = (consent: Consent, { setUp, when }: Words): string => {
  switch (consent.state) {
    case 'not-asked':
      return setUp.consent.none;
    case 'given':
      return `${setUp.consent.given(when.fullDay(consent.decidedOn), when.fullDay(consent.reviewOn))} (${setUp.consent.byShort[consent.decidedBy]})`;
    case 'withdrawn':
      return setUp.consent.withdrawn(when.fullDay(consent.decidedOn));
  }
};

/** What is said of a review that is near or past, or undefined. */
export const reviewWords = (consent: Consent, today: LocalDate, { setUp, when }: Words): string | undefined => {
  const state: ReviewState = reviewState(consent, today);
  const day = when.fullDay(consent.reviewOn);
  switch (state) {
    case 'not-due':
      return undefined;
    case 'due-soon':
      return setUp.consent.dueSoon(day);
    case 'overdue':
      return setUp.consent.overdue(day);
    case 'paused':
      return setUp.consent.paused(day);
  }
};

/** The same, once its day has passed; empty before. */
export const overdueWords = (consent: Consent, today: LocalDate, words: Words): readonly string[] => {
  const said = reviewState(consent, today) === 'due-soon' ? undefined : reviewWords(consent, today, words);
  return said === undefined ? [] : [said];
};
