import type { RequestEnvelope } from 'ask-sdk-model';
import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1));

const user = v.looseObject({ userId: id });
const application = v.looseObject({ applicationId: id });

const session = v.looseObject({
  new: v.boolean(),
  sessionId: id,
  application,
  user,
  attributes: v.nullish(v.record(v.string(), v.unknown())),
});

const slot = v.looseObject({ name: v.string(), value: v.optional(v.string()) });
const intent = v.looseObject({ name: id, slots: v.nullish(v.record(v.string(), slot)) });

const request = v.looseObject({ type: id, requestId: id, timestamp: v.pipe(v.string(), v.isoTimestamp()) });

const envelope = v.looseObject({
  version: v.literal('1.0'),
  session: v.optional(session),
  context: v.looseObject({ System: v.looseObject({ application, user }) }),
  request,
});

const inSession = ['LaunchRequest', 'IntentRequest', 'SessionEndedRequest'];

const complete = v.pipe(
  envelope,
  v.forward(
    v.check(({ request: { type }, session: given }) => !inSession.includes(type) || given !== undefined, 'missing'),
    ['session'],
  ),
  v.forward(
    v.check(({ request: sent }) => sent.type !== 'IntentRequest' || v.is(intent, sent.intent), 'not an intent'),
    ['request'],
  ),
);

const isEnvelope = (json: unknown): json is RequestEnvelope => v.is(complete, json);

export type ParsedEnvelope =
  | { readonly kind: 'envelope'; readonly envelope: RequestEnvelope }
  | { readonly kind: 'malformed'; readonly why: string };

/**
 * Reads an Alexa request envelope (version 1.0) that came over HTTP. `why` is one line that names the place and the
 * kind of mistake, and never repeats what was sent. Request types that are not known yet are accepted.
 */
export const parseEnvelope = (json: unknown): ParsedEnvelope => {
  if (isEnvelope(json)) return { kind: 'envelope', envelope: json };
  const parsed = v.safeParse(complete, json);
  const issue = parsed.success ? undefined : parsed.issues[0];
  const path = issue === undefined ? null : v.getDotPath(issue);
  if (issue === undefined || path === null)
    return { kind: 'malformed', why: 'This is not an Alexa request envelope: it must be a JSON object.' };
  const fault =
    issue.kind === 'validation' && issue.type === 'check'
      ? issue.message
      : `expected ${issue.expected ?? 'another value'}`;
  return { kind: 'malformed', why: `This is not an Alexa request envelope: ${path} is wrong (${fault}).` };
};
