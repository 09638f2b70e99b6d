import type { Listing } from '../../../lambda/core/answers/listing.ts';
import { addDays, type LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import { HARBOUR } from './harbour-county-council.ts';

type Listed = Omit<Listing, 'council' | 'assured'> & { readonly assuredDaysAgo?: number };

const LISTED: readonly Listed[] = [
  {
    id: 'tern-bay-lunch-club',
    name: 'Tern Bay Lunch Club',
    description: 'A hot lunch and company every Wednesday at noon. Please ring the day before.',
    phone: '01632 960140',
    assuredDaysAgo: 60,
  },
  {
    id: 'harbour-mens-shed',
    name: 'The Harbour Shed',
    description: 'Woodwork and a cup of tea on Tuesday and Friday mornings. Everybody is welcome.',
    alert: 'There is no lift at the moment.',
    phone: '01632 960141',
    assuredDaysAgo: 120,
  },
  {
    id: 'books-at-your-door',
    name: 'Books at Your Door',
    description: 'The library brings books and talking books to your home every three weeks.',
    phone: '01632 960142',
    assuredDaysAgo: 30,
  },
  {
    id: 'good-neighbours-gardening',
    name: 'Good Neighbours Gardening',
    description: 'Volunteers cut the grass and the hedge for people who cannot.',
    phone: '01632 960143',
    assuredDaysAgo: 400,
  },
  {
    id: 'handyman',
    name: 'Harbour Handyman',
    description: 'Small repairs at home: a shelf, a lock, a light. You pay for the parts.',
    phone: '01632 960144',
  },
  {
    id: 'tea-dance',
    name: 'Tea Dance at the Pavilion',
    description: 'Dancing and music from two to four on Thursdays.',
    phone: '01632 960145',
    assuredDaysAgo: 14,
  },
];

/** What Harbour's service directory lists, as it was last checked before the start. */
export const demoListings = (startDate: LocalDate): readonly Listing[] =>
  LISTED.map(({ assuredDaysAgo, ...listing }) => ({
    council: HARBOUR,
    ...listing,
    ...(assuredDaysAgo === undefined ? {} : { assured: addDays(startDate, -assuredDaysAgo) }),
  }));
