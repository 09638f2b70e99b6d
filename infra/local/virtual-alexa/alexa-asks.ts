import type { Response } from 'ask-sdk-model';
import * as v from 'valibot';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { addDays, atTime, instantOf, localDate } from '../../../lambda/core/kernel/uk-time.ts';
import type { AlexaAsks, Routine } from './alexa-state.ts';

export const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

/** What can be asked for by voice (facts, section 3.3); notifications cannot: they need the card or the app. */
const VOICE_SCOPES = [
  REMINDERS_SCOPE,
  'alexa::alerts:timers:skill:readwrite',
  'alexa::profile:given_name:read',
  'alexa::profile:name:read',
];
const voiceScope = v.picklist(VOICE_SCOPES);
const scopes = v.pipe(
  v.array(v.strictObject({ permissionScope: voiceScope, consentLevel: v.picklist(['ACCOUNT', 'PERSON']) })),
  v.minLength(1),
);
const request = { '@type': v.literal('AskForPermissionsConsentRequest') };

const askFor = v.strictObject({
  type: v.literal('Connections.SendRequest'),
  name: v.literal('AskFor'),
  payload: v.variant('@version', [
    v.strictObject({ ...request, '@version': v.literal('1'), permissionScope: voiceScope }),
    v.strictObject({ ...request, '@version': v.literal('2'), permissionScopes: scopes }),
  ]),
  token: v.string(),
});

const consent = v.strictObject({
  type: v.literal('Connections.StartConnection'),
  uri: v.literal('connection://AMAZON.AskForPermissionsConsent/2'),
  input: v.strictObject({ ...request, '@version': v.literal('2'), permissionScopes: scopes }),
  token: v.string(),
  onCompletion: v.literal('RESUME_SESSION'),
});

const clockTrigger = v.strictObject({
  type: v.literal('Alexa.Automation.Trigger.Schedule.AbsoluteTime'),
  version: v.literal('1.0'),
  payload: v.strictObject({
    schedule: v.strictObject({
      triggerTime: v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3])[0-5]\d00$/)),
      timeZoneId: v.literal('Europe/London'),
      recurrence: v.literal('RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=SU,MO,TU,WE,TH,FR,SA'),
    }),
  }),
});

const wordsTrigger = v.strictObject({
  type: v.literal('Alexa.Automation.Trigger.Voice.CustomUtterance'),
  version: v.literal('1.0'),
  payload: v.strictObject({
    utterances: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z' ]+$/))), v.minLength(1), v.maxLength(5)),
    locale: v.literal('en-GB'),
  }),
});

const operation = v.strictObject({
  type: v.literal('Alexa.Automation.Operation.Skill.StartConnection'),
  version: v.literal('1.0'),
  operationId: v.string(),
  payload: v.strictObject({
    connectionRequest: v.strictObject({
      uri: v.pipe(v.string(), v.regex(/^connection:\/\/(\S+)\.(\w+)\/1\?provider=\1$/)),
      input: v.strictObject({}),
    }),
  }),
});

const offer = v.strictObject({
  type: v.literal('Connections.StartConnection'),
  uri: v.literal('connection://AMAZON.OfferAutomation/1'),
  onCompletion: v.literal('RESUME_SESSION'),
  token: v.string(),
  input: v.strictObject({
    automation: v.strictObject({
      trigger: v.variant('type', [clockTrigger, wordsTrigger]),
      operations: v.strictObject({ serial: v.tuple([v.strictObject({ operation })]) }),
    }),
    renderingData: v.strictObject({
      operations: v.record(v.string(), v.strictObject({ descriptionPrompt: v.string() })),
    }),
  }),
});

const known = v.union([askFor, consent, offer]);
type Known = v.InferOutput<typeof known>;

const connections = ({ directives }: Response): readonly unknown[] =>
  (directives ?? []).filter(({ type }) => type.startsWith('Connections.'));

/** Why Amazon would not take the connection that a response asks for; undefined when there is none, or a good one. */
export const connectionFault = (response: Response): string | undefined => {
  const [first, second] = connections(response);
  if (first === undefined) return undefined;
  if (second !== undefined) return 'two connections in one response';
  if (response.shouldEndSession === false) return 'a connection, and a session that listens';
  return v.is(known, first) ? undefined : 'a connection that this Alexa does not know';
};

const HHMM = (time: string): string => `${time.slice(0, 2)}:${time.slice(2, 4)}`;

/** The next time of day after an instant. */
export const nextAtTime = (time: string, after: Instant): Instant => {
  const today = instantOf(atTime(localDate(after), HHMM(time)));
  return today > after ? today : instantOf(atTime(addDays(localDate(after), 1), HHMM(time)));
};

const routineOf = ({ automation }: v.InferOutput<typeof offer>['input'], id: string, now: Instant): Routine => {
  const { trigger, operations } = automation;
  const { uri } = operations.serial[0].operation.payload.connectionRequest;
  const taskName = /\.(\w+)\/1\?/.exec(uri)?.[1] ?? '';
  if (trigger.type === 'Alexa.Automation.Trigger.Voice.CustomUtterance')
    return { id, when: { kind: 'words', utterances: trigger.payload.utterances }, taskName, firesAt: null };
  const time = trigger.payload.schedule.triggerTime;
  return { id, when: { kind: 'clock', time }, taskName, firesAt: nextAtTime(time, now) };
};

/** What Alexa is to ask by herself because of a response; undefined for most. */
export const alexaAsksOf = (response: Response, id: string, now: Instant): AlexaAsks | undefined => {
  const [first] = connections(response);
  const parsed = v.safeParse(known, first);
  if (!parsed.success) return undefined;
  const directive: Known = parsed.output;
  const { token } = directive;
  if (directive.type === 'Connections.SendRequest') {
    const { payload } = directive;
    const asked =
      payload['@version'] === '1'
        ? [payload.permissionScope]
        : payload.permissionScopes.map(({ permissionScope }) => permissionScope);
    return { kind: 'ask-for', version: payload['@version'], scopes: asked, token, resumes: false };
  }
  if (directive.uri === 'connection://AMAZON.OfferAutomation/1')
    return { kind: 'offer-routine', routine: routineOf(directive.input, id, now), token };
  const asked = directive.input.permissionScopes.map(({ permissionScope }) => permissionScope);
  return { kind: 'ask-for', version: '2', scopes: asked, token, resumes: true };
};

/** Alexa's own question, in words like hers. */
export const alexasQuestion = (asks: AlexaAsks, skillName: string): string => {
  if (asks.kind === 'ask-for') return `Do you give ${skillName} permission to set reminders for you?`;
  const { when } = asks.routine;
  return when.kind === 'clock'
    ? `${skillName} would like to start by itself every day at ${HHMM(when.time)}. Shall I turn that on?`
    : `You will be able to say: Alexa, ${when.utterances[0]}. Shall I turn that on?`;
};
