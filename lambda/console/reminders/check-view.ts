import { deliveryOf } from '../../core/delivery/delivery.ts';
import type { Ladder } from '../../core/delivery/ladder.ts';
import type { Wording } from '../../core/delivery/wording.ts';
import { calendarDay, dateOf, localDateTime, timeOf } from '../../core/kernel/uk-time.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import { announcementOf } from '../../core/reminders/reminder-announcement.ts';
import type { WantedReminder } from '../../core/reminders/set-reminder.ts';
import { isMovedByClocks, nextOccurrences, type Occurrence } from '../../core/timetable/occurrence.ts';
import type { Recurrence } from '../../core/timetable/recurrence.ts';
import { echoWords } from '../residents/echos-of.ts';
import { labelWords, recurrenceWords } from '../residents/reminder-words.ts';
import type { Seen } from '../residents/with-resident.ts';

/** Who is told and when, one sentence for each rung. */
export const ladderWords = (ladder: Ladder, { resident, words }: Seen): readonly string[] => {
  const { check } = words.reminders;
  if (ladder.length === 0) return [check.tellNobody];
  return ladder.map(({ tell, afterMinutes }) => {
    const minutes = words.when.minutes(afterMinutes);
    if (tell.kind === 'desk') return check.tellDesk(minutes);
    const name = resident.circle.find(({ carerId }) => carerId === tell.carerId)?.name;
    return check.tellCarer(name ?? words.residents.attention.someone, minutes);
  });
};

/** On how many of its next times a Reminder is shown to come. */
const TIMES_SHOWN = 3;

const dueWords = (occurrence: Occurrence, { words, today }: Seen): string => {
  const local = localDateTime(occurrence.at);
  const isThisYear = calendarDay(dateOf(local)).year === calendarDay(today).year;
  const date = (isThisYear ? words.when.day : words.when.fullDay)(dateOf(local));
  const { dueAt, moved } = words.rules.check;
  return (isMovedByClocks(occurrence) ? moved : dueAt)(date, words.when.time(timeOf(local)));
};

/** The next times at which a rule comes, each with its day; none for what comes once, whose sentence says it. */
export const nextTimes = (recurrence: Recurrence, seen: Seen): readonly string[] =>
  recurrence.kind === 'once'
    ? []
    : nextOccurrences(recurrence, seen.now, TIMES_SHOWN).map((occurrence) => dueWords(occurrence, seen));

/** Which days a rule leaves out, one line each. */
const leftOutWords = (rule: Exclude<Recurrence, { kind: 'once' }>, { words }: Seen): readonly string[] => {
  const { check } = words.rules;
  const holidays = rule.kind === 'every-n-hours' ? undefined : rule.bankHolidays;
  const lines = [
    ...(holidays === undefined ? [] : [check.bankHolidays[holidays.instead]]),
    ...(rule.except ?? []).map(words.when.fullDay),
  ];
  return lines.length === 0 ? [check.none] : lines;
};

type Wanted = Omit<WantedReminder, 'quietHoursConfirmed'>;

const whenRow = (sentence: string, { words: { reminders } }: Seen) => ({
  key: reminders.check.when,
  lines: [sentence],
  part: 'when',
});

const labelRow = ({ label }: Wanted, { words }: Seen) => ({
  key: words.reminders.check.label,
  lines: [labelWords(label, words)],
  part: 'what',
});

const tellRow = ({ ladder }: Wanted, seen: Seen) => ({
  key: seen.words.reminders.check.tell,
  lines: ladderWords(ladder, seen),
  part: 'tell',
});

/** What a Reminder says, as rows to check; `sentence` says when, `part` is where it can be changed. */
export const wantedRows = (wanted: Wanted, sentence: string, seen: Seen) => [
  labelRow(wanted, seen),
  whenRow(sentence, seen),
  tellRow(wanted, seen),
];

/** When a rule comes next and which days it leaves out. */
const ruleRows = (recurrence: Recurrence, seen: Seen) => {
  const { check } = seen.words.rules;
  const next = nextTimes(recurrence, seen);
  return [
    ...(next.length === 0 ? [] : [{ key: check.next, lines: next }]),
    ...(recurrence.kind === 'once' ? [] : [{ key: check.off, lines: leftOutWords(recurrence, seen), part: 'off' }]),
  ];
};

/** The words of a Reminder at the first Echo that speaks by itself; a chime carries none. */
const previewOf = (
  wording: Wording,
  wanted: WantedReminder,
  next: Occurrence | undefined,
  echos: readonly Echo[],
  { resident }: Seen,
): string | undefined => {
  const speaking = echos.find(({ kind }) => kind === 'managed');
  if (speaking === undefined || next === undefined) return undefined;
  const { label, recurrence, ladder } = wanted;
  const reminder = { council: resident.council, residentId: resident.id, id: 'preview', label, recurrence, ladder };
  const announcement = announcementOf({ ...reminder, state: 'on', next, lastAct: resident.lastAct }, next);
  return wording(deliveryOf(announcement, next.at), resident, speaking.speakingLevel !== 'closed').speech;
};

/** What the page "Check your answers" shows: for whom, what was wanted, how and in which words it will be told, and quiet hours if they were confirmed. */
export const checkRows = (
  wording: Wording,
  wanted: WantedReminder,
  next: Occurrence | undefined,
  echos: readonly Echo[],
  seen: Seen,
) => {
  const { check } = seen.words.reminders;
  const echo = echoWords(echos, seen.resident.settings.nameToUse, seen.words);
  const speech = previewOf(wording, wanted, next, echos, seen);
  const quiet = wanted.quietHoursConfirmed ? [{ key: check.quiet, lines: [check.quietYes] }] : [];
  return [
    { key: check.for, lines: [seen.resident.fullName] },
    labelRow(wanted, seen),
    whenRow(recurrenceWords(wanted.recurrence, next, seen.today, seen.words), seen),
    ...ruleRows(wanted.recurrence, seen),
    tellRow(wanted, seen),
    ...quiet,
    { key: check.spoken, lines: [`${echo.kind}.`, echo.means] },
    ...(speech === undefined ? [] : [{ key: check.says, lines: [check.quoted(speech)] }]),
  ];
};
