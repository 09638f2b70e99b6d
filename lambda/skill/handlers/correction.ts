import { PARTS_OF_DAY } from '../../core/diary/part-of-day.ts';
import type { Asked } from '../asked.ts';
import { type Answer, type Feature, forIntents } from '../feature.ts';
import type { SkillNeeds } from '../needs.ts';
import type { Said, SaidList } from '../said.ts';
import { tellAppointments } from './appointments.ts';
import { chooseReminder } from './change-reminder.ts';
import { repair } from './fallback.ts';
import { tellOneReminder, tellReminders } from './reminders.ts';
import { addToDraft, draftIn } from './set-reminder.ts';
import { tellVisits } from './visits.ts';

/** The list that was last told, for another day or part of a day; visits where nothing else was spoken of. */
const otherList = (said: Said | undefined, { slots }: Asked): SaidList => {
  const part = PARTS_OF_DAY.find((known) => known === slots.partOfDay?.id?.toLowerCase());
  const topic =
    said?.topic === 'appointments' || said?.topic === 'next-appointment'
      ? 'appointments'
      : said?.topic === 'reminders' || said?.topic === 'one-reminder' || said?.topic === 'reminders-due'
        ? 'reminders'
        : 'visits';
  const day = slots.day?.value ?? (said !== undefined && 'day' in said ? said.day : undefined);
  return {
    topic,
    ...(day === undefined ? {} : { day }),
    ...(part === undefined || topic !== 'visits' ? {} : { part }),
    from: 0,
  };
};

const tellList = (needs: SkillNeeds, list: SaidList): Answer => {
  switch (list.topic) {
    case 'appointments':
      return tellAppointments(needs)(list);
    case 'reminders':
      return tellReminders(needs)(list);
    case 'visits':
      return tellVisits(needs)(list);
  }
};

const isReminderTopic = (said: Said | undefined): boolean =>
  said?.topic === 'reminders' || said?.topic === 'one-reminder' || said?.topic === 'reminders-due';

const corrected =
  (needs: SkillNeeds): Answer =>
  (asked) => {
    const { asks, said, before } = asked.session;
    const { day, reminderTime, partOfDay } = asked.slots;
    if (draftIn(asks) !== undefined) return addToDraft(needs)(asked);
    if (asks?.kind === 'which-one') return chooseReminder(needs, asks.to)(asked);
    const about = said === undefined || said.topic === 'welcome' ? (before ?? said) : said;
    if (reminderTime !== undefined && (isReminderTopic(about) || day === undefined))
      return tellOneReminder(needs)({ topic: 'one-reminder', time: reminderTime.value })(asked);
    if (day === undefined && partOfDay?.id === undefined) return repair(needs)(asked);
    return tellList(needs, otherList(about, asked))(asked);
  };

/** "No, Tuesday." "And on Friday?" "Not that." What was spoken of stays, and what was said now takes its place in it. */
export const correction = (needs: SkillNeeds): Feature =>
  forIntents('correction', ['CorrectionIntent'], corrected(needs));
