import type { Delivery } from '../../core/delivery/delivery.ts';
import { type DiaryEntry, endOf, isPlanned } from '../../core/diary/diary-entry.ts';
import {
  addDays,
  dateOf,
  type LocalDate,
  type LocalDateTime,
  localDateTime,
  timeOf,
} from '../../core/kernel/uk-time.ts';
import { mayActFor } from '../../core/people/may-act-for.ts';
import { unconfirmedOf } from '../../core/reminders/confirmed.ts';
import { type ListedOccurrence, remindersOnDay } from '../../core/reminders/list-reminders.ts';
import { entryPath, entrySource, entryTime, entryTitle, isToCome } from '../diary/entry-words.ts';
import type { Words } from '../words/en.ts';
import { deliveryWords } from './delivery-words.ts';
import { labelWords } from './reminder-words.ts';
import type { Seen } from './with-resident.ts';

/** One line of a day. `links` lead to what can be done with it; each says of what, for those who only hear the link. */
export type WeekItem = {
  readonly at: LocalDateTime;
  readonly time: string;
  readonly what: string;
  /** Where it stands: not due yet, over. */
  readonly state?: string;
  /** What is known of it, from evidence. */
  readonly told?: string;
  readonly small: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string; readonly of: string }[];
};

/** One day. `nothing` says what no item means: without a plan that reaches so far, not that nothing is planned. */
export type WeekDay = { readonly heading: string; readonly items: readonly WeekItem[]; readonly nothing: string };

const dayHeading = (day: LocalDate, today: LocalDate, { when }: Words): string => {
  if (day === today) return when.today(when.day(day));
  if (day === addDays(today, 1)) return when.tomorrow(when.day(day));
  return day === addDays(today, -1) ? when.yesterday(when.day(day)) : when.day(day);
};

const entryLinks = (entry: DiaryEntry, seen: Seen): WeekItem['links'] => {
  const { acting, resident, today, words, now } = seen;
  if (!isToCome(entry, now) || !mayActFor(acting, resident, 'change-diary', today)) return [];
  const of = words.residents.week.which(entryTitle(entry, words), entryTime(entry, words));
  return [
    { href: entryPath(entry, 'move'), text: words.residents.week.move, of },
    { href: entryPath(entry, 'cancel'), text: words.residents.week.cancel, of },
  ];
};

/** What was told of the latest change of an entry, if anything was. */
const toldOf = (entry: DiaryEntry, { page, now, words }: Seen): readonly string[] => {
  const told = page.deliveries.findLast(
    ({ source }) =>
      source.kind === 'diary' && source.entryId === `${entry.at}.${entry.id}` && source.act === entry.lastAct.number,
  );
  return told === undefined ? [] : [words.residents.week.toldOfIt(deliveryWords(told, now, words))];
};

const entryState = (entry: DiaryEntry, { now, words }: Seen): Pick<WeekItem, 'state' | 'told'> => {
  if (!isPlanned(entry)) return { told: words.residents.week.cancelled };
  return endOf(entry) <= localDateTime(now) ? { state: words.residents.week.ended } : {};
};

const entryItem = (entry: DiaryEntry, seen: Seen): WeekItem => ({
  at: entry.at,
  time: entryTime(entry, seen.words),
  what: entryTitle(entry, seen.words),
  ...entryState(entry, seen),
  small: [entrySource(entry, seen.today, seen.words), ...toldOf(entry, seen)],
  links: entryLinks(entry, seen),
});

const reminderItem = (
  at: LocalDateTime,
  label: string,
  stands: Pick<WeekItem, 'state' | 'told'>,
  words: Words,
): WeekItem => ({
  at,
  time: words.when.time(timeOf(at)),
  what: `${words.residents.reminderWord}: ${labelWords(label, words)}`,
  ...stands,
  small: [],
  links: [],
});

const firedItem = (delivery: Delivery, { now, words }: Seen): WeekItem =>
  reminderItem(
    delivery.due,
    delivery.content.kind === 'reminder' ? delivery.content.label : '',
    { told: deliveryWords(delivery, now, words) },
    words,
  );

const comingOn = (day: LocalDate, { page, now }: Seen): readonly ListedOccurrence[] => {
  const listed = remindersOnDay(page, day, now);
  return listed.kind === 'reminders' ? listed.occurrences.filter(({ state }) => state === 'coming') : [];
};

/** Reminders of one day: those that were due, with what is known of them, and those to come. */
const reminderItems = (day: LocalDate, seen: Seen): readonly WeekItem[] => {
  const fired = seen.page.deliveries.filter(({ source, due }) => source.kind === 'reminder' && dateOf(due) === day);
  const isFired = (one: ListedOccurrence) =>
    fired.some(
      ({ source }) =>
        source.kind === 'reminder' && source.reminderId === one.reminderId && source.occurrence === one.at,
    );
  const { coming } = seen.words.delivery;
  const unconfirmed = new Set(unconfirmedOf(seen.page.reminders, seen.resident).map(({ id }) => id));
  const stands = ({ reminderId }: ListedOccurrence) => ({
    state: unconfirmed.has(reminderId) ? seen.words.presence.confirm.coming : coming,
  });
  return [
    ...fired.map((delivery) => firedItem(delivery, seen)),
    ...comingOn(day, seen)
      .filter((one) => !isFired(one))
      .map((one) => reminderItem(one.at, one.label, stands(one), seen.words)),
  ];
};

const nothingWords = (day: LocalDate, { page, today, words }: Seen): string => {
  const { nothing, nothingKnown, nothingPast } = words.residents.week;
  if (day < today) return nothingPast;
  const { plan } = page.diary;
  return plan !== undefined && dateOf(plan.coversUntil) >= day ? nothing : nothingKnown;
};

/** Seven days from `first`: Visits, appointments and Reminders in order of time, each with what is known of it. */
export const weekOf = (first: LocalDate, entries: readonly DiaryEntry[], seen: Seen): readonly WeekDay[] =>
  [0, 1, 2, 3, 4, 5, 6].map((ahead) => {
    const day = addDays(first, ahead);
    const items = [
      ...entries.filter(({ at }) => dateOf(at) === day).map((entry) => entryItem(entry, seen)),
      ...reminderItems(day, seen),
    ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    return { heading: dayHeading(day, seen.today, seen.words), items, nothing: nothingWords(day, seen) };
  });
