import * as v from 'valibot';
import { entryTitle } from '../../../../lambda/console/diary/entry-words.ts';
import { labelInSentence } from '../../../../lambda/console/residents/reminder-words.ts';
import { wordsOf } from '../../../../lambda/console/words/words-of.ts';
import type { DiaryEntry } from '../../../../lambda/core/diary/diary-entry.ts';
import { dateOf, type LocalTime, timeOf } from '../../../../lambda/core/kernel/uk-time.ts';
import type { Reminder } from '../../../../lambda/core/reminders/reminder.ts';
import { firstTimeOf } from '../../../../lambda/core/timetable/recurrence.ts';
import { shownTime } from '../../../../lambda/render/time-words.ts';
import type { Told } from './delivery-sentences.ts';
import { DOERS, type Doer } from './doers.ts';
import { actorName, personName, residentName } from './whose.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const dayAndTime = (local: string): string => `${wordsOf('en').when.day(dateOf(local))}, ${shownTime(timeOf(local))}`;

const timeOfReminder = ({ recurrence, next }: Reminder): LocalTime =>
  next === undefined ? firstTimeOf(recurrence) : timeOf(next.local);

const nameOfReminder = (reminder: Reminder): string =>
  labelInSentence(reminder.label, timeOfReminder(reminder), wordsOf('en'));

const REMINDER_ACTS: Readonly<Record<string, readonly [did: string, by: Doer]>> = {
  'set-reminder': ['set', DOERS.setReminder],
  'change-reminder': ['changed', DOERS.changeReminder],
  'pause-reminder': ['paused', DOERS.pauseReminder],
  'resume-reminder': ['went on with', DOERS.resumeReminder],
  'cancel-reminder': ['cancelled', DOERS.cancelReminder],
};

/**
 * What a write of a Reminder means: an act of a person, or that it moved on to its next time by itself. Versions count every
 * write, acts only what people did.
 */
export const reminderSentence = (before: Reminder | undefined, after: Reminder, version: number): Told => {
  const { lastAct, residentId, next } = after;
  const isAct = before === undefined ? lastAct.number === version : before.lastAct.number !== lastAct.number;
  if (!isAct)
    return {
      by: DOERS.fireReminder,
      words: `Then ${nameOfReminder(before ?? after)} moved on. ${next === undefined ? 'It is not due again.' : `Next: ${dayAndTime(next.local)}.`}`,
    };
  const [did, by] = REMINDER_ACTS[lastAct.did] ?? ['changed', DOERS.changeReminder];
  return { by, words: `${actorName(lastAct.by)} ${did} ${nameOfReminder(after)} for ${residentName(residentId)}.` };
};

/** What a write of a Diary entry means. What the demo's care agency plans is told once, not for each Visit. */
export const diarySentence = (entry: DiaryEntry): Told => {
  const { lastAct, residentId } = entry;
  if (lastAct.by.kind === 'system') return { by: DOERS.planOn, words: 'The plan of visits was carried on.' };
  const who = actorName(lastAct.by);
  const what = `${entryTitle(entry, wordsOf('en'))}, ${dayAndTime(entry.at)}`;
  if (lastAct.did === 'add-entry')
    return { by: DOERS.addEntry, words: `${who} added to ${residentName(residentId)}’s diary: ${what}.` };
  if (lastAct.did === 'cancel-entry') return { by: DOERS.cancelEntry, words: `${who} cancelled: ${what}.` };
  return entry.state === 'planned'
    ? { by: DOERS.moveEntry, words: `${who} moved it. It is now: ${what}.` }
    : { by: DOERS.moveEntry, words: `Then the old time was closed: ${what}.` };
};

const alert = v.object({
  state: v.string(),
  content: v.optional(v.object({ words: v.optional(v.object({ title: v.optional(v.string(), '') })) })),
  lastAct: v.object({ did: v.string(), number: v.number(), by: v.object({ kind: v.string(), id: v.string() }) }),
  deliveries: v.optional(v.number(), 0),
});

const ALERT_ACTS: Readonly<Record<string, readonly [did: string, by: Doer]>> = {
  draft: ['began', DOERS.draftAlert],
  change: ['changed', DOERS.changeAlert],
  discard: ['discarded', DOERS.discardAlert],
  submit: ['submitted', DOERS.submitAlert],
  'take-back': ['took back', DOERS.takeBackAlert],
  return: ['returned', DOERS.returnAlert],
  reject: ['rejected', DOERS.rejectAlert],
  approve: ['approved', DOERS.approveAlert],
  stop: ['stopped', DOERS.stopAlert],
};

const ALERT_STATES: Readonly<Record<string, string>> = {
  releasing: 'is being released: from now on it can be stopped, not edited',
  released: 'is released: every Delivery is written',
  expired: 'has expired. Whatever still waited was closed',
};

/** What a write of an Alert means: an act of an Officer, or how far the worker has come with it. */
export const alertSentence = (before: unknown, now: unknown): Told => {
  const [was, is] = [v.safeParse(alert, before), v.safeParse(alert, now)];
  if (!is.success) return { by: DOERS.table, words: 'An Alert was written.' };
  const { lastAct, state, content, deliveries } = is.output;
  const title = content?.words?.title ?? '';
  const named = title === '' ? 'the alert' : `the alert “${title}”`;
  const known = ALERT_ACTS[lastAct.did];
  if (known !== undefined && (!was.success || was.output.lastAct.number !== lastAct.number))
    return { by: known[1], words: `${personName(lastAct.by.id)} ${known[0]} ${named}.` };
  if (was.success && was.output.state === state)
    return was.output.deliveries === deliveries
      ? { by: DOERS.lookAtAlert, words: `${capital(named)} was looked at: how far it has come was written down.` }
      : { by: DOERS.releaseChunk, words: `So far ${deliveries} Deliveries of ${named} are written.` };
  return { by: DOERS.lookAtAlert, words: `${capital(named)} ${ALERT_STATES[state] ?? `is ${state}`}.` };
};
