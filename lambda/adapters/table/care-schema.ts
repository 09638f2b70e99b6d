import * as v from 'valibot';
import { type Answer, CARE_SUBJECTS } from '../../core/answers/answer.ts';
import type { Listing } from '../../core/answers/listing.ts';
import type { Content, Source } from '../../core/delivery/announcement.ts';
import { CHANNEL_NAMES, OWN_CHANNELS } from '../../core/delivery/channel.ts';
import { CLOSED_STATES, type Delivery, LIVING_STATES, RUNG_CHANNELS } from '../../core/delivery/delivery.ts';
import { HANDLINGS } from '../../core/delivery/handling.ts';
import { APPOINTMENT_KINDS, type DiaryEntry, type DiaryPlan, VISIT_KINDS } from '../../core/diary/diary-entry.ts';
import { REMINDER_LABELS, type Reminder } from '../../core/reminders/reminder.ts';
import { binSchema } from './bin-round-items.ts';
import { actSchema, number, parser, text } from './people-schema.ts';
import { recurrenceSchema } from './recurrence-schema.ts';
import type { Parse } from './stored.ts';

const ladderSchema = v.array(
  v.object({
    afterMinutes: number,
    tell: v.variant('kind', [
      v.object({ kind: v.literal('carer'), carerId: text }),
      v.object({ kind: v.literal('desk') }),
    ]),
  }),
);

export const parseReminder: Parse<Reminder> = parser(
  v.object({
    council: text,
    residentId: text,
    id: text,
    label: v.picklist(REMINDER_LABELS),
    recurrence: recurrenceSchema,
    ladder: ladderSchema,
    state: v.picklist(['on', 'paused', 'cancelled']),
    next: v.exactOptional(v.object({ local: text, at: number })),
    lastAct: actSchema,
  }),
);

const sourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('reminder'), reminderId: text, occurrence: text }),
  v.object({ kind: v.literal('diary'), entryId: text, act: number }),
  v.object({
    kind: v.literal('alert'),
    alertId: text,
    hash: text,
    mode: v.picklist(['practice', 'live']),
    chunk: number,
  }),
]) satisfies v.GenericSchema<unknown, Source>;

const contentSchema = v.variant('kind', [
  v.object({
    kind: v.literal('reminder'),
    label: text,
    at: text,
    bins: v.exactOptional(v.object({ on: text, bins: v.tupleWithRest([binSchema], binSchema) })),
  }),
  v.object({
    kind: v.literal('diary'),
    change: v.picklist(['added', 'moved', 'cancelled']),
    what: text,
    who: v.exactOptional(text),
    at: text,
    before: v.exactOptional(text),
  }),
  v.object({
    kind: v.literal('alert'),
    from: text,
    title: text,
    text,
    isPrivate: v.boolean(),
    isCorrection: v.boolean(),
  }),
]) satisfies v.GenericSchema<unknown, Content>;

const attemptSchema = v.object({
  at: number,
  channel: v.picklist([...CHANNEL_NAMES, ...OWN_CHANNELS, ...RUNG_CHANNELS]),
  rung: v.exactOptional(number),
  came: v.picklist(['sent', 'refused', 'unreachable', 'unknown']),
  reason: v.exactOptional(text),
});

export const parseDelivery: Parse<Delivery> = parser(
  v.object({
    council: text,
    residentId: text,
    id: text,
    source: sourceSchema,
    handling: v.picklist(HANDLINGS),
    due: text,
    dueAt: number,
    expiresAt: number,
    content: contentSchema,
    ladder: ladderSchema,
    state: v.picklist([...LIVING_STATES, ...CLOSED_STATES]),
    reason: v.exactOptional(text),
    lookAt: v.exactOptional(number),
    claim: v.exactOptional(v.object({ token: text, until: number, calling: v.boolean() })),
    failedLooks: v.exactOptional(number),
    attempts: v.array(attemptSchema),
    climbed: number,
    opened: v.exactOptional(v.array(v.object({ rung: number, at: number }))),
    again: v.optional(number, 0), // rows from before urgent things were told again
    shownAt: v.exactOptional(number),
    stoppedAt: v.exactOptional(number),
    readOutAt: v.exactOptional(number),
    spokenAt: v.exactOptional(number),
    acknowledged: v.exactOptional(
      v.object({
        at: number,
        reply: v.picklist(['done', 'not-yet', 'heard']),
        by: v.picklist(['voice', 'page', 'screen']),
      }),
    ),
    notYetAt: v.exactOptional(number),
  }),
);

const entry = {
  council: text,
  residentId: text,
  id: text,
  at: text,
  until: v.exactOptional(text),
  state: v.picklist(['planned', 'cancelled']),
  source: v.picklist(['care-agency', 'council', 'carer', 'resident']),
  asOf: number,
  lastAct: actSchema,
};

export const parseDiaryEntry: Parse<DiaryEntry> = parser(
  v.variant('kind', [
    v.object({ ...entry, kind: v.literal('visit'), what: v.picklist(VISIT_KINDS), who: v.exactOptional(text) }),
    v.object({
      ...entry,
      kind: v.literal('appointment'),
      what: v.picklist(APPOINTMENT_KINDS),
      where: v.exactOptional(text),
    }),
  ]),
);

export const parseDiaryPlan: Parse<DiaryPlan> = parser(
  v.object({
    council: text,
    residentId: text,
    source: v.picklist(['care-agency', 'council', 'carer', 'resident']),
    coversUntil: text,
    asOf: number,
  }),
);

export const parseListing: Parse<Listing> = parser(
  v.object({
    council: text,
    id: text,
    name: text,
    description: text,
    alert: v.exactOptional(text),
    phone: v.exactOptional(text),
    assured: v.exactOptional(text),
  }),
);

export const parseAnswer: Parse<Answer> = parser(
  v.object({
    council: text,
    subject: v.picklist(CARE_SUBJECTS),
    answer: text,
    facts: v.array(text),
    phone: v.exactOptional(text),
    asOf: number,
  }),
);
