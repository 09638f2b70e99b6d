import type { er, Intent, services } from 'ask-sdk-model';
import * as v from 'valibot';
import { card, happening, screen } from './happening.ts';

/** Everything the virtual Alexa remembers. Plain JSON: it is saved in a file and read back after a restart. */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isIntent = (value: unknown): boolean =>
  isRecord(value) && typeof value.name === 'string' && typeof value.confirmationStatus === 'string';

const isEntityList = (value: unknown): boolean =>
  isRecord(value) && typeof value.name === 'string' && Array.isArray(value.values);

const intent = v.custom<Intent>(isIntent);

const speech = v.object({ ssml: v.string(), spoken: v.string() });

const dialogue = v.variant('kind', [
  v.object({ kind: v.literal('elicit-slot'), intent, slot: v.string() }),
  v.object({ kind: v.literal('confirm-slot'), intent, slot: v.string() }),
  v.object({ kind: v.literal('confirm-intent'), intent }),
]);

const absoluteTrigger = v.object({
  type: v.literal('SCHEDULED_ABSOLUTE'),
  /** UK wall times, as the skill sent them. */
  scheduledTime: v.optional(v.string()),
  timeZoneId: v.string(),
  recurrence: v.optional(
    v.object({
      startDateTime: v.optional(v.string()),
      endDateTime: v.optional(v.string()),
      recurrenceRules: v.array(v.string()),
    }),
  ),
});

/** A reminder that the skill has placed on an Echo. `version` rises with every change, `ringsAt` is none when it is over. */
const placedReminder = v.object({
  alertToken: v.string(),
  text: v.string(),
  trigger: absoluteTrigger,
  pushNotification: v.picklist(['ENABLED', 'DISABLED']),
  createdTime: v.string(),
  updatedTime: v.string(),
  version: v.number(),
  status: v.picklist(['ON', 'COMPLETED']),
  ringsAt: v.nullable(v.number()),
  completedAt: v.optional(v.number()),
});

/** A routine that the resident has accepted: by the clock (`HHMMSS`, every day) or by words. It starts a task of the skill. */
const routine = v.object({
  id: v.string(),
  when: v.variant('kind', [
    v.object({ kind: v.literal('clock'), time: v.string() }),
    v.object({ kind: v.literal('words'), utterances: v.array(v.string()) }),
  ]),
  taskName: v.string(),
  firesAt: v.nullable(v.number()),
});

/** A question of Alexa's own that the skill has asked for: the next thing said answers it. */
const asksForAlexa = v.variant('kind', [
  v.object({
    kind: v.literal('ask-for'),
    version: v.picklist(['1', '2']),
    scopes: v.array(v.string()),
    token: v.string(),
    resumes: v.boolean(),
  }),
  v.object({ kind: v.literal('offer-routine'), routine, token: v.string() }),
]);

const session = v.object({
  sessionId: v.string(),
  /** The skill has not been sent a request of it yet. */
  isNew: v.boolean(),
  attributes: v.record(v.string(), v.unknown()),
  microphone: v.picklist(['open', 'closed']),
  reprompt: v.nullable(speech),
  reprompted: v.boolean(),
  dialogue: v.nullable(dialogue),
  dynamicEntities: v.array(v.custom<er.dynamic.EntityListItem>(isEntityList)),
  alexaAsks: v.optional(v.nullable(asksForAlexa), null),
});

/** The visual alert that a property has pinned on a managed Echo. `until` is an instant. */
const pinned = v.object({ id: v.string(), title: v.string(), body: v.string(), until: v.number() });

/** A reminder that a property has made on a managed Echo, as it was sent. */
const heldReminder = v.object({ reminderId: v.string(), reminder: v.record(v.string(), v.unknown()) });

/** What an Echo Show keeps for the widget, by namespace and key; `queued` waits until it is plugged in again. */
const widget = v.object({
  isOff: v.boolean(),
  objects: v.record(v.string(), v.unknown()),
  queued: v.array(
    v.object({
      id: v.string(),
      until: v.number(),
      commands: v.custom<services.datastore.v1.CommandsRequest['commands']>(Array.isArray),
    }),
  ),
});

const echo = v.object({
  widget: v.optional(widget),
  pinned: v.optional(pinned),
  heldReminders: v.optional(v.array(heldReminder)),
  session: v.nullable(session),
  screen: v.nullable(screen),
  notifications: v.array(v.object({ id: v.string(), words: v.string(), expiresAt: v.number() })),
  reminders: v.optional(v.array(placedReminder), []),
  routines: v.optional(v.array(routine), []),
  lastEvent: v.number(),
  events: v.array(v.object({ id: v.number(), at: v.number(), happening })),
});

const account = v.object({
  enablement: v.number(),
  enabled: v.boolean(),
  notificationsOn: v.boolean(),
  /** What the skill may do with reminders, as the account's owner has said. */
  reminders: v.optional(v.picklist(['not-asked', 'granted', 'denied']), 'not-asked'),
  cards: v.array(card),
  /** `referenceId` of each proactive event → when it may be forgotten. */
  referenceIds: v.record(v.string(), v.number()),
});

const token = v.object({
  kind: v.picklist(['api-access', 'client', 'smart-properties']),
  scope: v.string(),
  /** Real time: a demo that jumps a day ahead does not expire its tokens. */
  expiresAt: v.number(),
  requestId: v.optional(v.string()),
  /** Absent: the request came out of session, so this token may not create a reminder. */
  deviceId: v.optional(v.string()),
  accountId: v.optional(v.string()),
});

/** A message to the skill that waits for its next try. `data` is what the skill gets. */
const skillMessage = v.object({
  id: v.string(),
  accountId: v.string(),
  data: v.record(v.string(), v.string()),
  nextTry: v.number(),
  gap: v.number(),
  expiresAt: v.number(),
});

export const alexaState = v.object({
  version: v.literal(1),
  accounts: v.record(v.string(), account),
  echos: v.record(v.string(), echo),
  tokens: v.record(v.string(), token),
  messages: v.optional(v.array(skillMessage), []),
});

export type AlexaState = v.InferOutput<typeof alexaState>;
export type AccountState = v.InferOutput<typeof account>;
export type EchoState = v.InferOutput<typeof echo>;
export type OpenSession = v.InferOutput<typeof session>;
export type Dialogue = v.InferOutput<typeof dialogue>;
export type EchoReminder = EchoState['reminders'][number];
export type Routine = EchoState['routines'][number];
export type AlexaAsks = v.InferOutput<typeof asksForAlexa>;
export type SkillMessage = v.InferOutput<typeof skillMessage>;
export type Speech = v.InferOutput<typeof speech>;
export type EchoEvent = EchoState['events'][number];
export type IssuedToken = v.InferOutput<typeof token>;

export const newAccount: AccountState = {
  enablement: 1,
  enabled: true,
  notificationsOn: false,
  reminders: 'not-asked',
  cards: [],
  referenceIds: {},
};

export const newEcho: EchoState = {
  session: null,
  screen: null,
  notifications: [],
  reminders: [],
  routines: [],
  lastEvent: 0,
  events: [],
};
