import type { Log } from '../../core/kernel/log.ts';
import { addDays } from '../../core/kernel/uk-time.ts';
import { DELIVERY_DAYS_READ, DIARY_DAYS_READ, type ReadResidentPage } from '../../core/reminders/resident-page.ts';
import { parseDelivery, parseDiaryEntry, parseDiaryPlan, parseReminder } from './care-schema.ts';
import {
  ABOUT,
  DELIVERY,
  DIARY,
  datedRange,
  leftOffKey,
  mirrorKey,
  planKey,
  REMINDER,
  residentKey,
  residentPk,
} from './keys.ts';
import { leftOffsOf } from './left-off-items.ts';
import { listAll } from './list-all.ts';
import { parseMirror } from './mirror-items.ts';
import { parseResident } from './people-schema.ts';
import { readableItems } from './readable-items.ts';
import { liveReminders } from './reminder-items.ts';
import type { Table } from './table.ts';

/**
 * Three strong queries in one wave: about the person, the Diary ahead, the Deliveries of the last days. Only the person's own
 * row has to be readable; any other that is not is alarmed and left out.
 */
export const residentPageIn =
  (table: Table, log: Log): ReadResidentPage =>
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
    const person = about.find((item) => item.key.sk === residentKey(council, residentId).sk);
    if (person === undefined) return undefined;
    const plan = about.filter((item) => item.key.sk === planKey(council, residentId).sk);
    const mirror = about.filter((item) => item.key.sk === mirrorKey(council, residentId).sk);
    const reminders = about.filter((item) => item.key.sk.startsWith(REMINDER));
    const [kept] = readableItems(mirror, parseMirror, log);
    return {
      resident: parseResident(person.body),
      reminders: liveReminders(readableItems(reminders, parseReminder, log)),
      diary: {
        entries: readableItems(diary, parseDiaryEntry, log),
        plan: readableItems(plan, parseDiaryPlan, log)[0],
      },
      deliveries: readableItems(deliveries, parseDelivery, log),
      ...(kept === undefined ? {} : { mirror: kept }),
      leftOff: leftOffsOf(about.find((item) => item.key.sk === leftOffKey(council, residentId).sk)),
    };
  };
