import type { AuditEntry } from '../../core/audit/audit-trail.ts';
import { mayChangePresence, PRESENCE_ACTS } from '../../core/people/change-presence.ts';
import type { Presence } from '../../core/people/presence.ts';
import { isConfirmed, unconfirmedOf } from '../../core/reminders/confirmed.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { byWords } from '../reminders/history-words.ts';
import type { Words } from '../words/en.ts';
import { reminderState } from './reminder-words.ts';
import type { Seen } from './with-resident.ts';

/** Where somebody is, in a few words. Why a service ended is not among them. */
export const whereWords = (presence: Presence, { presence: { now } }: Words): string =>
  presence.kind === 'away' ? now[presence.reason] : now[presence.kind];

const awayWords = (presence: Presence, { words, today, resident }: Seen): readonly string[] => {
  if (presence.kind !== 'away') return [];
  const { since, until, untilNotKnown, overdue } = words.presence;
  const first = since(words.when.day(presence.since));
  if (presence.until === undefined) return [first, untilNotKnown];
  const day = words.when.day(presence.until);
  return [first, presence.until < today ? overdue(resident.settings.nameToUse, day) : until(day)];
};

const isPresenceAct = (did: string): did is (typeof PRESENCE_ACTS)[keyof typeof PRESENCE_ACTS] =>
  Object.values(PRESENCE_ACTS).some((act) => act === did);

/** Who said where they are and when, the latest first. */
export const presenceHistory = (entries: readonly AuditEntry[], seen: Seen): readonly string[] =>
  entries
    .flatMap(({ act }) => {
      if (!isPresenceAct(act.did)) return [];
      const { did } = seen.words.presence;
      return [seen.words.reminders.page.entry(did[act.did], ...byWords(act, seen))];
    })
    .toReversed();

/** The part of a Resident's page that says where they are, who said so, and how many Reminders wait to be confirmed. */
export const presenceView = (entries: readonly AuditEntry[], seen: Seen) => {
  const { resident, words, page, acting, today } = seen;
  const name = resident.settings.nameToUse;
  const { confirm, title } = words.presence;
  const count = unconfirmedOf(page.reminders, resident).length;
  const isOver = resident.presence.kind === 'ended';
  return {
    title: title(name),
    where: whereWords(resident.presence, words),
    lines: awayWords(resident.presence, seen),
    lastSaid: presenceHistory(entries, seen)[0],
    mayChange: !isOver && mayChangePresence(acting, resident, today, 'home'),
    toConfirm: count === 0 ? undefined : confirm.toConfirm(count),
    waits: confirm.waits(name),
  };
};

/** The state of a Reminder as its tag says it: one that nobody has confirmed since a homecoming is not called on. */
export const stateOf = (reminder: Reminder, { resident }: Seen): ReturnType<typeof reminderState> | 'unconfirmed' => {
  const state = reminderState(reminder);
  return state === 'on' && !isConfirmed(reminder, resident) ? 'unconfirmed' : state;
};
