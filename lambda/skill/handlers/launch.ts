import type { Delivery } from '../../core/delivery/delivery.ts';
import { inboxOf } from '../../core/delivery/inbox.ts';
import { whoIsComing } from '../../core/diary/who-is-coming.ts';
import { localDateTime } from '../../core/kernel/uk-time.ts';
import type { HeldRule } from '../../core/reminders/held-rule.ts';
import { type CopyWords, wantedCopy } from '../../core/reminders/placement.ts';
import type { News } from '../../render/spoken-outcome.ts';
import { isShort } from '../../render/voice.ts';
import type { Answer, Feature, Reply } from '../feature.ts';
import { leftBefore } from '../leave-off.ts';
import type { TurnNeeds } from '../needs.ts';
import { nextPlacing } from '../next-placing.ts';
import type { Pending } from '../pending.ts';
import { type PageTurn, withPage } from '../turn.ts';
import { askWhetherDone } from './ask-whether-done.ts';
import { takenUp } from './resume.ts';

/** Visits that are still to come: of one that has begun an opening says nothing, because it may be in the room. */
const visitsToday = ({ page, now, today, council }: PageTurn): readonly News[] => {
  const told = whoIsComing(page.diary, { day: today, now, freshForMinutes: council.diaryFreshForMinutes });
  const toCome = told.kind === 'visits' ? told.visits.filter(({ at }) => at > localDateTime(now)) : [];
  return told.kind === 'visits' && toCome.length > 0 ? [{ kind: 'visits-today', visits: toCome, age: told.age }] : [];
};

/** Where two people may be listening, a private message is not even counted before somebody asks. */
const mayBeVolunteered = ({ content }: Delivery): boolean => content.kind !== 'alert' || !content.isPrivate;

/** What waits, the most pressing first: urgent messages, reminders without a reply, messages, the visits of today. */
const newsOf = (turn: PageTurn): readonly News[] => {
  const inbox = inboxOf(turn.page.deliveries, turn.now);
  const messages = turn.echo.residents.length > 1 ? inbox.messages.filter(mayBeVolunteered) : inbox.messages;
  const urgent = messages.filter(({ handling }) => handling === 'urgent').length;
  const other = messages.length - urgent;
  return [
    ...(urgent > 0 ? [{ kind: 'urgent-messages', count: urgent } as const] : []),
    ...(inbox.reminders.length > 0 ? [{ kind: 'reminders-due', deliveries: inbox.reminders } as const] : []),
    ...(other > 0 ? [{ kind: 'messages', count: other } as const] : []),
    ...visitsToday(turn),
  ];
};

const WHAT: Pending = { kind: 'what-would-you-like' };

/** An offer to read what was only counted. */
const readIt = (news: News): Pending => {
  switch (news.kind) {
    case 'urgent-messages':
    case 'messages':
      return { kind: 'read-it', what: 'messages', count: news.count };
    case 'reminders-due':
      return { kind: 'read-it', what: 'reminders', count: news.deliveries.length };
    case 'visits-today':
      return { kind: 'read-it', what: 'visits', count: news.visits.length };
  }
};

/** The question follows from the last thing that was said, so that "yes" means that. */
const asksAfter = (first: News | undefined, { voice }: PageTurn): Pick<Reply, 'asks'> => {
  if (first === undefined || voice.level === 'closed') return { asks: WHAT };
  if (voice.level === 'ask-first') return { asks: readIt(first) };
  switch (first.kind) {
    case 'reminders-due':
      return askWhetherDone(first.deliveries, voice);
    case 'visits-today':
      return { asks: WHAT };
    default:
      return { asks: readIt(first) };
  }
};

const told = (first: News | undefined, { voice, resident }: PageTurn): Pick<Reply, 'told'> =>
  first?.kind === 'reminders-due' && first.deliveries.length === 1 && voice.level === 'open'
    ? { told: { residentId: resident.id, ids: first.deliveries.map(({ id }) => id) } }
    : {};

/** Before the offer to read messages, an Echo that may speak openly says who is coming next today. */
const toTell = (news: readonly News[], { voice }: PageTurn): readonly News[] => {
  const [first] = news;
  if (first === undefined) return [];
  const visits = news.filter(({ kind }) => kind === 'visits-today');
  return voice.level === 'open' && first.kind === 'messages' && !isShort(voice) ? [...visits, first] : [first];
};

const keyOf = ({ resident }: PageTurn) => ({ council: resident.council, residentId: resident.id });

/** A copy on this Echo that a Carer changed from afar, of which nobody has told the Resident yet, and when it rings now. */
const changedCopy = (
  { page, resident, now, echo }: PageTurn,
  words: CopyWords | undefined,
): ChangedCopy | undefined => {
  const { mirror, reminders } = page;
  if (mirror === undefined || words === undefined) return undefined;
  for (const copy of mirror.copies) {
    const reminder = reminders.find(({ id }) => id === copy.reminderId);
    if (copy.state !== 'standing' || copy.told === copy.plan || copy.echo !== echo.hash || reminder === undefined)
      continue;
    const wanted = wantedCopy(reminder, resident, mirror, words, now);
    if (wanted.kind === 'wanted') return { reminderId: reminder.id, rule: wanted.copy.rule };
  }
  return undefined;
};

type ChangedCopy = { readonly reminderId: string; readonly rule: HeldRule };

/** What stands first when somebody opens the skill, as far as it may be said aloud here. */
export const tellWelcome = (needs: TurnNeeds): Answer =>
  withPage(needs, async (turn) => {
    const news = newsOf(turn);
    const [first] = news;
    const before = leftBefore(turn).said;
    const resumed = first?.kind === 'urgent-messages' ? undefined : takenUp(turn);
    if (resumed !== undefined) return { ...resumed, ...(before === undefined ? {} : { before }) };
    const changed = changedCopy(turn, needs.placing?.words);
    if (changed !== undefined) await needs.placing?.noteTold(keyOf(turn), [changed.reminderId]);
    const { asks } = asksAfter(first, turn);
    return {
      outcome: {
        kind: 'welcome',
        news: toTell(news, turn),
        ...(changed === undefined ? {} : { changed: changed.rule }),
      },
      voice: turn.voice,
      said: { topic: 'welcome' },
      ...(before === undefined ? {} : { before }),
      asks: (asks === WHAT ? nextPlacing(needs, turn, turn.page) : undefined) ?? asks ?? WHAT,
      ...told(first, turn),
    };
  });

/** "Open bell bird." A launch with a task is a routine's: nobody may be there to be welcomed. */
export const launch = (needs: TurnNeeds): Feature => ({
  name: 'launch',
  claims: ({ type, task }) => type === 'LaunchRequest' && task === undefined,
  answer: tellWelcome(needs),
});
