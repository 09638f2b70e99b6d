import type {
  Context,
  DialogState,
  Intent,
  IntentRequest,
  interfaces,
  LaunchRequest,
  RequestEnvelope,
  SessionEndedRequest,
  SessionResumedRequest,
} from 'ask-sdk-model';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import type { AccountState, OpenSession } from './alexa-state.ts';
import type { Screen } from './happening.ts';
import { parseEnvelope } from './parse-envelope.ts';
import type { AlexaIds, VirtualEcho } from './virtual-echo.ts';

/** What the envelope of every request says about who asks, and from where. */
export type Asking = {
  readonly skillId: string;
  readonly echo: VirtualEcho;
  readonly ids: AlexaIds;
  readonly notificationsOn: boolean;
  readonly reminders: AccountState['reminders'];
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
  readonly requestId: string;
  readonly now: Instant;
};

export type SessionRequest =
  | Omit<LaunchRequest, 'requestId' | 'timestamp' | 'locale'>
  | (Omit<IntentRequest, 'requestId' | 'timestamp' | 'locale' | 'dialogState'> & { readonly dialogState?: DialogState })
  | Omit<SessionEndedRequest, 'requestId' | 'timestamp' | 'locale'>
  | Omit<SessionResumedRequest, 'requestId' | 'timestamp' | 'locale'>
  | Omit<interfaces.connections.ConnectionsResponse, 'requestId' | 'timestamp' | 'locale'>;

const NOTIFICATIONS_SCOPE = 'alexa::devices:all:notifications:write';
const LOCALE = 'en-GB';

/** Alexa's timestamps are UTC to the second: `2026-11-24T10:00:00Z`. */
const timestampOf = (at: Instant): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** What leaves us is JSON: no `undefined`, nothing shared with our own state, and what our own door would accept. */
const overTheWire = (envelope: object): RequestEnvelope => {
  const parsed = parseEnvelope(JSON.parse(JSON.stringify(envelope)));
  if (parsed.kind === 'malformed') throw new Error(parsed.why);
  return parsed.envelope;
};

const REMINDERS_SCOPE = 'alexa::alerts:reminders:skill:readwrite';

const userOf = ({ ids, notificationsOn, reminders }: Pick<Asking, 'ids' | 'notificationsOn' | 'reminders'>) => ({
  userId: ids.userId,
  permissions: {
    scopes: {
      [NOTIFICATIONS_SCOPE]: { status: notificationsOn ? ('GRANTED' as const) : ('DENIED' as const) },
      // Not listed until it was asked for: skills decide by what the Reminders API answers.
      ...(reminders === 'not-asked'
        ? {}
        : { [REMINDERS_SCOPE]: { status: reminders === 'granted' ? ('GRANTED' as const) : ('DENIED' as const) } }),
    },
  },
});

/** The screen of an Echo Show 8: `hubLandscapeLarge`. */
const SHOW = { width: 1280, height: 800, dpi: 160 } as const;

const viewport = {
  experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
  mode: 'HUB' as const,
  shape: 'RECTANGLE' as const,
  pixelWidth: SHOW.width,
  pixelHeight: SHOW.height,
  dpi: SHOW.dpi,
  currentPixelWidth: SHOW.width,
  currentPixelHeight: SHOW.height,
  touch: ['SINGLE' as const],
};

const shownDocument = (screen: Screen | null) =>
  screen === null || screen.kind === 'announcement'
    ? {}
    : { 'Alexa.Presentation.APL': { token: screen.token, version: 'AriaRuntimeLibrary-1.0' } };

const contextOf = (asking: Asking, screen: Screen | null): Context => {
  const { echo, ids } = asking;
  return {
    System: {
      application: { applicationId: asking.skillId },
      user: userOf(asking),
      device: {
        deviceId: ids.deviceId,
        ...(ids.persistentEndpointId === undefined ? {} : { persistentEndpointId: ids.persistentEndpointId }),
        supportedInterfaces: echo.screen ? { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } } : {},
      },
      ...(ids.unit === undefined ? {} : { unit: ids.unit }),
      apiEndpoint: asking.apiEndpoint,
      apiAccessToken: asking.apiAccessToken,
    },
    ...(echo.screen ? { Viewport: viewport, ...shownDocument(screen) } : {}),
  };
};

