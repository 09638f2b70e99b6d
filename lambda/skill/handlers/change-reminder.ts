import { timeOf } from '../../core/kernel/uk-time.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import type { Changing, ReminderDraft } from '../../core/reminders/reminder-draft.ts';
import { timesOf } from '../../core/timetable/recurrence.ts';
import { onlyAlone } from '../alone-first.ts';
import { withSlots } from '../draft-slots.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { isNamedBy, timeAsked } from '../time-slot.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { forSpeaker, oftenOf, stepOf } from './set-reminder.ts';

type Wanted = 'change' | 'cancel';

const timesOfReminder = ({ recurrence, next }: Reminder): readonly string[] => {
  if (recurrence.kind === 'once') return [timeOf(recurrence.at)];
  if (recurrence.kind === 'every-n-hours') return next === undefined ? [] : [timeOf(next.local)];
  return timesOf(recurrence);
};

/** The time that was named; without one, that of the reminder just spoken of. */
const timeNamed = ({ asked }: PageTurn): string | undefined => {
  const { said } = asked.session;
  return asked.slots.reminderTime?.value ?? (said?.topic === 'one-reminder' ? said.time : undefined);
};

const namedIn = (turn: PageTurn): readonly Reminder[] => {
  const standing = turn.page.reminders.filter(({ state, next }) => state === 'on' && next !== undefined);
  const named = timeNamed(turn);
  if (named === undefined) return standing;
  return standing.filter((reminder) => timesOfReminder(reminder).some((time) => isNamedBy(time, timeAsked(named))));
};

const none = ({ voice }: PageTurn): Reply => ({
  outcome: { kind: 'no-such-reminder' },
  voice,
  said: { topic: 'plain', outcome: 'no-such-reminder' },
});

const whichOne = ({ voice }: PageTurn, to: Wanted, draft: ReminderDraft): Reply => ({
  outcome: { kind: 'which-one-to-do' },
  voice,
  asks: { kind: 'which-one', to, draft },
  said: { topic: 'doing', outcome: 'which-one-to-do' },
});

const askToCancel = ({ voice }: PageTurn, reminder: Reminder): Reply =>
  reminder.next === undefined
    ? { outcome: { kind: 'reminder-not-set' }, voice, said: { topic: 'doing', outcome: 'reminder-not-set' } }
    : {
        outcome: {
          kind: 'reminder-to-cancel',
          next: reminder.next.local,
          often: oftenOf(reminder.recurrence),
          label: reminder.label,
        },
        voice,
        asks: { kind: 'cancel-it', which: { id: reminder.id, act: reminder.lastAct.number } },
        said: { topic: 'to-cancel', id: reminder.id },
      };

const toDo = (turn: PageTurn, to: Wanted, kept: ReminderDraft): Reply => {
  const [only, ...others] = namedIn(turn);
  if (only === undefined) return none(turn);
  const draft = to === 'change' ? withSlots(kept, turn.asked, turn.today, 'newTime') : kept;
  if (others.length > 0) return whichOne(turn, to, draft);
  if (to === 'cancel') return askToCancel(turn, only);
  return stepOf(turn, { ...draft, change: { id: only.id, act: only.lastAct.number } }, false);
};

const asked =
  (needs: SkillNeeds, to: Wanted): Answer =>
  (request) => {
    const { asks } = request.session;
    const kept = asks?.kind === 'which-one' && asks.to === to ? asks.draft : {};
    return withPage(
      needs,
      onlyAlone(async (turn) => toDo(turn, to, kept)),
    )(request);
  };

/** "The eight o'clock one", when it was asked which. */
export const chooseReminder = (needs: SkillNeeds, to: Wanted): Answer => asked(needs, to);

/** "Yes": it is cancelled, unless somebody changed it meanwhile. */
export const carryOutCancel =
  (needs: SkillNeeds) =>
  ({ id, act }: Changing): Answer =>
    withPage(
      needs,
      onlyAlone(async (turn) => {
        const { kind } = await needs.cancelReminder({ ...forSpeaker(turn), reminderId: id, act });
        if (kind === 'no-such-reminder') return none(turn);
        const outcome = kind === 'reminder-cancelled' ? kind : ('reminder-not-set' as const);
        return { outcome: { kind: outcome }, voice: turn.voice, said: { topic: 'doing', outcome } };
      }),
    );

/** Says again which one would be cancelled. */
export const tellToCancel =
  (needs: SkillNeeds) =>
  (id: string): Answer =>
    withPage(
      needs,
      onlyAlone(async (turn) => {
        const reminder = turn.page.reminders.find((one) => one.id === id);
        return reminder === undefined ? none(turn) : askToCancel(turn, reminder);
      }),
    );

/** "Change my eight o'clock reminder to nine." */
export const changesReminder = (needs: SkillNeeds): Feature =>
  forIntents('change-reminder', ['ChangeReminderIntent'], asked(needs, 'change'));

/** "Cancel my eight o'clock reminder." */
export const cancelsReminder = (needs: SkillNeeds): Feature =>
  forIntents('cancel-reminder', ['CancelReminderIntent'], asked(needs, 'cancel'));
