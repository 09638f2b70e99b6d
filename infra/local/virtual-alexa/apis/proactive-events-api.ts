import * as v from 'valibot';
import { DAY, MINUTE } from '../../../../lambda/core/kernel/clock.ts';
import { alexaSchemaFault } from '../alexa-schemas.ts';
import { notify } from '../notifications.ts';
import { PUBLISHED_EVENTS } from '../skill-on-account.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, notValid, problem } from './api-answers.ts';
import { missingKeys, type ProactiveEvent, proactiveEvent, wordsOf } from './proactive-event.ts';

const SCOPE = 'alexa::proactive_events';
const NOT_ALLOWED = problem(
  403,
  'FORBIDDEN',
  'The token is not good, or the user has not opted in, or the event is not published.',
);

const named = v.looseObject({ event: v.looseObject({ name: v.string() }) });

const isUnpublished = (json: unknown): boolean =>
  v.is(named, json) && !PUBLISHED_EVENTS.some((published) => published === json.event.name);

const expiryFault = ({ expiryTime }: ProactiveEvent, now: number): string | undefined => {
  const ahead = Date.parse(expiryTime) - now;
  return ahead < 5 * MINUTE || ahead > DAY ? 'expiryTime must be from 5 minutes to 24 hours ahead' : undefined;
};

const subscribers = (world: World): readonly string[] =>
  [...world.accounts()].flatMap(([accountId, { notificationsOn }]) => (notificationsOn ? [accountId] : []));

/** The account of a user id, if it lets the skill notify it. */
const subscriberOf = (world: World, userId: string): string | undefined => {
  const accountId = world.accountOf(userId);
  return accountId !== undefined && world.account(accountId).notificationsOn ? accountId : undefined;
};

const deliver = (world: World, accountId: string, sent: ProactiveEvent): void => {
  const now = world.clock();
  const expiresAt = Date.parse(sent.expiryTime);
  world.changeAccount(accountId, (before) => {
    const recent = Object.entries(before.referenceIds).filter(([, until]) => until > now);
    return { ...before, referenceIds: { ...Object.fromEntries(recent), [sent.referenceId]: expiresAt } };
  });
  const echoIds = world.known.ofAccount(accountId).map(({ echoId }) => echoId);
  notify(world, echoIds, { id: sent.referenceId, words: wordsOf(sent), expiresAt });
};

/**
 * `POST /v1/proactiveEvents`: 202 accepted (no proof of delivery; Multicast also with no subscriber), 400 not valid,
 * 403 token, opt-in or publication, 409 the same `referenceId` again while it has not expired (Amazon, "Proactive
 * Events REST API Reference"). A chime and the light come on every Echo of the account.
 */
export const proactiveEventsApi = async (world: World, request: Request): Promise<ApiAnswer> => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'client' || !grant.scope.split(' ').includes(SCOPE)) return NOT_ALLOWED;
  const json = await jsonOf(request);
  if (isUnpublished(json)) return NOT_ALLOWED;
  const schemaFault = alexaSchemaFault('proactive-event', json);
  if (schemaFault !== undefined) return notValid(`The event is not one of Amazon's model, at ${schemaFault}.`);
  const parsed = v.safeParse(proactiveEvent, json);
  if (!parsed.success) return notValid(`The event is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const sent = parsed.output;
  const [missing] = missingKeys(sent);
  if (missing !== undefined) return notValid(`A locale has no localized attribute "${missing}".`);
  const fault = expiryFault(sent, world.clock());
  if (fault !== undefined) return notValid(fault);

  const { relevantAudience } = sent;
  if (relevantAudience.type === 'Multicast') {
    for (const accountId of subscribers(world)) deliver(world, accountId, sent);
    return { status: 202 };
  }
  const accountId = subscriberOf(world, relevantAudience.payload.user);
  if (accountId === undefined) return NOT_ALLOWED;
  const usedUntil = world.account(accountId).referenceIds[sent.referenceId] ?? 0;
  if (usedUntil > world.clock()) return problem(409, 'CONFLICT', 'This referenceId has been used for this user.');
  deliver(world, accountId, sent);
  return { status: 202 };
};
