import { Hono } from 'hono';
import { addEntry, cancelEntry, moveEntry } from '../../core/diary/change-diary.ts';
import { type DiaryEntry, isPlanned } from '../../core/diary/diary-entry.ts';
import { isId } from '../../core/kernel/ids.ts';
import { dateOf, isLocalDate, isLocalTime, timeOf } from '../../core/kernel/uk-time.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf } from '../forms/form.ts';
import { idOfForm } from '../forms/id-of-form.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { rightsOf } from '../residents/resident-view.ts';
import { type Seen, withResident } from '../residents/with-resident.ts';
import { idOf } from '../sign-in/signed-in.ts';
import { diaryPages } from './diary-pages.ts';
import { diaryRefusalWords } from './refusal-words.ts';
import { blankEntry, type EntryKind, readEntry, readEntryTime, typedEntry, typedFromEntry } from './typed-entry.ts';

type WithEntry = (c: Visit, seen: Seen, entry: DiaryEntry) => Response | Promise<Response>;

const isLocalDateTime = (text: string): boolean =>
  text.length === 16 && text[10] === 'T' && isLocalDate(dateOf(text)) && isLocalTime(timeOf(text));

/** Adding, moving and cancelling Visits and appointments. The Diary says from whom each entry is and as of when. */
export const diaryRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const seeing = withResident(needs, messages);
  const pages = diaryPages(show);
  const diaryNeeds = { ...needs, newId: needs.newToken };

  const changing = (handler: (c: Visit, seen: Seen) => Response | Promise<Response>) =>
    seeing((c, seen) => (rightsOf(seen).mayChangeDiary ? handler(c, seen) : messages.notAllowed(c)));

  const entryAt = async ({ resident }: Seen, at: string, id: string) =>
    (await needs.diaries.ofId(resident.council, resident.id, at, id))?.value;

  const withEntry = (handler: WithEntry) =>
    changing(async (c, seen) => {
      const [at, id] = [c.req.param('at') ?? '', c.req.param('entry') ?? ''];
      const entry = isLocalDateTime(at) && isId(id) ? await entryAt(seen, at, id) : undefined;
      return entry === undefined ? messages.notFound(c) : handler(c, seen, entry);
    });

  const planned = (handler: WithEntry) =>
    withEntry((c, seen, entry) => (isPlanned(entry) ? handler(c, seen, entry) : pages.conflict(c, seen)));

  const done = (c: Visit, { path }: Seen, what: 'entry-added' | 'entry-moved' | 'entry-cancelled') =>
    c.redirect(`${needs.base}${path}?done=${what}`, 303);

  const add = (kind: EntryKind) => async (c: Visit, seen: Seen) => {
    const typed = typedEntry(formOf(c));
    const read = readEntry(kind, typed, seen.words);
    if (read.kind === 'mistakes') return pages.add(c, seen, kind, typed, read.mistakes);
    const { acting, resident, words } = seen;
    const id = await idOfForm(resident.council, resident.id, idOf(acting), typed.key, JSON.stringify(read.value));
    const outcome = await addEntry({ ...needs, newId: () => id })({ acting, resident, entry: read.value });
    switch (outcome.kind) {
      case 'entry-added':
      case 'entry-moved':
      case 'entry-cancelled':
        return done(c, seen, 'entry-added');
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'no-such-entry':
      case 'changed-meanwhile': {
        // The same form, sent twice: what it asked for already stands.
        const stands = await entryAt(seen, read.value.at, id);
        const mistake = { field: 'what', text: words.diary.errors.tryAgain };
        return stands === undefined ? pages.add(c, seen, kind, typed, [mistake]) : done(c, seen, 'entry-added');
      }
      default:
        return pages.add(c, seen, kind, typed, [diaryRefusalWords(outcome, words)]);
    }
  };

  const move: WithEntry = async (c, seen, entry) => {
    const typed = typedEntry(formOf(c));
    const read = readEntryTime(typed, seen.words);
    if (read.kind === 'mistakes') return pages.move(c, seen, entry, typed, read.mistakes);
    const { acting, resident, words } = seen;
    const { at: to, until } = read.value;
    const isThere = async () => {
      const moved = await entryAt(seen, to, entry.id);
      return moved !== undefined && isPlanned(moved) && moved.until === until;
    };
    if (!isPlanned(entry)) return (await isThere()) ? done(c, seen, 'entry-moved') : pages.conflict(c, seen);
    const request = { acting, resident, at: entry.at, id: entry.id, to, ...(until === undefined ? {} : { until }) };
    const outcome = await moveEntry(diaryNeeds)(request);
    switch (outcome.kind) {
      case 'entry-added':
      case 'entry-moved':
      case 'entry-cancelled':
        return done(c, seen, 'entry-moved');
      case 'not-allowed':
        return messages.notAllowed(c);
      case 'no-such-entry':
      case 'changed-meanwhile':
        return (await isThere()) ? done(c, seen, 'entry-moved') : pages.conflict(c, seen);
      default:
        return pages.move(c, seen, entry, typed, [diaryRefusalWords(outcome, words)]);
    }
  };

  const cancel: WithEntry = async (c, seen, { at, id }) => {
    const { acting, resident } = seen;
    const outcome = await cancelEntry(diaryNeeds)({ acting, resident, at, id });
    if (outcome.kind === 'entry-cancelled') return done(c, seen, 'entry-cancelled');
    if (outcome.kind === 'not-allowed') return messages.notAllowed(c);
    const now = await entryAt(seen, at, id);
    const isCancelled = now?.state === 'cancelled' && now.lastAct.did === 'cancel-entry';
    return isCancelled ? done(c, seen, 'entry-cancelled') : pages.conflict(c, seen);
  };

  const form = (kind: EntryKind) => (c: Visit, seen: Seen) => pages.add(c, seen, kind, blankEntry(needs.newToken()));

  return new Hono<ConsoleEnv>()
    .get('/residents/:resident/diary/visit', changing(form('visit')))
    .post('/residents/:resident/diary/visit', changing(add('visit')))
    .get('/residents/:resident/diary/appointment', changing(form('appointment')))
    .post('/residents/:resident/diary/appointment', changing(add('appointment')))
    .get(
      '/residents/:resident/diary/:at/:entry/move',
      planned((c, seen, entry) => pages.move(c, seen, entry, typedFromEntry(entry))),
    )
    .post('/residents/:resident/diary/:at/:entry/move', withEntry(move))
    .get('/residents/:resident/diary/:at/:entry/cancel', planned(pages.cancel))
    .post('/residents/:resident/diary/:at/:entry/cancel', withEntry(cancel));
};
