import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { UK_ZONE } from '../../../lambda/core/kernel/uk-offset.ts';

/** "Tuesday 24 November 2026", UK wall time. */
export const writtenDay = (at: Instant): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: UK_ZONE,
  })
    .format(at)
    .replace(',', '');
