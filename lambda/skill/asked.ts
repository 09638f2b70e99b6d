import type { EchoIds } from '../core/pairing/echo.ts';
import { type CameBack, cameBackIn } from './connection.ts';
import { type IntentName, intentNamed } from './intents.ts';
import { safetyIntentIn, safetyOf } from './safety-classes.ts';
import { newSession, readSession, type Session } from './session.ts';
import { isSmall, type Small, smallIn, textIn } from './small-values.ts';
import { isTouch, touchedIn } from './touched.ts';

/**
 * A slot as it was understood. `id` is the resolved value of one of our own types; `value` is what was heard: for Amazon's types a
 * date, time or number, for ours just words, and never decided on.
 */
export type SlotHeard = { readonly value: string; readonly id?: string };

/** One request, read once: nothing is taken for granted, because real requests lack what the documentation promises. */
export type Asked = {
  readonly type: string;
  readonly intent?: IntentName;
  readonly slots: Readonly<Record<string, SlotHeard>>;
  readonly confirmation: 'NONE' | 'CONFIRMED' | 'DENIED';
  /** Whether the request belongs to a session at all. */
  readonly inSession: boolean;
  readonly session: Session;
  readonly ids?: EchoIds;
  readonly apiEndpoint: string;
  /** The token of this request for Alexa's APIs; empty when it brought none. Never kept. */
  readonly apiAccessToken: string;
  /** A routine started us with this task of ours. */
  readonly task?: string;
  /** Alexa came back with the answer to what we had her ask. */
  readonly cameBack?: CameBack;
  readonly hasScreen: boolean;
};

const idOf = (slot: Small): string | undefined => {
  const authorities = smallIn(slot, 'resolutions')?.resolutionsPerAuthority;
  if (!Array.isArray(authorities)) return undefined;
  const matched = authorities
    .filter(isSmall)
    .filter((authority) => smallIn(authority, 'status')?.code === 'ER_SUCCESS_MATCH')
    .flatMap((authority) => (Array.isArray(authority.values) ? authority.values : []))
    .filter(isSmall);
  const [first] = matched;
  const value = first === undefined ? undefined : smallIn(first, 'value');
  return value === undefined ? undefined : textIn(value, 'id');
};

/** A slot that may hold several values gives its first. */
const simpleOf = (slot: Small): Small => {
  const list = smallIn(slot, 'slotValue');
  const [first] = Array.isArray(list?.values) ? list.values : [];
  return isSmall(first) ? first : slot;
};

const slotsOf = (intent: Small | undefined): Readonly<Record<string, SlotHeard>> => {
  const slots = intent === undefined ? undefined : smallIn(intent, 'slots');
  const heard = Object.entries(slots ?? {}).flatMap(([name, slot]): [string, SlotHeard][] => {
    const simple = isSmall(slot) ? simpleOf(slot) : {};
    const value = textIn(simple, 'value');
    const id = idOf(simple);
    return value === undefined ? [] : [[name, id === undefined ? { value } : { value, id }]];
  });
  return Object.fromEntries(heard);
};

/**
 * The intent, or the safety intent that words in a slot mean: free words are heard in slots too, whatever Alexa took the whole for. A
 * value that was found in one of our own lists is no free word.
 */
const intentOf = (
  name: IntentName | undefined,
  slots: Readonly<Record<string, SlotHeard>>,
): { readonly intent?: IntentName; readonly slots: Readonly<Record<string, SlotHeard>> } => {
  const inWords = Object.values(slots)
    .filter(({ id }) => id === undefined)
    .map(({ value }) => safetyIntentIn(value))
    .find((safety) => safety !== undefined);
  if (inWords !== undefined && safetyOf(name) === undefined) return { intent: inWords, slots: {} };
  return name === undefined ? { slots } : { intent: name, slots };
};

const confirmationOf = (intent: Small | undefined): Asked['confirmation'] => {
  const status = intent?.confirmationStatus;
  return status === 'CONFIRMED' || status === 'DENIED' ? status : 'NONE';
};

