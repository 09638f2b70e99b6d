import { deliveryOf } from '../../core/delivery/delivery.ts';
import type { Ladder } from '../../core/delivery/ladder.ts';
import type { Wording } from '../../core/delivery/wording.ts';
import type { Echo } from '../../core/pairing/echo.ts';
import { announcementOf } from '../../core/reminders/reminder-announcement.ts';
import type { WantedReminder } from '../../core/reminders/set-reminder.ts';
import type { Occurrence } from '../../core/timetable/occurrence.ts';
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

/** What a Reminder says, as rows to check; `sentence` says when, `part` is where it can be changed. */
export const wantedRows = (wanted: Omit<WantedReminder, 'quietHoursConfirmed'>, sentence: string, seen: Seen) => {
  const { check } = seen.words.reminders;
  return [
    { key: check.label, lines: [labelWords(wanted.label, seen.words)], part: 'what' },
    { key: check.when, lines: [sentence], part: 'when' },
    { key: check.tell, lines: ladderWords(wanted.ladder, seen), part: 'tell' },
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
    ...wantedRows(wanted, recurrenceWords(wanted.recurrence, next, seen.today, seen.words), seen),
    ...quiet,
    { key: check.spoken, lines: [`${echo.kind}.`, echo.means] },
    ...(speech === undefined ? [] : [{ key: check.says, lines: [check.quoted(speech)] }]),
  ];
};
