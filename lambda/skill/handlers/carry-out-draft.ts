import { instantOf } from '../../core/kernel/uk-time.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import type { ReminderDraft } from '../../core/reminders/reminder-draft.ts';
import type { ResidentPage } from '../../core/reminders/resident-page.ts';
import { aloneFirst, isHushed } from '../alone-first.ts';
import type { Answer, Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { isPlacingOf, placingOf, ringsByItself } from '../next-placing.ts';
import type { Pending } from '../pending.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { forSpeaker, oftenOf, plainly, wantedOf, wholeDraft } from './set-reminder.ts';

type Set = { readonly reminder: Reminder; readonly changed: boolean; readonly asks: Pending | undefined };

/** Says it back whole. Where this Echo says nothing by itself that is said too, unless it is just being asked whether it may ring. */
const setReply = (needs: SkillNeeds, turn: PageTurn, page: ResidentPage, { reminder, changed, asks }: Set): Reply => {
  const { next } = reminder;
  if (next === undefined) return plainly(turn, 'reminder-not-set');
  const isAsked = isPlacingOf(asks, reminder);
  return {
    outcome: {
      kind: 'reminder-set',
      next: next.local,
      often: oftenOf(reminder.recurrence),
      label: reminder.label,
      changed,
      staysSilent: turn.echo.kind === 'consumer' && !isAsked && !ringsByItself(needs, turn, page, reminder),
    },
    voice: turn.voice,
    said: { topic: 'reminder-set', id: reminder.id, changed },
    ...(isAsked && asks !== undefined ? { asks } : {}),
  };
};

/** What stands on the Echo is read again: the change may have been the first thing to stand there. */
const justSet = async (needs: SkillNeeds, turn: PageTurn, reminder: Reminder, changed: boolean): Promise<Reply> => {
  const page =
    needs.placing === undefined ? undefined : await needs.readPage(needs.council, turn.resident.id, turn.today);
  const known = page ?? turn.page;
  return setReply(needs, turn, known, { reminder, changed, asks: placingOf(needs, turn, known, reminder) });
};

/** "Yes": it is set or changed, said only after it is stored (promise G1), and said back whole. */
export const carryOutDraft =
  (needs: SkillNeeds) =>
  (draft: ReminderDraft): Answer =>
    withPage(needs, async (turn) => {
      if (draft.change !== undefined && isHushed(turn)) return aloneFirst(turn.voice);
      const wanted = wantedOf(turn, draft);
      if (wanted === undefined) return plainly(turn, 'reminder-not-by-voice');
      const { change } = draft;
      const request = forSpeaker(turn);
      const outcome =
        change === undefined
          ? await needs.setReminder(request, wanted)
          : await needs.changeReminder({ ...request, reminderId: change.id, act: change.act }, wanted);
      if (outcome.kind !== 'reminder-set' && outcome.kind !== 'reminder-changed') return wholeDraftRefused(turn, draft);
      return justSet(needs, turn, outcome.reminder, outcome.kind === 'reminder-changed');
    });

/** It was possible a moment ago: said again as it stands now, or that nothing has changed. */
const wholeDraftRefused = (turn: PageTurn, draft: ReminderDraft): Reply => {
  const again = wholeDraft(turn, draft);
  return again.outcome.kind === 'reminder-to-set' ? plainly(turn, 'reminder-not-set') : again;
};

/** Says again what was set, without setting it again. */
export const tellSetAgain =
  (needs: SkillNeeds) =>
  (id: string, changed: boolean): Answer =>
    withPage(needs, async (turn) => {
      const reminder = turn.page.reminders.find((one) => one.id === id);
      return reminder?.next !== undefined && instantOf(reminder.next.local) > turn.now
        ? setReply(needs, turn, turn.page, { reminder, changed, asks: turn.asked.session.asks })
        : {
            outcome: { kind: 'no-such-reminder' },
            voice: turn.voice,
            said: { topic: 'plain', outcome: 'no-such-reminder' },
          };
    });
