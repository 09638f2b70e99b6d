import type { Announcement, Content } from '../delivery/announcement.ts';
import { HANDLING_RULES } from '../delivery/handling.ts';
import { type Instant, MINUTE } from '../kernel/clock.ts';
import { addDays, dateOf, instantOf, type LocalDateTime, localDate, localDateTime } from '../kernel/uk-time.ts';
import { type DiaryEntry, endOf } from './diary-entry.ts';

type Change = (Content & { kind: 'diary' })['change'];

const contentOf = (entry: DiaryEntry, change: Change, before?: LocalDateTime): Content => ({
  kind: 'diary',
  change,
  what: entry.what,
  at: entry.at,
  ...(entry.kind === 'visit' && entry.who !== undefined ? { who: entry.who } : {}),
  ...(before === undefined ? {} : { before }),
});

/** Only changes of the coming seven days are told unasked. */
const isWorthTelling = (entry: DiaryEntry, before: LocalDateTime | undefined, now: Instant): boolean => {
  const horizon = addDays(localDate(now), 7);
  return dateOf(entry.at) <= horizon || (before !== undefined && dateOf(before) <= horizon);
};

/**
 * The Announcement of an entry's last act: due at the instant of that act, useful until the entry is over. The act is named by
 * its instant, which no other try has; its number may be another person's as well. Undefined: not worth telling unasked.
 */
export const diaryAnnouncement = (
  entry: DiaryEntry,
  change: Change,
  before?: LocalDateTime,
): Announcement | undefined => {
  const { at: now } = entry.lastAct;
  if (!isWorthTelling(entry, before, now)) return undefined;
  const over = Math.max(now + MINUTE, instantOf(endOf(entry)), before === undefined ? 0 : instantOf(before));
  return {
    council: entry.council,
    residentId: entry.residentId,
    source: { kind: 'diary', entryId: `${entry.at}.${entry.id}`, act: now },
    handling: 'appointment',
    due: localDateTime(now),
    dueAt: now,
    expiresAt: Math.min(now + HANDLING_RULES.appointment.livesFor, over),
    content: contentOf(entry, change, before),
    ladder: [],
  };
};
