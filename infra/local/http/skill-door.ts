import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { parseEnvelope } from '../virtual-alexa/parse-envelope.ts';

const line = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

const jsonOf = (request: Request): Promise<unknown> => request.json().catch(() => undefined);

/** The same as Lambda's limit on an event that is waited for. */
const LARGEST_ENVELOPE = 6 * 1024 * 1024;

/**
 * `POST /alexa`: a raw request envelope in, the skill's raw response envelope out. What is no envelope gets 400 and one line;
 * a request for another skill gets 403.
 */
export const skillDoor =
  (needs: { readonly skillId: string; readonly invoke: (envelope: RequestEnvelope) => Promise<ResponseEnvelope> }) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'POST') return line(405, 'Send a request envelope with POST.');
    if (Number(request.headers.get('content-length') ?? 0) > LARGEST_ENVELOPE)
      return line(413, 'The envelope is too large.');
    const parsed = parseEnvelope(await jsonOf(request));
    if (parsed.kind === 'malformed') return line(400, parsed.why);
    if (parsed.envelope.context.System.application.applicationId !== needs.skillId) {
      return line(403, 'This request is for another skill.');
    }
    return Response.json(await needs.invoke(parsed.envelope));
  };
