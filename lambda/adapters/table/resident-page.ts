import { addDays } from '../../core/kernel/uk-time.ts';
import type { Reminder } from '../../core/reminders/reminder.ts';
import { DELIVERY_DAYS_READ, DIARY_DAYS_READ, type ReadResidentPage } from '../../core/reminders/resident-page.ts';
import { parseDelivery, parseDiaryEntry, parseDiaryPlan, parseReminder } from './care-schema.ts';
import { ABOUT, DELIVERY, DIARY, datedRange, planKey, REMINDER, residentKey, residentPk } from './keys.ts';
import { listAll } from './list-all.ts';
import { parseResident } from './people-schema.ts';
import { liveReminders } from './reminder-items.ts';
import type { Table } from './table.ts';

/** Three strong queries in one wave: about the person, the Diary ahead, the Deliveries of the last days. */
export const residentPageIn =
  (table: Table): ReadResidentPage =>
  async (council, residentId, today) => {
    const pk = residentPk(council, residentId);
    const [about, diary, deliveries] = await Promise.all([
      listAll(table, { pk, prefix: ABOUT, strong: true }),
      listAll(table, { pk, ...datedRange(DIARY, today, addDays(today, DIARY_DAYS_READ)), strong: true }),
      listAll(table, {
        pk,
        ...datedRange(DELIVERY, addDays(today, -DELIVERY_DAYS_READ), addDays(today, 1)),
        strong: true,
      }),
    ]);
    const at = (sk: string) => about.find((item) => item.key.sk === sk);
    const person = at(residentKey(council, residentId).sk);
    if (person === undefined) return undefined;
    const plan = at(planKey(council, residentId).sk);
    const reminders: readonly Reminder[] = about
      .filter((item) => item.key.sk.startsWith(REMINDER))
      .map((item) => parseReminder(item.body));
    return {
      resident: parseResident(person.body),
      reminders: liveReminders(reminders),
      diary: {
        entries: diary.map((item) => parseDiaryEntry(item.body)),
        plan: plan === undefined ? undefined : parseDiaryPlan(plan.body),
      },
      deliveries: deliveries.map((item) => parseDelivery(item.body)),
    };
  };
