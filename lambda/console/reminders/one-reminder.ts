import { isId } from '../../core/kernel/ids.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import type { ConsoleNeeds } from '../console-needs.ts';
import type { Visit } from '../pages/console-env.ts';
import type { MessagePages } from '../pages/message-page.ts';
import { type Seen, withResident } from '../residents/with-resident.ts';

type Handler = (c: Visit, seen: Seen, reminder: Reminder) => Response | Promise<Response>;

/** Reads the Reminder that a path names, strongly; cancelled ones too. One that is not this Resident's is not there. */
export const withReminder = (needs: ConsoleNeeds, messages: MessagePages) => {
  const seeing = withResident(needs, messages);
  return (handler: Handler) =>
    seeing(async (c, seen) => {
      const id = c.req.param('reminder') ?? '';
      const { council } = seen.resident;
      const stored = isId(id) ? await needs.reminders.ofId(council, seen.resident.id, id) : undefined;
      return stored === undefined ? messages.notFound(c) : handler(c, seen, stored.value);
    });
};
