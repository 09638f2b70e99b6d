import * as v from 'valibot';
import { alexaSchemaFault } from '../alexa-schemas.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, notValid, problem } from './api-answers.ts';

const SCOPE = 'alexa:skill_messaging';
const MOST_BYTES = 6 * 1024;

const message = v.strictObject({
  data: v.pipe(
    v.record(v.string(), v.string()),
    v.check((data) => Buffer.byteLength(JSON.stringify(data)) <= MOST_BYTES, 'more than 6 KB'),
  ),
  expiresAfterSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(60), v.maxValue(86_400)), 3_600),
});

/** Tried at once, then after 30 seconds with gaps that double (Amazon, "Skill Messaging API Reference"). */
export const FIRST_GAP = 30_000;

/**
 * `POST /v1/skillmessages/users/{userId}`: 202 accepted, which says nothing of delivery; 400 data; 403 token or scope; 404 a user
 * who has not enabled the skill, or of another region.
 */
export const skillMessagesApi = async (world: World, request: Request, userId: string): Promise<ApiAnswer> => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'client' || !grant.scope.split(' ').includes(SCOPE))
    return problem(403, 'FORBIDDEN', 'The access token is not good for skill messages.');
  const json = await jsonOf(request);
  const schemaFault = alexaSchemaFault('skill-message', json);
  if (schemaFault !== undefined) return notValid(`The message is not one of Amazon's model, at ${schemaFault}.`);
  const parsed = v.safeParse(message, json);
  if (!parsed.success) return notValid(`The message is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const accountId = world.accountOf(userId);
  if (accountId === undefined || !world.account(accountId).enabled)
    return problem(404, 'USER_NOT_FOUND', 'No such user has enabled this skill.');
  const { data, expiresAfterSeconds } = parsed.output;
  const now = world.clock();
  const expiresAt = now + expiresAfterSeconds * 1_000;
  world.changeMessages((before) => [
    ...before,
    { id: world.newId(), accountId, data, nextTry: now, gap: FIRST_GAP, expiresAt },
  ]);
  return { status: 202 };
};
