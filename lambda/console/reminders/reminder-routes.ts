import { Hono } from 'hono';
import type { Resident } from '../../core/people/resident.ts';
import {
  type ChangeReminderOutcome,
  cancelReminder,
  confirmReminder,
  type OneReminder,
  pauseReminder,
  resumeReminder,
} from '../../core/reminders/change-reminder.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { nextOccurrence } from '../../core/timetable/occurrence.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import { formOf, one } from '../forms/form.ts';
import type { ConsoleEnv, Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import type { ShowPage } from '../pages/show-page.ts';
import { echosOf } from '../residents/echos-of.ts';
import { labelWords, reminderSentence } from '../residents/reminder-words.ts';
import { rightsOf } from '../residents/resident-view.ts';
import { type Seen, withResident } from '../residents/with-resident.ts';
import { withReminder } from './one-reminder.ts';
import { reminderPage } from './reminder-page.ts';
import { reminderPages, type Work } from './reminder-pages.ts';
import { sentReminder } from './set-reminder-form.ts';
import { typedFrom } from './typed-from.ts';
import { blankReminder } from './typed-reminder.ts';

type Acts = (request: OneReminder) => Promise<ChangeReminderOutcome>;

/** Setting, looking at, changing, pausing, going on with and cancelling a Resident's Reminders. */
export const reminderRoutes = (needs: ConsoleNeeds, show: ShowPage, messages: MessagePages) => {
  const seeing = withResident(needs, messages);
  const withOne = withReminder(needs, messages);
  const pages = reminderPages(needs, show);
  const sent = sentReminder(needs, pages, messages);
  const page = reminderPage(needs, show);
  const setNeeds = { ...needs, newId: needs.newToken };

  const homeOf = async (resident: Resident): Promise<Pick<Work, 'echos' | 'nation'>> => {
    const [home, echos] = await Promise.all([
      needs.homes.ofId(resident.council, resident.homeId),
      echosOf(needs, resident),
    ]);
    return { echos, nation: home?.value.nation };
  };
  const adding = async ({ path, resident }: Seen): Promise<Work> => ({
    action: `${path}/reminders/new`,
    changing: undefined,
    ...(await homeOf(resident)),
  });
  const changing = async ({ path, resident }: Seen, reminder: Reminder): Promise<Work> => ({
    action: `${path}/reminders/${reminder.id}/change`,
    changing: reminder,
    ...(await homeOf(resident)),
  });

  const gone = (c: Visit, { words, path }: Seen) =>
    show(c, {
      view: 'message',
      title: words.reminders.conflict.title,
      status: 409,
      back: path,
      alsoAt: path,
      data: { lines: [words.reminders.conflict.gone] },
    });

  /** One act on one Reminder, from a button. What the button was pressed for may no longer stand. */
  const acted = (acts: Acts) =>
    withOne(async (c, seen, reminder) => {
      const { acting, resident, path, words } = seen;
      const act = Number(one(formOf(c), 'act'));
      const outcome = await acts({ acting, resident, canReply: true, reminderId: reminder.id, act });
      switch (outcome.kind) {
        case 'reminder-cancelled':
          return c.redirect(`${needs.base}${path}?done=reminder-cancelled`, 303);
        case 'reminder-confirmed':
          return c.redirect(`${needs.base}${path}/confirm-reminders?done=confirm-reminder`, 303);
        case 'reminder-changed':
        case 'reminder-paused':
        case 'reminder-resumed':
          return c.redirect(`${needs.base}${path}/reminders/${reminder.id}?done=${outcome.reminder.lastAct.did}`, 303);
        case 'changed-meanwhile': {
          const { conflict } = words.reminders;
          return show(c, {
            view: 'reminder-changed',
            title: conflict.title,
            status: 409,
            back: `${path}/reminders/${reminder.id}`,
            alsoAt: `${path}/reminders/${reminder.id}`,
            data: { see: `${path}/reminders/${reminder.id}` },
          });
        }
        case 'no-such-reminder':
          return gone(c, seen);
        case 'not-allowed':
          return messages.notAllowed(c);
        case 'same-time-already': {
          const text = words.reminders.errors.sameTime(labelWords(outcome.reminder.label, words));
          return page(c, seen, reminder, [{ field: 'act', text }]);
        }
        case 'nothing-may-be-sent':
          return page(c, seen, reminder, [
            { field: 'act', text: words.reminders.errors.nothingMayBeSent[outcome.standing] },
          ]);
        default:
          return page(c, seen, reminder, [{ field: 'act', text: words.reminders.errors.timeHasPassed }]);
      }
    });

  const mayRemind = (handler: (c: Visit, seen: Seen, reminder: Reminder) => Response | Promise<Response>) =>
    withOne((c, seen, reminder) => {
      if (!rightsOf(seen).mayRemind) return messages.notAllowed(c);
      return reminder.state === 'cancelled' ? messages.notFound(c) : handler(c, seen, reminder);
    });

  return new Hono<ConsoleEnv>()
    .get(
      '/residents/:resident/reminders/new',
      seeing(async (c, seen) =>
        rightsOf(seen).mayRemind
          ? pages.part(c, seen, await adding(seen), { part: 'what', typed: blankReminder(needs.newToken()) })
          : messages.notAllowed(c),
      ),
    )
    .post(
      '/residents/:resident/reminders/new',
      seeing(async (c, seen) =>
        rightsOf(seen).mayRemind ? sent(c, seen, await adding(seen)) : messages.notAllowed(c),
      ),
    )
    .get('/residents/:resident/reminders/:reminder', withOne(page))
    .get(
      '/residents/:resident/reminders/:reminder/change',
      mayRemind(async (c, seen, reminder) => {
        const { label, recurrence, ladder } = reminder;
        const wanted = { label, recurrence, ladder, quietHoursConfirmed: false };
        const next = nextOccurrence(recurrence, seen.now);
        return pages.check(c, seen, await changing(seen, reminder), typedFrom(reminder), wanted, next);
      }),
    )
    .post(
      '/residents/:resident/reminders/:reminder/change',
      withOne(async (c, seen, reminder) => {
        if (!rightsOf(seen).mayRemind) return messages.notAllowed(c);
        return reminder.state === 'cancelled' ? gone(c, seen) : sent(c, seen, await changing(seen, reminder));
      }),
    )
    .post('/residents/:resident/reminders/:reminder/pause', acted(pauseReminder(setNeeds)))
    .post('/residents/:resident/reminders/:reminder/confirm', acted(confirmReminder(setNeeds)))
    .post('/residents/:resident/reminders/:reminder/resume', acted(resumeReminder(setNeeds)))
    .get(
      '/residents/:resident/reminders/:reminder/cancel',
      mayRemind((c, { path, words, today }, reminder) =>
        show(c, {
          view: 'reminder-cancel',
          title: words.reminders.cancel.title,
          back: `${path}/reminders/${reminder.id}`,
          data: {
            path: `${path}/reminders/${reminder.id}`,
            act: reminder.lastAct.number,
            label: labelWords(reminder.label, words),
            sentence: reminderSentence(reminder, today, words),
          },
        }),
      ),
    )
    .post('/residents/:resident/reminders/:reminder/cancel', acted(cancelReminder(setNeeds)));
};
