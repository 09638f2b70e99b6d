import { Hono } from 'hono';
import { unconfirmedOf } from '../../core/reminders/confirmed.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { labelWords, reminderSentence } from '../residents/reminder-words.ts';
import { rightsOf } from '../residents/resident-view.ts';
import { type Seen, withResident } from '../residents/with-resident.ts';

/** What was just done, as the address says it. */
const doneWords = (c: Visit, { words, resident }: Seen): string | undefined => {
  const done = c.req.query('done');
  if (done === 'came-home') return words.presence.done['came-home'](resident.settings.nameToUse);
  return done === 'confirm-reminder' ? words.reminders.page.done['confirm-reminder'] : undefined;
};

/** The Reminders that wait since a homecoming: keep, change or cancel each. */
export const confirmRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) =>
  new Hono<ConsoleEnv>().get(
    '/residents/:resident/confirm-reminders',
    withResident(
      needs,
      messages,
    )((c, seen) => {
      const { resident, page, words, today, path } = seen;
      if (!rightsOf(seen).mayRemind) return messages.notAllowed(c);
      const name = resident.settings.nameToUse;
      return show(c, {
        view: 'confirm-reminders',
        title: words.presence.confirm.title,
        back: path,
        done: doneWords(c, seen),
        data: {
          path,
          name: resident.fullName,
          lead: words.presence.confirm.lead(name),
          toResident: words.presence.confirm.toResident(name),
          reminders: unconfirmedOf(page.reminders, resident).map((reminder) => ({
            id: reminder.id,
            path: `${path}/reminders/${reminder.id}`,
            title: labelWords(reminder.label, words),
            sentence: reminderSentence(reminder, today, words),
            act: reminder.lastAct.number,
          })),
        },
      });
    }),
  );
