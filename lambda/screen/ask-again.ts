import type { ShownCard } from '../core/delivery/show-cards.ts';
import { type Instant, MINUTE } from '../core/kernel/clock.ts';
import type { ResidentPage } from '../core/reminders/resident-page.ts';
import type { ScreenNeeds } from './screen-needs.ts';

/** A Card that came within this time may be answered at any moment, at the Echo as well; then it must go from the Screen at once. */
const FRESH_FOR = 5 * MINUTE;

type Shown = {
  readonly cards: readonly { readonly delivery: Pick<ShownCard['delivery'], 'dueAt'> }[];
  readonly pages: readonly Pick<ResidentPage, 'reminders' | 'deliveries'>[];
};

/** When something is due for anybody whom a Screen shows, of what is known already; instants in ms. */
const comesAt = ({ pages }: Shown, now: Instant): readonly Instant[] =>
  pages
    .flatMap(({ reminders, deliveries }) => [
      ...reminders.flatMap(({ state, next }) => (state === 'on' && next !== undefined ? [next.at] : [])),
      ...deliveries.map(({ dueAt }) => dueAt),
    ])
    .filter((at) => at > now);

/**
 * After how many milliseconds the page of a paired Screen asks again: `every` after a Card came, a third of `idle` while one goes on standing, and
 * up to `idle` while nothing stands; but no later than the next thing that is known to come (docs/decisions/0034).
 */
export const askAgainAfter = (
  { every, idle, clock }: Pick<ScreenNeeds, 'every' | 'idle' | 'clock'>,
  shown: Shown,
): number => {
  const now = clock();
  if (shown.cards.some(({ delivery }) => now - delivery.dueAt < FRESH_FOR)) return every;
  const longest = shown.cards.length > 0 ? idle / 3 : idle;
  return Math.max(every, Math.min(longest, ...comesAt(shown, now).map((at) => at - now)));
};
