import type { er, Intent } from 'ask-sdk-model';
import * as v from 'valibot';

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
});

const screen = v.variant('kind', [
  v.object({
    kind: v.literal('card'),
    token: v.string(),
    title: v.string(),
    lines: v.array(v.string()),
    footnote: v.string(),
    tone: v.picklist(['calm', 'urgent', 'done']),
  }),
  v.object({ kind: v.literal('announcement'), text: v.string() }),
  v.object({ kind: v.literal('not-drawn'), token: v.string() }),
]);

const card = v.object({
  type: v.picklist(['Simple', 'Standard', 'LinkAccount', 'AskForPermissionsConsent']),
  title: v.string(),
  text: v.string(),
  permissions: v.array(v.string()),
});

const happening = v.variant('kind', [
  v.object({
    kind: v.literal('turn'),
    said: v.string(),
    spoken: v.string(),
    by: v.picklist(['skill', 'alexa']),
    sessionOpen: v.boolean(),
    microphone: v.picklist(['open', 'closed']),
    card: v.nullable(card),
    screen: v.nullable(screen),
  }),
  v.object({ kind: v.literal('progressive'), spoken: v.string() }),
  v.object({ kind: v.literal('announcement'), spoken: v.string(), screen: v.nullable(screen) }),
  v.object({ kind: v.literal('chime') }),
  v.object({ kind: v.literal('light'), yellow: v.boolean(), waiting: v.number() }),
]);

const echo = v.object({
  session: v.nullable(session),
  screen: v.nullable(screen),
  notifications: v.array(v.object({ id: v.string(), words: v.string(), expiresAt: v.number() })),
  lastEvent: v.number(),
  events: v.array(v.object({ id: v.number(), at: v.number(), happening })),
});

const account = v.object({
  enablement: v.number(),
  enabled: v.boolean(),
  notificationsOn: v.boolean(),
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
  deviceId: v.optional(v.string()),
});

export const alexaState = v.object({
  version: v.literal(1),
  accounts: v.record(v.string(), account),
  echos: v.record(v.string(), echo),
  tokens: v.record(v.string(), token),
});

export type AlexaState = v.InferOutput<typeof alexaState>;
export type AccountState = v.InferOutput<typeof account>;
export type EchoState = v.InferOutput<typeof echo>;
export type OpenSession = v.InferOutput<typeof session>;
export type Dialogue = v.InferOutput<typeof dialogue>;
export type Speech = v.InferOutput<typeof speech>;
export type Screen = v.InferOutput<typeof screen>;
export type PhoneCard = v.InferOutput<typeof card>;
export type Happening = v.InferOutput<typeof happening>;
export type EchoEvent = EchoState['events'][number];
export type IssuedToken = v.InferOutput<typeof token>;

export const newAccount: AccountState = {
  enablement: 1,
  enabled: true,
  notificationsOn: false,
  cards: [],
  referenceIds: {},
};

export const newEcho: EchoState = { session: null, screen: null, notifications: [], lastEvent: 0, events: [] };
