import type { Answer } from '../../../lambda/core/answers/answer.ts';
import type { CallBack } from '../../../lambda/core/call-backs/call-back.ts';
import type { Announcement } from '../../../lambda/core/delivery/announcement.ts';
import { type Delivery, deliveryOf } from '../../../lambda/core/delivery/delivery.ts';
import { HANDLING_RULES, type Handling } from '../../../lambda/core/delivery/handling.ts';
import type { Appointment, DiaryPlan, Visit } from '../../../lambda/core/diary/diary-entry.ts';
import { dateOf, instantOf, type LocalDateTime, timeOf } from '../../../lambda/core/kernel/uk-time.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { occurrenceAt } from '../../../lambda/core/timetable/occurrence.ts';
import { FIRST_ACT } from './people.ts';

const ofBill = { council: 'harbour', residentId: 'bill' } as const;

/** A Reminder that is on, every day at a time, waiting for the occurrence of its first day. */
export const aReminder = (first: LocalDateTime = '2026-11-24T20:00', more: Partial<Reminder> = {}): Reminder => ({
  ...ofBill,
  id: 'rem',
  label: 'routine',
  recurrence: { kind: 'daily', time: timeOf(first), from: dateOf(first) },
  ladder: [],
  state: 'on',
  next: occurrenceAt(first),
  lastAct: FIRST_ACT,
  ...more,
});

const entry = {
  ...ofBill,
  at: '2026-11-24T14:00',
  state: 'planned',
  source: 'care-agency',
  asOf: instantOf('2026-11-24T07:00'),
  lastAct: FIRST_ACT,
} as const;

export const aVisit = (more: Partial<Visit> = {}): Visit => ({
  ...entry,
  kind: 'visit',
  id: 'visit',
  what: 'care-visit',
  who: 'Amina',
  ...more,
});

export const anAppointment = (more: Partial<Appointment> = {}): Appointment => ({
  ...entry,
  kind: 'appointment',
  id: 'appointment',
  what: 'surgery',
  source: 'council',
  ...more,
});

export const aPlan = (more: Partial<DiaryPlan> = {}): DiaryPlan => ({
  ...ofBill,
  source: 'care-agency',
  coversUntil: '2026-12-31T23:59',
  asOf: instantOf('2026-11-24T07:00'),
  ...more,
});

/** One change of the Diary, due at a time, treated as its handling says. */
export const anAnnouncement = (
  due: LocalDateTime,
  handling: Handling = 'appointment',
  more: Partial<Announcement> = {},
): Announcement => ({
  ...ofBill,
  source: { kind: 'diary', entryId: '2026-11-24T14:00.visit', act: 1 },
  handling,
  due,
  dueAt: instantOf(due),
  expiresAt: instantOf(due) + HANDLING_RULES[handling].livesFor,
  content: { kind: 'diary', change: 'added', what: 'care-visit', at: '2026-11-24T14:00' },
  ladder: [],
  ...more,
});

/** A Delivery that waits for its time. */
export const aDelivery = (
  due: LocalDateTime,
  handling: Handling = 'appointment',
  more: Partial<Delivery> = {},
): Delivery => ({ ...deliveryOf(anAnnouncement(due, handling), instantOf(due)), ...more });

export const anAnswer = (more: Partial<Answer> = {}): Answer => ({
  council: 'harbour',
  subject: 'meals-at-home',
  answer: 'Hot meals can be brought to you every day.',
  facts: ['They cost five pounds.'],
  phone: '01632 960111',
  asOf: FIRST_ACT.at,
  ...more,
});

export const aCallBack = (more: Partial<CallBack> = {}): CallBack => ({
  ...ofBill,
  id: 'call',
  origin: 'resident',
  askedAt: instantOf('2026-11-24T09:00'),
  state: 'asked',
  notes: [],
  lastAct: FIRST_ACT,
  ...more,
});
