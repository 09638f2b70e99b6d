import type { CallBack } from '../../../lambda/core/call-backs/call-back.ts';
import { type Delivery, deliveryOf } from '../../../lambda/core/delivery/delivery.ts';
import type { DiaryEntry } from '../../../lambda/core/diary/diary-entry.ts';
import { HOUR, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, type LocalDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Reminder, ReminderLabel } from '../../../lambda/core/reminders/reminder.ts';
import { announcementOf } from '../../../lambda/core/reminders/reminder-announcement.ts';
import { nextOccurrence, occurrenceAt } from '../../../lambda/core/timetable/occurrence.ts';
import { TUESDAY_AT_TEN, type World } from './world.ts';

const seed = { number: 1, at: TUESDAY_AT_TEN - 48 * HOUR, by: { kind: 'system', id: 'seed' }, did: 'seed' } as const;

export const aReminder = (over: Partial<Reminder> & { id: string; time?: string }): Reminder => {
  const { time = '08:00', ...rest } = over;
  const recurrence = { kind: 'daily', time, from: '2026-11-01' } as const;
  const next = nextOccurrence(over.recurrence ?? recurrence, TUESDAY_AT_TEN);
  return {
    council: 'harbour',
    residentId: 'res-margaret',
    label: 'drink',
    recurrence,
    ladder: [],
    state: 'on',
    lastAct: seed,
    ...(next === undefined ? {} : { next }),
    ...rest,
  };
};

/** A Delivery of a Reminder, due then, in whatever state. */
export const aDelivery = (
  due: LocalDateTime,
  over: Partial<Delivery> = {},
  label: ReminderLabel = 'drink',
): Delivery => {
  const id = `reminder-${due.replace(/\D/g, '')}`;
  const reminder = aReminder({ id, label, ladder: over.ladder ?? [] });
  const fresh = deliveryOf(announcementOf(reminder, occurrenceAt(due)), instantOf(due));
  return { ...fresh, ...over };
};

export const anEntry = (over: Partial<DiaryEntry> & { id: string; at: LocalDateTime }): DiaryEntry => {
  const visit = {
    council: 'harbour',
    residentId: 'res-margaret',
    kind: 'visit',
    what: 'care-visit',
    state: 'planned',
    source: 'care-agency',
    asOf: TUESDAY_AT_TEN - 2 * HOUR,
    lastAct: seed,
  } as const;
  return { ...visit, ...over } as DiaryEntry;
};

export const aCallBack = (over: Partial<CallBack> & { id: string }): CallBack => ({
  council: 'harbour',
  residentId: 'res-margaret',
  origin: 'resident',
  askedAt: TUESDAY_AT_TEN - HOUR,
  state: 'asked',
  notes: [],
  lastAct: seed,
  ...over,
});

const tell = [{ afterMinutes: 30, tell: { kind: 'carer', carerId: 'carer-mark' } }] as const;

/** Margaret has had a week: Reminders told, done and unanswered, Visits and appointments, a plan from the agency, and two call-backs. */
export const busyWeek = async ({ stores }: World): Promise<void> => {
  const at = (local: LocalDateTime) => instantOf(local);
  const sent = (local: LocalDateTime) => [{ at: at(local), channel: 'smart-properties', came: 'sent' }] as const;
  for (const delivery of [
    aDelivery('2026-11-24T08:00', {
      state: 'acknowledged',
      attempts: sent('2026-11-24T08:00'),
      acknowledged: { at: at('2026-11-24T08:10'), reply: 'done', by: 'voice' },
    }),
    aDelivery('2026-11-24T09:00', {
      state: 'sent',
      attempts: [...sent('2026-11-24T09:00'), { at: at('2026-11-24T09:30'), channel: 'carer-page', came: 'sent' }],
      ladder: tell,
      climbed: 1,
    }),
    aDelivery('2026-11-23T21:00', { state: 'missed', reason: 'too-late' }, 'lock-up'),
  ])
    await stores.deliveries.add(delivery);
  for (const reminder of [
    aReminder({ id: 'rem-drink', label: 'drink', time: '20:00', ladder: tell }),
    aReminder({ id: 'rem-bins', label: 'bins', recurrence: { kind: 'weekdays', time: '18:30', from: '2026-11-01' } }),
  ])
    await stores.reminders.save({ value: reminder, version: 0 });
  for (const entry of [
    anEntry({ id: 'visit-1', at: '2026-11-24T08:30', until: '2026-11-24T09:15', who: 'Sandra' }),
    anEntry({ id: 'visit-2', at: '2026-11-24T17:30', until: '2026-11-24T18:00', who: 'Sandra' }),
    anEntry({
      id: 'appointment-1',
      at: '2026-11-26T10:30',
      kind: 'appointment',
      what: 'dentist',
      where: 'Bridge Street',
      source: 'carer',
    } as Partial<DiaryEntry> & { id: string; at: string }),
    anEntry({ id: 'visit-3', at: '2026-11-27T09:00', what: 'nurse', state: 'cancelled', source: 'council' }),
  ])
    await stores.diaries.save({ value: entry, version: 0 });
  await stores.diaries.savePlan({
    council: 'harbour',
    residentId: 'res-margaret',
    source: 'care-agency',
    coversUntil: '2026-11-28T23:59',
    asOf: TUESDAY_AT_TEN - 20 * HOUR,
  });
  for (const callBack of [
    aCallBack({ id: 'call-1', subject: 'equipment' }),
    aCallBack({
      id: 'call-2',
      residentId: 'res-bill',
      origin: 'no-reply',
      askedAt: TUESDAY_AT_TEN - 30 * MINUTE,
      state: 'taken',
      owner: 'officer-priya',
      notes: [{ at: TUESDAY_AT_TEN - 10 * MINUTE, by: 'officer-priya', text: 'Line was busy.' }],
    }),
  ])
    await stores.callBacks.save({ value: callBack, version: 0 });
};