const idsOf = (system: Small | undefined): EchoIds | undefined => {
  const device = system === undefined ? undefined : smallIn(system, 'device');
  const user = system === undefined ? undefined : smallIn(system, 'user');
  const deviceId = device === undefined ? undefined : textIn(device, 'deviceId');
  const userId = user === undefined ? undefined : textIn(user, 'userId');
  if (device === undefined || deviceId === undefined || userId === undefined) return undefined;
  const endpointId = textIn(device, 'persistentEndpointId');
  if (endpointId === undefined) return { userId, deviceId };
  const unitId = textIn(smallIn(system ?? {}, 'unit') ?? {}, 'persistentUnitId');
  return { userId, deviceId, endpointId, ...(unitId === undefined ? {} : { unitId }) };
};

/** Tokens are long: longer than what session attributes hold. */
const tokenIn = (system: Small | undefined): string => {
  const token = system?.apiAccessToken;
  return typeof token === 'string' ? token : '';
};

const APL = 'Alexa.Presentation.APL';

const screenIn = (system: Small | undefined): boolean => {
  const device = system === undefined ? undefined : smallIn(system, 'device');
  return device !== undefined && smallIn(device, 'supportedInterfaces')?.[APL] !== undefined;
};

/** The session of a request. A bare opening begins a conversation that goes on after an answer; so does one that Alexa gives back. */
const sessionOf = (session: Small | undefined, type: string, cameBack: CameBack | undefined): Session => {
  if (cameBack !== undefined) {
    const { residentId, opened, placed } = cameBack.state;
    return { ...newSession, opened, speaker: residentId, placed };
  }
  return plainSession(session, type);
};

const plainSession = (session: Small | undefined, type: string): Session => {
  const read = readSession(session?.attributes);
  return type === 'LaunchRequest' ? { ...newSession, opened: true, turn: read.turn } : read;
};

/** A press on the Screen is as if its words had been said; one on a screen that is out of date opens afresh. */
const touchOf = (
  request: Small,
  session: Small | undefined,
): { readonly type: string; readonly intent?: IntentName; readonly slots?: Asked['slots'] } | undefined => {
  if (!isTouch(request)) return undefined;
  const touched = touchedIn(request, readSession(session?.attributes));
  return touched === undefined ? { type: 'LaunchRequest' } : { type: 'IntentRequest', ...touched };
};

/** Reads a request envelope: pure and cheap, so that every handler may ask. */
export const readAsked = (envelope: unknown): Asked => {
  const whole: Small = isSmall(envelope) ? envelope : {};
  const request = smallIn(whole, 'request') ?? {};
  const context = smallIn(whole, 'context');
  const system = context === undefined ? undefined : smallIn(context, 'System');
  const session = smallIn(whole, 'session');
  const asIf = touchOf(request, session);
  const type = asIf?.type ?? textIn(request, 'type') ?? '';
  const intent = type === 'IntentRequest' ? smallIn(request, 'intent') : undefined;
  const name =
    asIf?.intent ?? intentNamed(intent?.name) ?? (type === 'IntentRequest' ? 'AMAZON.FallbackIntent' : undefined);
  const ids = idsOf(system);
  const cameBack = cameBackIn(request);
  const task = textIn(smallIn(request, 'task') ?? {}, 'name')
    ?.split('.')
    .at(-1);
  return {
    type,
    ...intentOf(name, asIf?.slots ?? slotsOf(intent)),
    confirmation: confirmationOf(intent),
    inSession: session !== undefined,
    session: sessionOf(session, type, cameBack),
    ...(cameBack === undefined ? {} : { cameBack }),
    ...(task === undefined ? {} : { task }),
    ...(ids === undefined ? {} : { ids }),
    apiEndpoint: system === undefined ? '' : (textIn(system, 'apiEndpoint') ?? ''),
    apiAccessToken: tokenIn(system),
    hasScreen: screenIn(system),
  };
};
