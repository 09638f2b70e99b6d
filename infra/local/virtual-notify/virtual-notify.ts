import * as v from 'valibot';
import { type Clock, type Instant, MINUTE } from '../../../lambda/core/kernel/clock.ts';
import type { NewId } from '../../../lambda/core/kernel/ids.ts';
import { readUkMobile } from '../../../lambda/core/people/contact.ts';
import { tokenRefusal } from './check-token.ts';
import { EMAIL_TEMPLATE, filled, missingFrom, TEXT_TEMPLATE, type Template } from './templates.ts';

/** A text or an e-mail that GOV.UK Notify took. `to`: a mobile number (E.164) or an address; `at`: an instant of the heart's clock. */
export type Received = {
  readonly id: string;
  readonly by: 'text' | 'email';
  readonly to: string;
  readonly subject?: string;
  readonly body: string;
  readonly reference: string;
  readonly status: 'delivered' | 'temporary-failure' | 'permanent-failure';
  readonly at: Instant;
};

/** How the next sending fails: with a status and no effect, or without any answer, with or without its effect. */
export type NotifyFailure =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'no-answer'; readonly effect: boolean };

export type VirtualNotify = {
  /** Answers a request under the base path; undefined for any other. */
  readonly handle: (request: Request) => Promise<Response | undefined>;
  /** Everything that was taken, the oldest first. */
  readonly received: () => readonly Received[];
  /** Calls back after each that was taken; returns how to stop. */
  readonly follow: (listener: (received: Received) => void) => () => void;
  /** For tests: the next sending fails so. Several wait in turn. */
  readonly failNext: (failure: NotifyFailure) => void;
};

export type VirtualNotifyNeeds = {
  /** Where it is mounted, for example `/notify-api`; no slash at the end. */
  readonly basePath: string;
  readonly key: { readonly service: string; readonly secret: string };
  readonly clock: Clock;
  readonly realNow: Clock;
  readonly newId: NewId;
  /** 3,000 a minute with every kind of key ("REST API documentation", rate limits). */
  readonly mostAMinute?: number;
};

/** So many are remembered, the newest. */
const MOST_KEPT = 500;
/** Numbers that never arrive ("REST API documentation", testing). */
const NEVER_ARRIVES: Readonly<Record<string, Received['status']>> = {
  '+447700900002': 'permanent-failure',
  '+447700900003': 'temporary-failure',
};

const asked = v.object({
  template_id: v.string(),
  phone_number: v.optional(v.string()),
  email_address: v.optional(v.pipe(v.string(), v.email())),
  personalisation: v.optional(v.record(v.string(), v.string()), {}),
  reference: v.optional(v.string(), ''),
});

const refused = (status: number, error: string, message: string): Response =>
  Response.json({ status_code: status, errors: [{ error, message }] }, { status });

type Sending = { readonly template: Template; readonly received: Omit<Received, 'id' | 'at'> };

const sendingOf = (body: unknown, template: Template): Sending | Response => {
  const parsed = v.safeParse(asked, body);
  if (!parsed.success) return refused(400, 'ValidationError', parsed.issues[0].message);
  const { template_id: id, phone_number: number, email_address: address, personalisation, reference } = parsed.output;
  if (id !== template.id) return refused(400, 'BadRequestError', 'Template not found');
  const to = template.type === 'sms' ? readUkMobile(number ?? '') : address;
  if (to === undefined)
    return refused(
      400,
      'ValidationError',
      template.type === 'sms' ? 'phone_number Not a UK mobile number' : 'email_address is a required property',
    );
  const missing = missingFrom(template, personalisation);
  if (missing.length > 0) return refused(400, 'BadRequestError', `Missing personalisation: ${missing.join(', ')}`);
  const words = { body: filled(template.body, personalisation) };
  const head = template.subject === undefined ? {} : { subject: filled(template.subject, personalisation) };
  const status = NEVER_ARRIVES[to] ?? 'delivered';
  return {
    template,
    received: { by: template.type === 'sms' ? 'text' : 'email', to, ...words, ...head, reference, status },
  };
};

