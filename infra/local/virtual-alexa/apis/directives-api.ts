import * as v from 'valibot';
import { alexaSchemaFault } from '../alexa-schemas.ts';
import { spokenSsml } from '../ssml.ts';
import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, jsonOf, notValid, problem } from './api-answers.ts';

const LONGEST = 600;
const MOST_PER_REQUEST = 5;

const progressive = v.strictObject({
  header: v.strictObject({ requestId: v.string() }),
  directive: v.strictObject({
    type: v.literal('VoicePlayer.Speak'),
    speech: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST)),
  }),
});

const captionOf = (speech: string): string | undefined => {
  if (!speech.trimStart().startsWith('<')) return speech;
  const spoken = spokenSsml(speech);
  return spoken.kind === 'spoken' ? spoken.text : undefined;
};

/**
 * `POST /v1/directives`, a progressive response: 204 spoken, 400 not valid, 401 token, 403 not while the skill is
 * answering that request (Amazon, "Send the User a Progressive Response"). At most five to a request.
 */
export const directivesApi = async (world: World, request: Request): Promise<ApiAnswer> => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'api-access') return problem(401, 'UNAUTHORIZED', 'The access token is not good.');
  const json = await jsonOf(request);
  const schemaFault = alexaSchemaFault('directive', json);
  if (schemaFault !== undefined) return notValid(`The directive is not one of Amazon's model, at ${schemaFault}.`);
  const parsed = v.safeParse(progressive, json);
  if (!parsed.success) return notValid(`The directive is not valid at ${v.getDotPath(parsed.issues[0]) ?? 'its top'}.`);
  const { header, directive } = parsed.output;
  const spoken = captionOf(directive.speech);
  if (spoken === undefined) return notValid('The speech is not SSML that Alexa speaks.');
  const live = world.live.get(header.requestId);
  if (live === undefined || live.token !== grant.token || live.progressive >= MOST_PER_REQUEST) {
    return problem(403, 'FORBIDDEN', 'A progressive response is not allowed now.');
  }
  world.live.set(header.requestId, { ...live, progressive: live.progressive + 1 });
  world.happens(live.echoId, { kind: 'progressive', spoken });
  return { status: 204 };
};
