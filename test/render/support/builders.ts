import type { Delivery } from '../../../lambda/core/delivery/delivery.ts';
import { deliveryOf } from '../../../lambda/core/delivery/delivery.ts';
import type { Appointment, Visit } from '../../../lambda/core/diary/diary-entry.ts';
import { instantOf, type LocalDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import type { Resident } from '../../../lambda/core/people/resident.ts';
import { defaultSettings, type Settings } from '../../../lambda/core/people/settings.ts';
import type { Reminder } from '../../../lambda/core/reminders/reminder.ts';
import { nextOccurrence } from '../../../lambda/core/timetable/occurrence.ts';
import type { Recurrence } from '../../../lambda/core/timetable/recurrence.ts';
import { type Voice, voiceFor } from '../../../lambda/render/voice.ts';

/** Tuesday the 24th of November 2026, ten in the morning. */
export const NOW = instantOf('2026-11-24T10:00');

const act = { number: 1, at: NOW, by: { kind: 'system', id: 'test' }, did: 'test' } as const;

const entry = {
  council: 'harbour',
  residentId: 'bill',
  id: 'entry',
  state: 'planned',
  source: 'care-agency',
  asOf: NOW,
  lastAct: act,
} as const;

export const aVisit = (at: LocalDateTime, until?: LocalDateTime, more: Partial<Visit> = {}): Visit => ({
  ...entry,
  kind: 'visit',
  what: 'care-visit',
  who: 'Amina',
  at,
  ...(until === undefined ? {} : { until }),
  ...more,
});

/** A visit by nobody in particular. */
export const unnamed = ({ who: _who, ...visit }: Visit): Visit => visit;

export const anAppointment = (at: LocalDateTime, more: Partial<Appointment> = {}): Appointment => ({
  ...entry,
  kind: 'appointment',
  what: 'surgery',
  at,
  ...more,
});

export const aReminderDelivery = (due: LocalDateTime, label = 'routine', more: Partial<Delivery> = {}): Delivery => ({
  ...deliveryOf(
    {
      council: 'harbour',
      residentId: 'bill',
      source: { kind: 'reminder', reminderId: `rem-${due.slice(11, 13)}`, occurrence: due },
      handling: 'routine',
      due,
      dueAt: instantOf(due),
      expiresAt: instantOf(due) + 12 * 3_600_000,
      content: { kind: 'reminder', label, at: due },
      ladder: [],
    },
    instantOf(due),
  ),
  ...more,
});

export const aBinReminder = (): Delivery['content'] => ({
  kind: 'reminder',
  label: 'bins',
  at: '2026-11-24T18:00',
  bins: {
    on: '2026-11-25',
    bins: [
      { kind: 'recycling', colour: 'green' },
      { kind: 'food', colour: 'brown' },
    ],
  },
});

export const aMessage = (
  content: Partial<Extract<Delivery['content'], { kind: 'diary' }>> = {},
  more: Partial<Delivery> = {},
): Delivery => {
  const due = more.due ?? '2026-11-24T09:00';
  return {
    ...deliveryOf(
      {
        council: 'harbour',
        residentId: 'bill',
        source: { kind: 'diary', entryId: `2026-11-25T09:00.${due.slice(11).replace(':', '')}`, act: 2 },
        handling: 'appointment',
        due,
        dueAt: instantOf(due),
        expiresAt: instantOf(due) + 48 * 3_600_000,
        content: {
          kind: 'diary',
          change: 'moved',
          what: 'care-visit',
          who: 'Amina',
          at: '2026-11-25T09:30',
          before: '2026-11-25T09:00',
          ...content,
        },
        ladder: [],
      },
      instantOf(due),
    ),
    ...more,
  };
};

/** What the council has to tell everybody: urgent, and not private. */
export const anAlertMessage = (
  content: Partial<Extract<Delivery['content'], { kind: 'alert' }>> = {},
  more: Partial<Delivery> = {},
): Delivery => {
  const due = more.due ?? '2026-11-24T09:30';
  return {
    ...deliveryOf(
      {
        council: 'harbour',
        residentId: 'bill',
        source: { kind: 'alert', alertId: 'flood', hash: 'h', mode: 'live', chunk: 1 },
        handling: 'urgent',
        due,
        dueAt: instantOf(due),
        expiresAt: instantOf(due) + 8 * 3_600_000,
        content: {
          kind: 'alert',
          from: 'Harbour County Council',
          title: 'Flood warning',
          text: 'A flood is expected near the river tonight. Please stay indoors.',
          isPrivate: false,
          isCorrection: false,
          ...content,
        },
        ladder: [],
      },
      instantOf(due),
    ),
    ...more,
  };
};

export const aResident = (settings: Partial<Settings> = {}, more: Partial<Resident> = {}): Resident => ({
  council: 'harbour',
  id: 'bill',
  homeId: 'home',
  fullName: 'William Ashdown',
  settings: { ...defaultSettings('Bill'), ...settings },
  groups: [],
  isPractice: false,
  presence: { kind: 'home' },
  consent: {
    state: 'given',
    decidedBy: 'resident',
    explainedBy: 'Priya Nair',
    how: 'at home',
    decidedOn: '2026-11-01',
    reviewOn: '2027-11-01',
  },
  circle: [],
  lastAct: act,
  ...more,
});

/** A voice that may say everything, to Bill, on a Tuesday at ten. */
export const aVoice = (settings: Partial<Settings> = {}, more: Partial<Voice> = {}): Voice => ({
  ...voiceFor({
    settings: { ...defaultSettings('Bill'), ...settings },
    name: 'Bill',
    level: 'open',
    council: { name: 'Harbour County Council', phone: '01632 960100' },
    now: NOW,
    slower: false,
  }),
  ...more,
});

/** A Reminder that is on. */
export const aReminder = (id: string, recurrence: Recurrence, more: Partial<Reminder> = {}): Reminder => {
  const next = nextOccurrence(recurrence, NOW);
  return {
    council: 'harbour',
    residentId: 'bill',
    id,
    label: 'routine',
    recurrence,
    ladder: [],
    state: 'on',
    ...(next === undefined ? {} : { next }),
    lastAct: act,
    ...more,
  };
};
