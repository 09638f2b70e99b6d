import { inboxOf } from '../../core/delivery/inbox.ts';
import { timeOf } from '../../core/kernel/uk-time.ts';
import { type ListedOccurrence, remindersBetween, remindersOnDay } from '../../core/reminders/list-reminders.ts';
import type { SpokenOutcome } from '../../render/spoken-outcome.ts';
import { dayAsked } from '../day-slot.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { TurnNeeds } from '../needs.ts';
import { offerCall, walked } from '../offers.ts';
import type { Said, SaidList } from '../said.ts';
import { isNamedBy, timeAsked } from '../time-slot.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { askWhetherDone } from './ask-whether-done.ts';

const remindersOf = ({ page, today, now }: PageTurn, said: SaidList): SpokenOutcome => {
  const asked = dayAsked(said.day, today);
  switch (asked.kind) {
    case 'no-day':
    case 'day': {
      const told = remindersOnDay(page, asked.kind === 'day' ? asked.day : today, now);
      return told.kind === 'reminders' ? { ...told, from: said.from } : told;
    }
    case 'days': {
      const told = remindersBetween(page, asked.days, now);
      return told.kind === 'reminders-between' ? { ...told, from: said.from } : told;
    }
    default:
      return asked;
  }
};

const after = (outcome: SpokenOutcome, said: SaidList, { voice }: PageTurn): Pick<Reply, 'said' | 'asks'> => {
  switch (outcome.kind) {
    case 'reminders':
    case 'reminders-between':
      return walked(said, outcome.occurrences.length, voice);
    case 'day-not-understood':
      return { said, asks: { kind: 'which-day' } };
    default:
      return { said };
  }
};

/** The reminders of a day or several, from a place in the list. */
export const tellReminders =
  (needs: TurnNeeds) =>
  (said: SaidList): Answer =>
    withPage(needs, async (turn) => {
      const outcome = remindersOf(turn, said);
      return { outcome, voice: turn.voice, ...after(outcome, said, turn) };
    });

/** Of the reminders of today at that time, the latest that has come; otherwise the first that will. */
const oneOf = ({ page, today, now }: PageTurn, time: string): ListedOccurrence | undefined => {
  const told = remindersOnDay(page, today, now);
  const named = (told.kind === 'reminders' ? told.occurrences : []).filter(({ at }) =>
    isNamedBy(timeOf(at), timeAsked(time)),
  );
  return named.findLast(({ state }) => state !== 'coming') ?? named[0];
};

/** "Have I done my eight o'clock one?" */
export const tellOneReminder =
  (needs: TurnNeeds) =>
  (said: Extract<Said, { topic: 'one-reminder' }>): Answer =>
    withPage(needs, async (turn) => {
      const { voice } = turn;
      const occurrence = oneOf(turn, said.time);
      if (occurrence === undefined) return { outcome: { kind: 'no-such-reminder' }, voice, said };
      const offer = occurrence.state === 'coming' || voice.level === 'closed' ? {} : offerCall(turn);
      return { outcome: { kind: 'one-reminder', occurrence }, voice, said, ...offer };
    });

/** The reminders that wait for a reply, and the question whether the first is done. */
export const tellDueReminders = (needs: TurnNeeds): Answer =>
  withPage(needs, async ({ page, now, voice, resident }) => {
    const { reminders: deliveries } = inboxOf(page.deliveries, now);
    const said = { topic: 'reminders-due' } as const;
    if (deliveries.length === 0) return { outcome: { kind: 'no-reminder-due' }, voice, said };
    const ids = deliveries.map(({ id }) => id);
    const told = voice.level === 'closed' ? {} : { told: { residentId: resident.id, ids } };
    return {
      outcome: { kind: 'reminders-due', deliveries },
      voice,
      said,
      ...askWhetherDone(deliveries, voice),
      ...told,
    };
  });

/** "What are my reminders?" */
export const reminders = (needs: TurnNeeds): Feature =>
  forIntents('reminders', ['MyRemindersIntent'], (asked) => {
    const { day, reminderTime } = asked.slots;
    if (reminderTime !== undefined)
      return tellOneReminder(needs)({ topic: 'one-reminder', time: reminderTime.value })(asked);
    return tellReminders(needs)({
      topic: 'reminders',
      ...(day === undefined ? {} : { day: day.value }),
      from: 0,
    })(asked);
  });
