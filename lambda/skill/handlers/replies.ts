import type { Delivery } from '../../core/delivery/delivery.ts';
import type { KnownReminders, ReplyOutcome } from '../../core/reminders/reply-to-reminder.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { TurnNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { ofPart, timeAsked } from '../time-slot.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { askWhetherDone } from './ask-whether-done.ts';

type WhichReply = 'done' | 'not-yet';

const onlyOne = (page: KnownReminders, id: string): KnownReminders => ({
  reminders: [],
  deliveries: page.deliveries.filter((delivery) => delivery.id === id),
});

/** The reminder that the open question is about, when no time was said. */
const askedAbout = ({ session, slots }: Asked): string | undefined => {
  const { asks } = session;
  if (slots.reminderTime !== undefined) return undefined;
  return asks?.kind === 'is-it-done' || asks?.kind === 'is-it-this' ? asks.ids[0] : undefined;
};

const saidOf = (outcome: ReplyOutcome): Said => {
  switch (outcome.kind) {
    case 'reminder-done':
      return { topic: 'reply', reply: 'done', id: outcome.delivery.id, early: outcome.isEarly };
    case 'already-done':
      return { topic: 'reply', reply: 'already', id: outcome.delivery.id, early: false };
    case 'not-yet-noted':
      return { topic: 'reply', reply: 'not-yet', id: outcome.delivery.id, early: false };
    case 'which-reminder':
      return { topic: 'which-reminder', ids: outcome.deliveries.map(({ id }) => id) };
    case 'nothing-due':
      return { topic: 'plain', outcome: 'nothing-due' };
  }
};

/** The reminders that the open question still waits to ask about, after the one that was answered now. */
const stillToAsk = ({ session, slots }: Asked): Pick<Reply, 'asks'> => {
  const { asks } = session;
  if (asks?.kind !== 'is-it-done' || slots.reminderTime !== undefined) return {};
  const ids = asks.ids.slice(1);
  return ids.length === 0 ? {} : { asks: { ...asks, ids } };
};

const asksAfter = (outcome: ReplyOutcome, which: WhichReply, { asked, voice }: PageTurn): Pick<Reply, 'asks'> => {
  if (outcome.kind !== 'which-reminder') return stillToAsk(asked);
  if (which === 'done' || voice.level === 'closed') return askWhetherDone(outcome.deliveries, voice);
  return { asks: { kind: 'is-it-this', ids: outcome.deliveries.map(({ id }) => id) } };
};

const reply =
  (needs: TurnNeeds, which: WhichReply) =>
  async (turn: PageTurn, known: KnownReminders, time: string | undefined): Promise<Reply> => {
    const outcome =
      which === 'done' ? await needs.replyDone(known, time, 'voice') : await needs.replyNotYet(known, time);
    return { outcome, voice: turn.voice, said: saidOf(outcome), ...asksAfter(outcome, which, turn) };
  };

/** "It's done", "not yet": of the reminder that was asked about, that is named, or that is the only one waiting. */
export const replyToReminder = (needs: TurnNeeds, which: WhichReply): Answer =>
  withPage(needs, (turn) => {
    const id = askedAbout(turn.asked);
    if (id !== undefined) return reply(needs, which)(turn, onlyOne(turn.page, id), undefined);
    const asked = timeAsked(turn.asked.slots.reminderTime?.value);
    return reply(needs, which)(turn, ofPart(turn.page, asked.part), asked.time);
  });

const againOf = (delivery: Delivery, said: Extract<Said, { topic: 'reply' }>): ReplyOutcome => {
  if (said.reply === 'not-yet') return { kind: 'not-yet-noted', delivery };
  if (said.reply === 'already' && delivery.acknowledged !== undefined)
    return { kind: 'already-done', delivery, at: delivery.acknowledged.at };
  return { kind: 'reminder-done', delivery, isEarly: said.early };
};

/** Says again what a reply came to, without replying again. */
export const tellReplyAgain =
  (needs: TurnNeeds) =>
  (said: Extract<Said, { topic: 'reply' }>): Answer =>
    withPage(needs, async ({ page, voice }) => {
      const delivery = page.deliveries.find(({ id }) => id === said.id);
      const outcome = delivery === undefined ? ({ kind: 'no-reminder-due' } as const) : againOf(delivery, said);
      return { outcome, voice, said };
    });

/** Says again which reminders wait. */
export const tellWhichReminder =
  (needs: TurnNeeds) =>
  (said: Extract<Said, { topic: 'which-reminder' }>): Answer =>
    withPage(needs, async ({ page, voice }) => {
      const deliveries = page.deliveries.filter(({ id }) => said.ids.includes(id));
      return { outcome: { kind: 'which-reminder', deliveries }, voice, said };
    });

/** "It's done." */
export const reminderDone = (needs: TurnNeeds): Feature =>
  forIntents('reminder-done', ['ReminderDoneIntent'], replyToReminder(needs, 'done'));

/** "Not yet." */
export const reminderNotYet = (needs: TurnNeeds): Feature =>
  forIntents('reminder-not-yet', ['ReminderNotYetIntent'], replyToReminder(needs, 'not-yet'));
