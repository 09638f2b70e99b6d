import { Hono } from 'hono';
import { addDays, localDate } from '../../core/kernel/uk-time.ts';
import { mayActFor } from '../../core/people/may-act-for.ts';
import { standingOf } from '../../core/people/resident.ts';
import { unconfirmedOf } from '../../core/reminders/confirmed.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import { tellingNow } from '../telling/telling-view.ts';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words-of.ts';
import { attentionWords, needsAttention } from './attention.ts';
import { echoTruth } from './echo-truth.ts';
import { echosOf, echoWords } from './echos-of.ts';
import { mayForget } from './forget-routes.ts';
import { keptOnEchos } from './kept-on-echo.ts';
import { phraseCardPage } from './phrase-card.ts';
import { longUnplaced } from './placement-words.ts';
import { presenceView } from './presence-view.ts';
import { accessNeedWords, planWords, reminderList, rightsOf, standingWords } from './resident-view.ts';
import { mayPairScreen } from './screen-routes.ts';
import { settingsWords } from './settings-words.ts';
import { weekOf } from './week.ts';
import { type Seen, withResident } from './with-resident.ts';

/** The Residents whose circle of care holds today, with how many things need attention: read one by one, because a Carer has few. */
const carersResidents = async (needs: ConsoleNeeds, c: Visit, words: Words) => {
  const { acting } = signedInOf(c);
  if (acting.kind !== 'carer') return [];
  const now = needs.clock();
  const today = localDate(now);
  const ids = [...new Set(acting.carer.residents)];
  const pages = await Promise.all(ids.map((id) => needs.readPage(needs.council, id, today)));
  return pages
    .filter((page) => page !== undefined)
    .filter(({ resident }) => mayActFor(acting, resident, 'see', today))
    .map(({ resident, deliveries, reminders }) => {
      const waits = unconfirmedOf(reminders, resident).length > 0 ? 1 : 0;
      const count = needsAttention(deliveries, now).length + waits;
      return {
        name: resident.fullName,
        href: `/residents/${resident.id}`,
        standing: standingWords(resident, words, today),
        attention: count === 0 ? words.residents.nothingNeeded : words.residents.needsYou(count),
        isWanted: count > 0,
      };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
};

const listResidents = (needs: ConsoleNeeds, show: ShowPage) => async (c: Visit) => {
  const { acting } = signedInOf(c);
  if (acting.kind === 'officer')
    return c.redirect(`${needs.base}/${acting.officer.rights.includes('see') ? 'homes' : 'alerts'}`, 303);
  const words = wordsOf(c.get('language'));
  return show(c, {
    view: 'residents',
    title: words.residents.yourResidents,
    current: 'residents',
    data: { residents: await carersResidents(needs, c, words) },
  });
};

const WEEKS = { past: -7, coming: 0, later: 7 } as const;
type WeekName = keyof typeof WEEKS;

/** The Diary of a week that is over is not on the page that every turn of speech reads. */
const entriesOf = async (needs: ConsoleNeeds, { page, resident, today }: Seen, week: WeekName) =>
  week === 'past'
    ? needs.diaries.between(resident.council, resident.id, addDays(today, -7), addDays(today, -1))
    : page.diary.entries;

const weekTitle = (week: WeekName, { residents }: Words): string =>
  ({ past: residents.week.past, coming: residents.week.title, later: residents.week.later })[week];

/** What was just done, as the address says it; a word from a closed list. */
const doneWords = (c: Visit, words: Words): string | undefined => {
  const done = c.req.query('done');
  if (done === 'reminder-cancelled') return words.reminders.cancel.done;
  if (done === 'screen-paired') return words.screens.done;
  if (done === 'telling-changed') return words.telling.saved;
  return done === 'entry-added' || done === 'entry-moved' || done === 'entry-cancelled'
    ? words.diary.done[done]
    : undefined;
};

const presenceDone = (c: Visit, { words, resident }: Seen): string | undefined => {
  const done = c.req.query('done');
  const name = resident.settings.nameToUse;
  const { done: said } = words.presence;
  return done === 'came-home' || done === 'went-away' || done === 'ended' ? said[done](name) : undefined;
};

const showResident = (needs: ConsoleNeeds, show: ShowPage, week: WeekName) => async (c: Visit, seen: Seen) => {
  const { resident, words, now, today, page, path, acting } = seen;
  const name = resident.settings.nameToUse;
  const council = await needs.councilOf(needs.council);
  const [pairsScreen, echos, signs, entries, acts] = await Promise.all([
    mayPairScreen(needs, seen),
    echosOf(needs, resident),
    needs.homeSigns.ofHome(resident.council, resident.homeId),
    entriesOf(needs, seen, week),
    needs.audit.of(resident.council, `RES#${resident.id}`),
  ]);
  const attention = [
    ...needsAttention(page.deliveries, now).map((delivery) => attentionWords(delivery, resident, today, words)),
    ...longUnplaced(seen, echos),
  ];
  return show(c, {
    view: 'resident',
    title: resident.fullName,
    current: acting.kind === 'carer' ? 'residents' : 'homes',
    back: acting.kind === 'carer' ? '/residents' : `/homes/${resident.homeId}`,
    done: presenceDone(c, seen) ?? doneWords(c, words),
    data: {
      name,
      path,
      standing: standingWords(resident, words, today),
      presence: presenceView(acts, seen),
      accessNeeds: accessNeedWords(resident, words),
      attention,
      echo: echoWords(echos, name, words),
      truth: echoTruth(echos, signs, await keptOnEchos(needs, resident, echos), seen),
      pairsScreen,
      weekTitle: weekTitle(week, words),
      week,
      days: weekOf(addDays(today, WEEKS[week]), entries, seen),
      plan: planWords(seen, council),
      telling: tellingNow(seen),
      speaks: settingsWords(resident.settings, words),
      reminders: reminderList(seen),
      /** What the Echo will do is only said of somebody it may speak to now. */
      mayBeTold: standingOf(resident) === 'may-be-told',
      mayForget: mayForget(seen),
      ...rightsOf(seen),
    },
  });
};

/** A Carer's Residents, and one Resident's page with the coming week, the last one and the one after. */
export const residentRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const seeing = withResident(needs, messages);
  return new Hono<ConsoleEnv>()
    .get('/residents', listResidents(needs, show))
    .get('/residents/:resident', seeing(showResident(needs, show, 'coming')))
    .get('/residents/:resident/phrase-card', seeing(phraseCardPage(needs, show)))
    .get('/residents/:resident/last-week', seeing(showResident(needs, show, 'past')))
    .get('/residents/:resident/later', seeing(showResident(needs, show, 'later')));
};
