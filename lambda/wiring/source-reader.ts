import { readAlertSource } from '../core/alerts/alert-source.ts';
import type { Digest } from '../core/alerts/alerts.ts';
import type { ReadSource } from '../core/delivery/announcement.ts';
import { readDiarySource } from '../core/diary/read-diary-source.ts';
import { readReminderSource } from '../core/reminders/reminder-announcement.ts';
import type { CareStores } from './care-stores.ts';

/** One reader for each kind of source: an occurrence of a Reminder, a change of the Diary, an Alert. */
export const sourceReader = (stores: CareStores, digest: Digest): ReadSource => {
  const reminder = readReminderSource(stores);
  const diary = readDiarySource(stores);
  const alert = readAlertSource({ ...stores, digest });
  return async (announcement) => {
    const { source } = announcement;
    switch (source.kind) {
      case 'reminder':
        return reminder(announcement, source);
      case 'diary':
        return diary(announcement, source);
      case 'alert':
        return alert(announcement, source);
    }
  };
};
