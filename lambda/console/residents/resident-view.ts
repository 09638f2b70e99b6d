import { ageOf } from '../../core/diary/who-is-coming.ts';
import { addDays, dateOf, type LocalDate } from '../../core/kernel/uk-time.ts';
import type { Council } from '../../core/people/council.ts';
import { mayActFor } from '../../core/people/may-act-for.ts';
import { type Resident, standingOf } from '../../core/people/resident.ts';
import { overdueWords } from '../set-up/consent-view.ts';
import type { Words } from '../words/en.ts';
import { momentWords } from './moment.ts';
import { stateOf } from './presence-view.ts';
import { labelWords, reminderSentence } from './reminder-words.ts';
import type { Seen } from './with-resident.ts';

/** Why nothing is told to a Resident, or may soon not be: consent and its review, presence. */
export const standingWords = (resident: Resident, words: Words, today: LocalDate): readonly string[] => {
  const { standing } = words.residents;
  const { presence, consent, settings } = resident;
  const name = settings.nameToUse;
  if (presence.kind === 'ended') return [standing.ended(name)];
  const withdrawn =
    consent.state === 'given'
      ? overdueWords(consent, today, words)
      : [consent.state === 'withdrawn' ? standing.withdrawn(name) : standing.notAsked(name)];
  if (presence.kind === 'home') return withdrawn;
  const until =
    presence.until === undefined ? standing.awayNoEnd : standing.awayUntil(words.when.fullDay(presence.until));
  const away = [
    standing.away[presence.reason](name),
    standing.awaySince(words.when.day(presence.since)),
    until,
    standing.awayMeans,
  ];
  return [...withdrawn, away.join(' ')];
};

/** How much is known of the Visits to come: from whom, as of when, until when, and whether that is old. */
export const planWords = ({ page, now, today, words }: Seen, council: Council) => {
  const { plan } = page.diary;
  const { residents, diary, when } = words;
  if (plan === undefined) return { lines: [residents.plan.none(page.resident.settings.nameToUse)], isOld: false };
  const lines = [residents.plan.known(diary.sources[plan.source], momentWords(plan.asOf, today, words))];
  const endsSoon = dateOf(plan.coversUntil) < addDays(today, 6);
  return {
    lines: endsSoon ? [...lines, residents.plan.runsUntil(when.fullDay(dateOf(plan.coversUntil)))] : lines,
    isOld: ageOf(plan, now, council.diaryFreshForMinutes) !== undefined,
  };
};

/** The Reminders of a Resident, each with its sentence and state. */
export const reminderList = (seen: Seen) => {
  const { page, today, words, path } = seen;
  return page.reminders.map((reminder) => {
    const state = stateOf(reminder, seen);
    return {
      title: labelWords(reminder.label, words),
      sentence: reminderSentence(reminder, today, words),
      state: words.residents.states[state],
      isOn: state === 'on',
      href: `${path}/reminders/${reminder.id}`,
    };
  });
};

const isSetUp = (resident: Resident): boolean => ['may-be-told', 'away'].includes(standingOf(resident));

/** What the person signed in may do for this Resident. */
export const rightsOf = ({ acting, resident, today }: Seen) => ({
  mayRemind: mayActFor(acting, resident, 'set-reminders', today),
  /** Nothing new is set for somebody who withdrew or is gone; what stands may still be paused or cancelled. */
  mayAddReminder: mayActFor(acting, resident, 'set-reminders', today) && isSetUp(resident),
  mayChangeDiary: mayActFor(acting, resident, 'change-diary', today),
});

export const accessNeedWords = (resident: Resident, { residents }: Words): readonly string[] =>
  resident.settings.accessNeeds.map((need) => residents.needs[need]);
