import { isInWindow, timeOf } from '../../core/kernel/uk-time.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import {
  changedRecurrence,
  isHalfOpen,
  missingIn,
  type ReminderDraft,
  recurrenceOf,
} from '../../core/reminders/reminder-draft.ts';
import { checkReminder, type ForResident, type WantedReminder } from '../../core/reminders/set-reminder.ts';
import type { Recurrence } from '../../core/timetable/recurrence.ts';
import type { ReminderOften } from '../../render/spoken-outcome.ts';
import { aloneFirst, isHushed } from '../alone-first.ts';
import { withSlots } from '../draft-slots.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Drafting, Pending } from '../pending.ts';
import { type PageTurn, withPage } from '../turn.ts';

/** Whoever speaks acts for themselves, and can reply: they are speaking at an Echo. */
export const forSpeaker = ({ resident }: PageTurn): ForResident => ({
  acting: { kind: 'resident', residentId: resident.id },
  resident,
  canReply: true,
});

/** How a rule is worded when it is spoken of. */
export const oftenOf = ({ kind }: Recurrence): ReminderOften => {
  switch (kind) {
    case 'once':
    case 'weekdays':
      return kind;
    case 'daily':
      return 'every-day';
    default:
      return 'other';
  }
};

const changedOf = ({ page }: PageTurn, { change }: ReminderDraft): Reminder | undefined =>
  change === undefined ? undefined : page.reminders.find(({ id }) => id === change.id);

/** What a whole draft wants. Undefined: it cannot be set by speaking. Nobody is told of it but the Resident, unless that stood before. */
export const wantedOf = (turn: PageTurn, draft: ReminderDraft): WantedReminder | undefined => {
  const { time } = draft;
  if (draft.change !== undefined) {
    const before = changedOf(turn, draft);
    const recurrence = before === undefined ? undefined : changedRecurrence(before, draft);
    if (before === undefined || recurrence === undefined) return undefined;
    return { label: draft.label ?? before.label, recurrence, ladder: before.ladder, quietHoursConfirmed: true };
  }
  if (time === undefined) return undefined;
  const recurrence = recurrenceOf({ ...draft, time }, turn.now);
  return { label: draft.label ?? 'routine', recurrence, ladder: [], quietHoursConfirmed: true };
};

const asksFor = (
  turn: PageTurn,
  kind: 'reminder-day' | 'reminder-time' | 'reminder-half',
  draft: ReminderDraft,
): Reply => ({
  outcome: { kind: 'asks-for-reminder' },
  voice: turn.voice,
  asks: { kind, draft },
  said: { topic: 'draft', draft },
});

/** Nothing is set or changed, and why. */
export const plainly = (
  turn: PageTurn,
  outcome: 'reminder-not-by-voice' | 'reminder-too-many' | 'reminder-not-set',
): Reply => ({
  outcome: { kind: outcome },
  voice: turn.voice,
  said: { topic: 'doing', outcome },
});

const withoutTime = ({ time: _time, ...draft }: ReminderDraft): ReminderDraft => draft;

/** Says the whole of it and asks for the yes; or says why it cannot be, and asks for another time where that would help. */
export const wholeDraft = (turn: PageTurn, draft: ReminderDraft): Reply => {
  const wanted = wantedOf(turn, draft);
  if (wanted === undefined) return plainly(turn, 'reminder-not-by-voice');
  const others = turn.page.reminders.filter(({ id }) => id !== draft.change?.id);
  const checked = checkReminder(forSpeaker(turn), wanted, others, turn.now);
  const again = {
    asks: { kind: 'reminder-time', draft: withoutTime(draft) },
    said: { topic: 'draft', draft: withoutTime(draft) },
  } as const;
  switch (checked.kind) {
    case 'would-be-set': {
      const { local } = checked.next;
      const quiet = turn.resident.settings.quietHours;
      return {
        outcome: {
          kind: 'reminder-to-set',
          next: local,
          often: oftenOf(wanted.recurrence),
          label: wanted.label,
          isQuiet: quiet !== undefined && isInWindow(timeOf(local), quiet.from, quiet.to),
          changes: draft.change !== undefined,
        },
        voice: turn.voice,
        asks: { kind: 'set-it', draft },
        said: { topic: 'draft', draft },
      };
    }
    case 'time-has-passed':
    case 'never-due':
      return { outcome: { kind: 'reminder-time-gone' }, voice: turn.voice, ...again };
    case 'same-time-already':
      return { outcome: { kind: 'reminder-same-time' }, voice: turn.voice, ...again };
    case 'too-many':
      return plainly(turn, 'reminder-too-many');
    default:
      return plainly(turn, 'reminder-not-set');
  }
};

/** The next step to a Reminder: what is still missing, one thing at a time, then the yes. `halfKnown`: the half of the day was asked. */
export const stepOf = (turn: PageTurn, draft: ReminderDraft, halfKnown: boolean): Reply => {
  if (draft.change !== undefined && isHushed(turn)) return aloneFirst(turn.voice);
  const missing = missingIn(draft);
  if (missing === 'day') return asksFor(turn, 'reminder-day', draft);
  if (missing === 'time' && (draft.change === undefined || draft.day === undefined))
    return asksFor(turn, 'reminder-time', draft);
  if (draft.time !== undefined && isHalfOpen(draft.time) && !halfKnown) return asksFor(turn, 'reminder-half', draft);
  return wholeDraft(turn, draft);
};

/** The question that is open, if it is one about a draft. */
export const draftIn = (asks: Pending | undefined): Drafting | undefined => {
  switch (asks?.kind) {
    case 'reminder-day':
    case 'reminder-time':
    case 'reminder-half':
    case 'set-it':
      return asks;
    default:
      return undefined;
  }
};

/** Goes on with a draft as it stands: after a repeat, a "yes" that answers nothing, or a conversation that broke off. */
export const tellDraft =
  (needs: SkillNeeds) =>
  (draft: ReminderDraft, halfKnown = false): Answer =>
    withPage(needs, async (turn) => stepOf(turn, draft, halfKnown));

/** Adds what was just said to the draft of the open question. */
export const addToDraft = (needs: SkillNeeds): Answer =>
  withPage(needs, async (turn) => {
    const open = draftIn(turn.asked.session.asks);
    const halfKnown = open?.kind === 'reminder-half' || open?.kind === 'set-it';
    return stepOf(turn, withSlots(open?.draft ?? {}, turn.asked, turn.today), halfKnown);
  });

/** "Remind me tomorrow at nine." */
export const setsReminder = (needs: SkillNeeds): Feature =>
  forIntents('set-reminder', ['SetReminderIntent'], addToDraft(needs));
