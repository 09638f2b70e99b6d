import type { RequestHandler } from 'ask-sdk-core';
import type { SkillEvent } from '../core/reminders/hear-skill-event.ts';
import { REMINDERS_SCOPE } from './connection.ts';
import type { TurnNeeds } from './needs.ts';
import { idsIn, isSmall, type Small, smallIn, textIn } from './small-values.ts';

const namesIn = (body: Small | undefined, list: string, field: string): readonly string[] => {
  const all = body?.[list];
  return Array.isArray(all) ? all.filter(isSmall).flatMap((one) => textIn(one, field) ?? []) : [];
};

const tokenEvent = (body: Small | undefined, kind: 'rang' | 'updated'): SkillEvent | undefined => {
  const token = body === undefined ? undefined : textIn(body, 'alertToken');
  return token === undefined ? undefined : { kind, token };
};

/** What an event says to us; undefined for one that changes nothing (enabled, linked, a reminder created or over). */
export const skillEventOf = (request: Small): SkillEvent | undefined => {
  const body = smallIn(request, 'body');
  switch (request.type) {
    case 'AlexaSkillEvent.SkillDisabled':
      return { kind: 'disabled' };
    case 'AlexaSkillEvent.ProactiveSubscriptionChanged':
      return { kind: 'notifications', on: namesIn(body, 'subscriptions', 'eventName').length > 0 };
    case 'AlexaSkillEvent.SkillPermissionAccepted':
    case 'AlexaSkillEvent.SkillPermissionChanged':
      // The whole list that now holds; an empty one takes back everything.
      return { kind: 'may-remind', on: namesIn(body, 'acceptedPermissions', 'scope').includes(REMINDERS_SCOPE) };
    // Taken away on one Echo Show, it may still stand on another of the account: only what each of them answers tells.
    case 'Alexa.DataStore.PackageManager.UsagesInstalled':
      return { kind: 'widget' };
    case 'Reminders.ReminderStarted':
      return tokenEvent(body, 'rang');
    case 'Reminders.ReminderUpdated':
      return tokenEvent(body, 'updated');
    case 'Reminders.ReminderDeleted':
      return { kind: 'deleted', tokens: idsIn(body ?? {}, 'alertTokens') };
    case 'Messaging.MessageReceived':
      return smallIn(request, 'message')?.op === 'level-reminders' ? { kind: 'level' } : undefined;
    default:
      return undefined;
  }
};

/** When it happened: `eventCreationTime` where there is one, because an event may be sent again much later. */
const happenedAt = (request: Small, now: number): number => {
  const at = Date.parse(textIn(request, 'eventCreationTime') ?? textIn(request, 'timestamp') ?? '');
  return Number.isFinite(at) ? at : now;
};

const requestOf = (envelope: unknown): Small => (isSmall(envelope) ? (smallIn(envelope, 'request') ?? {}) : {});

/** Whether Alexa has to send a request again when it could not be written down. */
export const isSkillEvent = (envelope: unknown): boolean => skillEventOf(requestOf(envelope)) !== undefined;

/** What Alexa tells of an account, out of session. Written down, and answered with nothing; a fault is thrown, so that it comes again. */
export const skillEvents = ({ placing, council, clock, log }: TurnNeeds): RequestHandler => ({
  canHandle: ({ requestEnvelope }) => placing !== undefined && isSkillEvent(requestEnvelope),
  handle: async ({ requestEnvelope, responseBuilder }) => {
    const request = requestOf(requestEnvelope);
    const event = skillEventOf(request);
    const { user, apiEndpoint, apiAccessToken } = requestEnvelope.context.System;
    if (placing !== undefined && event !== undefined && typeof user?.userId === 'string') {
      log('skill.background-request', { council, kind: event.kind });
      await placing.hearEvent({
        council,
        account: placing.hashAccount(user.userId),
        at: happenedAt(request, clock()),
        event,
        access: { apiEndpoint, token: apiAccessToken ?? '' },
      });
    }
    return responseBuilder.getResponse();
  },
});
