import fc from 'fast-check';
import { alexaSchemas } from '../../infra/local/virtual-alexa/alexa-schemas.ts';
import { INTENTS } from '../../lambda/skill/intents.ts';
import { newSession } from '../../lambda/skill/session.ts';
import { schemaArbitrary } from '../support/schema-arbitrary.ts';
import { IDS, SKILL_ID } from '../support/skill-home.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const within = (value: unknown, key: string): Json => {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
};

/** Every request type of Amazon's model, and two that it does not know. */
export const REQUEST_NAMES: readonly string[] = (alexaSchemas.Request?.anyOf ?? []).map(({ $ref = '' }) =>
  $ref.slice('#/$defs/'.length),
);

const requestNamed = (name: string) => schemaArbitrary(alexaSchemas, name);

const slotValue = fc.oneof(
  fc.constantFrom('8', '08:00', '2026-11-24', '2026-W48', 'PT5M', '?', 'EV', 'slower', '12345678', '-1', ''),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

const slotId = fc.constantFrom('SLOWER', 'BINS', 'MEALS_AT_HOME', 'NOT_A_VALUE', '');

/** A slot as Amazon sends it: heard, resolved or not, empty, several at once. */
const slot = fc.oneof(
  fc.record({ name: fc.string(), confirmationStatus: fc.constantFrom('NONE', 'CONFIRMED', 'DENIED') }),
  fc.record({ name: fc.string(), value: slotValue }),
  fc.record({
    name: fc.string(),
    value: slotValue,
    resolutions: fc.record({
      resolutionsPerAuthority: fc.array(
        fc.record({
          authority: fc.string(),
          status: fc.record({ code: fc.constantFrom('ER_SUCCESS_MATCH', 'ER_SUCCESS_NO_MATCH', 'ER_ERROR_TIMEOUT') }),
          values: fc.array(fc.record({ value: fc.record({ name: slotValue, id: slotId }) }), { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
  }),
  requestNamed('Slot'),
);

const SLOTS = ['day', 'time', 'code', 'speed', 'subject', 'number', 'first', 'second', 'part'];

const known = fc.record({
  type: fc.constant('IntentRequest'),
  requestId: fc.string(),
  timestamp: fc.constant('2026-11-24T10:00:00Z'),
  locale: fc.constantFrom('en-GB', 'en-US', 'xx'),
  dialogState: fc.constantFrom('STARTED', 'IN_PROGRESS', 'COMPLETED'),
  intent: fc.record({
    name: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...INTENTS) }, fc.string()),
    confirmationStatus: fc.constantFrom('NONE', 'CONFIRMED', 'DENIED'),
    slots: fc.dictionary(fc.constantFrom(...SLOTS), slot, { maxKeys: 4 }),
  }),
});

const unknownType = fc.record({
  type: fc.constantFrom('Alexa.Something.New', 'AlexaSkillEvent.SomethingNew', 'Reminders.ReminderSnoozed'),
  requestId: fc.string(),
  timestamp: fc.string(),
  body: fc.jsonValue(),
});

/** A type at a time, so that each comes as often as any other; talk comes half the time. */
const request = fc.oneof(
  { weight: 8, arbitrary: known },
  { weight: 2, arbitrary: requestNamed('LaunchRequest') },
  { weight: 8, arbitrary: fc.constantFrom(...REQUEST_NAMES).chain(requestNamed) },
  { weight: 1, arbitrary: unknownType },
);

const KINDS = [
  ...['anything-else', 'which-time', 'which-day', 'code', 'screen-code', 'same-words', 'speech', 'subject', 'ring-you'],
  ...['read-it', 'go-on', 'is-it-done', 'is-it-this', 'heard-it', 'is-that-you', 'which-of-two', 'have-the-code'],
];
const ids = fc.array(fc.constantFrom('2026-11-24T08:00#R#rem-08', 'gone', '', '__proto__'), { maxLength: 3 });

/** What a conversation may keep, and what nobody would expect there. */
const attributes = fc.oneof(
  fc.constant({}),
  fc.constant(newSession),
  fc.record({
    v: fc.constant(1),
    opened: fc.boolean(),
    speaker: fc.constantFrom('bill', 'nobody'),
    asks: fc.record({
      kind: fc.constantFrom(...KINDS),
      ids,
      tries: fc.integer(),
      count: fc.integer(),
      left: fc.integer(),
      what: fc.constantFrom('visits', 'messages', 'x'),
      subject: fc.constantFrom('bins', 'x'),
      screen: fc.string(),
      first: fc.constantFrom('visits', 'x'),
      second: fc.constantFrom('messages', 'x'),
      candidate: fc.constantFrom('bill', 'nobody'),
    }),
    said: fc.record({
      topic: fc.constantFrom('visits', 'messages', 'words', 'safety', 'plain'),
      from: fc.integer(),
      ids,
    }),
    told: fc.record({ residentId: fc.constantFrom('bill', 'x'), ids }),
    read: ids,
    repeats: fc.integer(),
    misses: fc.integer(),
    faults: fc.integer(),
  }),
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
);

const application = { applicationId: SKILL_ID };

/** The skill's own id everywhere it may stand: a request for another skill is refused, and has its own test. */
const addressed = (envelope: Json, of: { request: unknown; attributes: unknown; isOurs: boolean }): Json => {
  const system = within(within(envelope, 'context'), 'System');
  const user = of.isOurs ? { user: { userId: IDS.userId } } : {};
  const device = of.isOurs ? { device: { ...within(system, 'device'), deviceId: IDS.deviceId } } : {};
  const context = { ...within(envelope, 'context'), System: { ...system, ...user, ...device, application } };
  const session =
    envelope.session === undefined
      ? {}
      : { session: { ...within(envelope, 'session'), application, attributes: of.attributes } };
  return { ...envelope, context, ...session, request: of.request };
};

/** Real requests lack what the documentation promises: any of these may be missing. */
const PROMISED = [
  ...[
    ['session', 'user'],
    ['session', 'attributes'],
    ['session', 'new'],
    ['session', 'sessionId'],
  ],
  ...[
    ['context', 'System', 'device'],
    ['context', 'System', 'user'],
    ['context', 'System', 'apiEndpoint'],
  ],
  ...[['context', 'System', 'device', 'supportedInterfaces'], ['context', 'Viewport'], ['version']],
  ...[
    ['request', 'intent', 'slots'],
    ['request', 'intent'],
    ['request', 'requestId'],
    ['request', 'locale'],
  ],
];

const without = (value: unknown, [key = '', ...rest]: readonly string[]): unknown => {
  if (!isObject(value) || !(key in value)) return value;
  const { [key]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...value, [key]: without(inner, rest) };
};

/** A random request envelope, shaped by Amazon's types, for this skill; half of them from the Echo that is paired. */
export const anyEnvelope = fc
  .record({
    envelope: requestNamed('RequestEnvelope'),
    request,
    attributes,
    isOurs: fc.boolean(),
    missing: fc.oneof({ weight: 3, arbitrary: fc.constant<string[][]>([]) }, fc.subarray(PROMISED)),
  })
  .map(({ envelope, missing, ...of }) =>
    missing.reduce<unknown>(without, addressed(isObject(envelope) ? envelope : {}, of)),
  );
