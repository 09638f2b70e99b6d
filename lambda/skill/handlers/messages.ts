import { type Delivery, keyOf } from '../../core/delivery/delivery.ts';
import { inboxOf } from '../../core/delivery/inbox.ts';
import { factsATurn } from '../../render/voice.ts';
import { type Answer, type Feature, forIntents, type Reply } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said } from '../said.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { askWhetherDone } from './ask-whether-done.ts';

const openOf = ({ page, now }: PageTurn): readonly Delivery[] => inboxOf(page.deliveries, now).messages;

/** Messages that wait and were not read in this conversation. */
const unreadOf = (turn: PageTurn, read: readonly string[] = turn.asked.session.read): readonly Delivery[] =>
  openOf(turn).filter(({ id }) => !read.includes(id));

const idsOf = (deliveries: readonly Delivery[]): readonly string[] => deliveries.map(({ id }) => id);

const isPrivate = ({ content }: Delivery): boolean => content.kind === 'alert' && content.isPrivate;

/** A private message is read alone and only after a yes; the others up to it may be read together. */
const toRead = (unread: readonly Delivery[], atOnce: number): readonly Delivery[] => {
  const next = unread.findIndex((one, place) => place > 0 && isPrivate(one));
  const together = next === -1 ? unread : unread.slice(0, next);
  return together.slice(0, together[0] !== undefined && isPrivate(together[0]) ? 1 : atOnce);
};

const askFirst = ({ voice }: PageTurn, { id }: Delivery): Reply => ({
  outcome: { kind: 'private-first' },
  voice,
  asks: { kind: 'read-private', id },
  said: { topic: 'doing', outcome: 'private-first' },
});

/** "Yes, read it": that one message, and whether it was heard. */
export const readPrivate = (needs: SkillNeeds, id: string): Answer =>
  withPage(needs, async (turn) => {
    const { voice, resident, asked } = turn;
    const isMore = asked.session.read.length > 0;
    const deliveries = unreadOf(turn).filter((one) => one.id === id);
    const said = { topic: 'messages', ids: [id], isMore } as const;
    if (deliveries.length === 0) return { outcome: { kind: 'no-messages', isMore }, voice, said };
    const outcome = { kind: 'messages', deliveries, isMore, of: deliveries.length } as const;
    if (voice.level === 'closed') return { outcome, voice, said };
    return {
      outcome,
      voice,
      said,
      asks: { kind: 'heard-it', ids: [id] },
      told: { residentId: resident.id, ids: [id] },
      read: [...asked.session.read, id],
    };
  });

/** "No": it stays, is not offered again in this conversation, and the others are. */
export const keepPrivate = (needs: SkillNeeds, id: string): Answer =>
  withPage(needs, async (turn) => ({
    outcome: { kind: 'messages-kept' },
    voice: turn.voice,
    said: { topic: 'plain', outcome: 'messages-kept' },
    ...offerRest(turn, [id]),
    read: [...turn.asked.session.read, id],
  }));

/** Reads the next messages, one or three, and asks whether they were heard. */
export const readMessages = (needs: SkillNeeds): Answer =>
  withPage(needs, async (turn) => {
    const { voice, resident, asked } = turn;
    const isMore = asked.session.read.length > 0;
    const unread = unreadOf(turn);
    const [first] = unread;
    if (first !== undefined && isPrivate(first) && voice.level !== 'closed') return askFirst(turn, first);
    const deliveries = toRead(unread, factsATurn(voice));
    const ids = idsOf(deliveries);
    const said = { topic: 'messages', ids, isMore } as const;
    if (ids.length === 0) return { outcome: { kind: 'no-messages', isMore }, voice, said };
    const outcome = { kind: 'messages', deliveries, isMore, of: unread.length } as const;
    if (voice.level === 'closed') return { outcome, voice, said };
    return {
      outcome,
      voice,
      said,
      asks: { kind: 'heard-it', ids },
      told: { residentId: resident.id, ids },
      read: [...asked.session.read, ...ids],
    };
  });