const taken = ({ template }: Sending, { id, reference, body, subject }: Received): Response =>
  Response.json(
    {
      id,
      reference: reference === '' ? null : reference,
      content:
        template.type === 'sms'
          ? { body, from_number: 'BELLBIRD' }
          : { body, subject, from_email: 'bellbird@example.org' },
      template: { id: template.id, version: 1 },
    },
    { status: 201 },
  );

const shown = ({ id, by, to, reference, status, body }: Received) => ({
  id,
  reference,
  type: by === 'text' ? 'sms' : 'email',
  status,
  body,
  ...(by === 'text' ? { phone_number: to } : { email_address: to }),
});

/** Waits until the caller hangs up. */
const noAnswer = (request: Request): Promise<Response> =>
  new Promise((resolve) => {
    request.signal.addEventListener('abort', () => resolve(new Response(null, { status: 504 })), { once: true });
  });

/** GOV.UK Notify as far as Bellbird calls it: sending a text or an e-mail, and the list by reference, with its refusals and limits. */
export const virtualNotify = (needs: VirtualNotifyNeeds): VirtualNotify => {
  const { basePath, key, realNow, mostAMinute = 3_000 } = needs;
  const failures: NotifyFailure[] = [];
  const listeners = new Set<(received: Received) => void>();
  let kept: readonly Received[] = [];
  let lately: readonly Instant[] = [];

  const take = async (request: Request, template: Template): Promise<Response> => {
    const body: unknown = await request.json().catch(() => undefined);
    const sending = sendingOf(body, template);
    if (sending instanceof Response) return sending;
    lately = lately.filter((at) => at > realNow() - MINUTE);
    if (lately.length >= mostAMinute)
      return refused(
        429,
        'RateLimitError',
        `Exceeded rate limit for key type LIVE of ${mostAMinute} requests per 60 seconds`,
      );
    lately = [...lately, realNow()];
    const received = { ...sending.received, id: needs.newId(), at: needs.clock() };
    kept = [...kept, received].slice(-MOST_KEPT);
    for (const tell of listeners) tell(received);
    return taken(sending, received);
  };

  const send = async (request: Request, template: Template): Promise<Response> => {
    const failure = failures.shift();
    if (failure?.kind === 'status') return refused(failure.status, 'Exception', 'Internal server error');
    if (failure?.kind === 'no-answer') {
      if (failure.effect) await take(request.clone(), template);
      return noAnswer(request);
    }
    return take(request, template);
  };

  const list = (url: URL): Response => {
    const [type, reference] = [url.searchParams.get('template_type'), url.searchParams.get('reference')];
    const found = kept.filter((one) => reference === null || one.reference === reference).map(shown);
    const notifications = found.filter((one) => type === null || one.type === type).toReversed();
    return Response.json({ notifications, links: { current: url.pathname } });
  };

  const answer = (request: Request, url: URL): Response | Promise<Response> => {
    switch (`${request.method} ${url.pathname.slice(basePath.length)}`) {
      case 'POST /v2/notifications/sms':
        return send(request, TEXT_TEMPLATE);
      case 'POST /v2/notifications/email':
        return send(request, EMAIL_TEMPLATE);
      case 'GET /v2/notifications':
        return list(url);
      default:
        return refused(404, 'NotFoundError', 'This virtual Notify has no such endpoint');
    }
  };

  return {
    handle: async (request) => {
      const url = new URL(request.url);
      if (!url.pathname.startsWith(`${basePath}/`)) return undefined;
      const refusal = tokenRefusal(request.headers.get('authorization'), key, realNow());
      return refusal === undefined ? answer(request, url) : refused(403, 'AuthError', refusal);
    },
    received: () => kept,
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    failNext: (failure) => void failures.push(failure),
  };
};
