import { addDays, dateOf, localDate, timeOf, weekdayOf } from '../core/kernel/uk-time.ts';
import { weekdayName } from './calendar-words.ts';
import { bareDayWords } from './day-words.ts';
import type { ReminderOften, ResumedOutcome, SetReminderSpoken } from './spoken-outcome.ts';
import { type Phrase, phraseOf } from './ssml.ts';
import { onlyIf, type Telling, telling } from './telling.ts';
import { timeWords } from './time-words.ts';
import type { Voice } from './voice.ts';

type Told = Extract<SetReminderSpoken, { readonly often: ReminderOften }>;

/** Every value is said, so that the yes is about all of them: what, which day or days, and what time. */
const whole = ({ next, often, label }: Told, voice: Voice): readonly Phrase[] => {
  const { say } = voice;
  const day = often === 'once' ? bareDayWords(dateOf(next), voice) : say(`set.${often}`);
  return [
    say('set.to-set', { reminder: say(`reminder.${label}`), day }),
    say('set.time', { time: timeWords(timeOf(next)) }),
  ];
};

/**
 * The same about a reminder that stands already. What it is about was not said by whoever asks, and somebody else may be listening:
 * a closed Echo leaves it out.
 */
const wholeOfStanding = (outcome: Told, voice: Voice): readonly Phrase[] =>
  whole(voice.level === 'closed' ? { ...outcome, label: 'routine' } : outcome, voice);

const sentences = (outcome: SetReminderSpoken, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'asks-for-reminder':
    case 'which-one-to-do':
      return [];
    case 'reminder-to-set':
      return [
        ...(outcome.changes ? wholeOfStanding : whole)(outcome, voice),
        onlyIf(outcome.isQuiet, () => say('set.quiet')),
      ];
    case 'reminder-to-cancel':
      return wholeOfStanding(outcome, voice);
    case 'reminder-set':
      return [
        say(outcome.changed ? 'set.changed' : 'set.done'),
        ...(outcome.changed ? wholeOfStanding : whole)(outcome, voice),
        onlyIf(outcome.staysSilent, () => say('set.silent')),
      ];
    case 'reminder-cancelled':
      return [say('set.cancelled')];
    case 'reminder-not-by-voice':
      return [say('set.not-by-voice')];
    case 'reminder-too-many':
      return [say('set.too-many')];
    case 'reminder-not-set':
      return [say('set.not-set')];
    case 'reminder-time-gone':
      return [say('set.time-gone')];
    case 'reminder-same-time':
      return [say('set.same-time')];
  }
};

/** A reminder that is set, changed or cancelled by speaking. What somebody asked for themselves is said back on every Echo. */
export const renderSetReminder = (outcome: SetReminderSpoken, voice: Voice): Telling =>
  telling(voice.say('reminders.title'), sentences(outcome, voice), outcome.kind === 'reminder-set' ? 'done' : 'calm');

/** "Tuesday", "today", "tomorrow": a day as it owns something. */
const owningDay = (day: string, { say, now }: Voice): Phrase => {
  const today = localDate(now);
  if (day === today) return say('resume.today');
  return day === addDays(today, 1) ? say('resume.tomorrow') : phraseOf(weekdayName(weekdayOf(day)));
};

/** What was going on when a conversation broke off; nothing is said about the silence. */
export const renderResumed = (outcome: ResumedOutcome, voice: Voice): Telling => {
  const { say } = voice;
  switch (outcome.about) {
    case 'call':
      return telling(say('calls.title'), [say('resume.call')]);
    case 'list':
      return telling(say('control.title'), [say('resume.list', { list: say(`choice.${outcome.list}`) })]);
    case 'reminder': {
      const { day } = outcome;
      const lead =
        day === undefined ? say('resume.reminder') : say('resume.reminder-day', { day: owningDay(day, voice) });
      return telling(say('reminders.title'), [lead]);
    }
  }
};