/** Reads the same messages again. */
export const readMessagesAgain =
  (needs: SkillNeeds) =>
  (said: Extract<Said, { topic: 'messages' }>): Answer =>
    withPage(needs, async ({ page, voice, now }) => {
      const deliveries = page.deliveries.filter(
        ({ id, stoppedAt, expiresAt }) => said.ids.includes(id) && stoppedAt === undefined && expiresAt > now,
      );
      const { isMore } = said;
      return deliveries.length === 0
        ? { outcome: { kind: 'no-messages', isMore }, voice, said }
        : { outcome: { kind: 'messages', deliveries, isMore, of: deliveries.length }, voice, said };
    });

/** After messages were put down as heard: the offer to read those that are left. */
const offerRest = (turn: PageTurn, done: readonly string[]): Pick<Reply, 'asks'> => {
  const left = unreadOf(turn, [...turn.asked.session.read, ...done]).length;
  return left === 0 ? {} : { asks: { kind: 'read-it', what: 'messages', count: left } };
};

/** Puts messages down as heard: those named, as far as they are this Resident's. */
export const acknowledgeMessages =
  (needs: SkillNeeds) =>
  async (turn: PageTurn, ids: readonly string[]): Promise<Reply> => {
    const theirs = turn.page.deliveries.filter(({ id }) => ids.includes(id));
    await Promise.all(theirs.map((delivery) => needs.acknowledge(keyOf(delivery), 'heard', 'voice')));
    const count = theirs.length;
    if (count === 0)
      return {
        outcome: { kind: 'nothing-to-mark' },
        voice: turn.voice,
        said: { topic: 'plain', outcome: 'nothing-to-mark' },
      };
    return {
      outcome: { kind: 'messages-heard', count },
      voice: turn.voice,
      said: { topic: 'messages-heard', count },
      ...offerRest(turn, ids),
    };
  };

/** "No" to whether they were heard: they stay, and the rest is offered. */
export const keepMessages = (needs: SkillNeeds): Answer =>
  withPage(needs, async (turn) => ({
    outcome: { kind: 'messages-kept' },
    voice: turn.voice,
    said: { topic: 'plain', outcome: 'messages-kept' },
    ...offerRest(turn, []),
  }));

/** Which messages "I've heard it" is about: those just read; otherwise those that an Echo has told already. */
const heardOf = (turn: PageTurn): readonly string[] => {
  const { asks, read } = turn.asked.session;
  if (asks?.kind === 'heard-it') return asks.ids;
  const open = openOf(turn);
  const inThisOne = open.filter(({ id }) => read.includes(id));
  const toldBefore = open.filter(
    ({ state, readOutAt }) => readOutAt !== undefined || ['sent', 'shown', 'spoken'].includes(state),
  );
  return idsOf(inThisOne.length > 0 ? inThisOne : toldBefore);
};

/** Nothing has been read yet: the messages are offered, or the reminder that waits is asked about. */
const nothingHeard = (turn: PageTurn): Reply => {
  const { page, now, voice } = turn;
  const count = openOf(turn).length;
  if (count > 0)
    return {
      outcome: { kind: 'messages-not-heard', count },
      voice,
      said: { topic: 'messages-not-heard', count },
      ...(voice.level === 'closed' ? {} : { asks: { kind: 'read-it', what: 'messages', count } as const }),
    };
  const { reminders } = inboxOf(page.deliveries, now);
  if (reminders.length > 0)
    return {
      outcome: { kind: 'reminders-due', deliveries: reminders },
      voice,
      said: { topic: 'reminders-due' },
      ...askWhetherDone(reminders, voice),
    };
  return { outcome: { kind: 'nothing-to-mark' }, voice, said: { topic: 'plain', outcome: 'nothing-to-mark' } };
};

/** "I heard it." */
export const acknowledgeWhatWasHeard = (needs: SkillNeeds): Answer =>
  withPage(needs, async (turn) => {
    const heard = heardOf(turn);
    return heard.length === 0 ? nothingHeard(turn) : acknowledgeMessages(needs)(turn, heard);
  });

/** "Read my messages." */
export const messages = (needs: SkillNeeds): Feature =>
  forIntents('messages', ['MyMessagesIntent'], readMessages(needs));

export const acknowledgeMessage = (needs: SkillNeeds): Feature =>
  forIntents('acknowledge-message', ['AcknowledgeMessageIntent'], acknowledgeWhatWasHeard(needs));
