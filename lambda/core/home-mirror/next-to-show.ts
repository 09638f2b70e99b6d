import { endOf } from '../diary/diary-entry.ts';
import type { NextInDiary } from '../diary/what-is-next.ts';
import { whatIsNext } from '../diary/what-is-next.ts';
import { type Instant, MINUTE } from '../kernel/clock.ts';
import { dateOf, instantOf, type LocalDateTime, localDate } from '../kernel/uk-time.ts';
import type { Echo } from '../pairing/echo.ts';
import { type ConsentPurpose, hasAgreedTo, reviewState } from '../people/consent.ts';
import { type Resident, standingOf } from '../people/resident.ts';
import type { ResidentPage } from '../reminders/resident-page.ts';

/** What comes next today for somebody in a Home: UK wall time of its beginning, and the instant at which it is no longer next. */
export type NextToShow = {
  readonly resident: Resident;
  readonly at: LocalDateTime;
  readonly until: Instant;
  readonly what: { readonly kind: 'diary'; readonly next: NextInDiary } | { readonly kind: 'reminder' };
  /** Several live here, so it says for whom it is. */
  readonly namesWhom: boolean;
};

/** An entry without an end is shown so long after its beginning; a Reminder a little, and then it stands in the inbox. */
const SHOWN_AFTER = { entry: 30 * MINUTE, reminder: 5 * MINUTE } as const;

const mayShow = (resident: Resident, purpose: ConsentPurpose, now: Instant): boolean =>
  standingOf(resident) === 'may-be-told' &&
  resident.settings.screen.on &&
  hasAgreedTo(resident.consent, purpose) &&
  reviewState(resident.consent, localDate(now)) !== 'paused';

type Found = Omit<NextToShow, 'namesWhom'>;

const inDiary = ({ resident, diary }: ResidentPage, now: Instant, freshForMinutes: number): readonly Found[] => {
  const next = mayShow(resident, 'diary', now) ? whatIsNext(diary, { now, freshForMinutes }) : undefined;
  if (next === undefined || next.day !== 'today') return [];
  const { entry } = next;
  const until = entry.until === undefined ? instantOf(entry.at) + SHOWN_AFTER.entry : instantOf(endOf(entry));
  return until > now ? [{ resident, at: entry.at, until, what: { kind: 'diary', next } }] : [];
};

const inReminders = ({ resident, reminders }: ResidentPage, now: Instant): readonly Found[] => {
  if (!mayShow(resident, 'reminders', now)) return [];
  return reminders.flatMap(({ state, next }): readonly Found[] => {
    const isToday = state === 'on' && next !== undefined && dateOf(next.local) === localDate(now);
    const until = (next?.at ?? 0) + SHOWN_AFTER.reminder;
    return isToday && until > now ? [{ resident, at: next.local, until, what: { kind: 'reminder' } }] : [];
  });
};

/**
 * What comes next today for those whom an Echo speaks to: an entry of the Diary or a Reminder, whichever begins first. Nothing of whoever is
 * away, gone, has not agreed to it or does not want it on a screen. Undefined never means that nobody comes.
 */
export const nextToShow = (
  echo: Pick<Echo, 'residents'>,
  pages: readonly ResidentPage[],
  { now, freshForMinutes }: { readonly now: Instant; readonly freshForMinutes: number },
): NextToShow | undefined => {
  const theirs = pages.filter(({ resident }) => echo.residents.includes(resident.id));
  const [first] = theirs
    .flatMap((page) => [...inDiary(page, now, freshForMinutes), ...inReminders(page, now)])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.until - b.until));
  return first === undefined ? undefined : { ...first, namesWhom: echo.residents.length > 1 };
};