/** A request inside a session, exactly as Alexa sends it to a skill. No `person`: this Alexa recognises no voices. */
export const sessionEnvelope = (
  asking: Asking,
  session: OpenSession,
  request: SessionRequest,
  screen: Screen | null,
): RequestEnvelope => {
  const application = { applicationId: asking.skillId };
  return overTheWire({
    version: '1.0',
    session: {
      new: session.isNew,
      sessionId: session.sessionId,
      application,
      attributes: session.attributes,
      user: userOf(asking),
    },
    context: contextOf(asking, screen),
    request: { ...request, requestId: asking.requestId, timestamp: timestampOf(asking.now), locale: LOCALE },
  });
};

/** Skill events and messages come without session, device and locale (Amazon, "Skill Events in Alexa Skills"). */
export type SkillEvent =
  | { readonly type: 'AlexaSkillEvent.SkillEnabled' }
  | { readonly type: 'AlexaSkillEvent.SkillDisabled' }
  | {
      readonly type: 'AlexaSkillEvent.ProactiveSubscriptionChanged';
      readonly body: { readonly subscriptions: { eventName: string }[] };
    }
  | {
      readonly type: 'AlexaSkillEvent.SkillPermissionAccepted' | 'AlexaSkillEvent.SkillPermissionChanged';
      readonly body: { readonly acceptedPermissions: { scope: string }[] };
    }
  | {
      readonly type:
        | 'Reminders.ReminderCreated'
        | 'Reminders.ReminderStarted'
        | 'Reminders.ReminderUpdated'
        | 'Reminders.ReminderStatusChanged';
      readonly body: { readonly status: 'ON' | 'COMPLETED'; readonly alertToken: string };
    }
  | { readonly type: 'Reminders.ReminderDeleted'; readonly body: { readonly alertTokens: string[] } }
  | {
      readonly type: 'Alexa.DataStore.PackageManager.UsagesInstalled';
      readonly payload: {
        readonly packageId: string;
        readonly packageVersion: string;
        readonly usages: { instanceId: string; location: 'FAVORITE' }[];
      };
    }
  | { readonly type: 'Messaging.MessageReceived'; readonly message: Readonly<Record<string, string>> };

/** Only these say when they came about (`ask-sdk-model`); of the others only the time of sending is known. */
const SAYS_WHEN: readonly SkillEvent['type'][] = [
  'AlexaSkillEvent.SkillEnabled',
  'AlexaSkillEvent.SkillDisabled',
  'AlexaSkillEvent.SkillPermissionAccepted',
  'AlexaSkillEvent.SkillPermissionChanged',
];

const madeAt = ({ type }: SkillEvent, at: string) =>
  SAYS_WHEN.includes(type) ? { eventCreationTime: at, eventPublishingTime: at } : {};

export const eventEnvelope = (
  asking: Omit<Asking, 'echo' | 'ids'> & { readonly userId: string },
  event: SkillEvent,
): RequestEnvelope => {
  const at = timestampOf(asking.now);
  return overTheWire({
    version: '1.0',
    context: {
      System: {
        application: { applicationId: asking.skillId },
        user: { userId: asking.userId },
        apiEndpoint: asking.apiEndpoint,
        apiAccessToken: asking.apiAccessToken,
      },
    },
    request: { ...event, requestId: asking.requestId, timestamp: at, ...madeAt(event, at) },
  });
};

export const intentRequest = (intent: Intent, dialogState: DialogState | undefined): SessionRequest =>
  dialogState === undefined ? { type: 'IntentRequest', intent } : { type: 'IntentRequest', intent, dialogState };
