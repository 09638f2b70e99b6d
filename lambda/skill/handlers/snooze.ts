import { inboxOf } from '../../core/delivery/inbox.ts';
import { MINUTE } from '../../core/kernel/clock.ts';
import { localDateTime } from '../../core/kernel/uk-time.ts';
import { REMINDER_LABELS } from '../../core/reminders/reminder.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import { withPage } from '../turn.ts';
import { forSpeaker } from './set-reminder.ts';

const LEAST = 5;
const MOST = 240;
const USUAL = 10;

const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?$/;

/** Minutes of an AMAZON.DURATION slot (ISO 8601), from five minutes to four hours; ten where none is named. */
export const minutesAsked = (value: string | undefined): number => {
  const [, hours = '0', minutes = '0'] = DURATION.exec(value ?? '') ?? [];
  const asked = Number(hours) * 60 + Number(minutes);
  return asked === 0 ? USUAL : Math.min(MOST, Math.max(LEAST, asked));
};

/** The reminder that waits is told once more a little later. It is not put down as done, and not as "not yet" either. */
const tellLater = (needs: SkillNeeds): Answer =>
  withPage(needs, async (turn) => {
    const { page, now, voice } = turn;
    const [waiting] = inboxOf(page.deliveries, now).reminders;
    if (waiting === undefined)
      return { outcome: { kind: 'no-reminder-due' }, voice, said: { topic: 'plain', outcome: 'no-reminder-due' } };
    const named = waiting.content.kind === 'reminder' ? waiting.content.label : undefined;
    const label = REMINDER_LABELS.find((known) => known === named) ?? 'routine';
    const at = localDateTime(now + minutesAsked(turn.asked.slots.snoozeFor?.value) * MINUTE);
    const recurrence = { kind: 'once', at } as const;
    const outcome = await needs.setReminder(forSpeaker(turn), {
      label,
      recurrence,
      ladder: [],
      quietHoursConfirmed: true,
    });
    if (outcome.kind !== 'reminder-set')
      return { outcome: { kind: 'reminder-not-set' }, voice, said: { topic: 'doing', outcome: 'reminder-not-set' } };
    const { reminder, next } = outcome;
    return {
      outcome: {
        kind: 'reminder-set',
        next: next.local,
        often: 'once',
        label,
        changed: false,
        staysSilent: turn.echo.kind === 'consumer',
      },
      voice,
      said: { topic: 'reminder-set', id: reminder.id, changed: false },
    };
  });

/** "Tell me again in ten minutes." */
export const snooze = (needs: SkillNeeds): Feature => forIntents('snooze', ['SnoozeReminderIntent'], tellLater(needs));
