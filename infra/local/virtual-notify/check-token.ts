import { createHmac, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { SECOND } from '../../../lambda/core/kernel/clock.ts';

/** GOV.UK Notify refuses a token whose clock is further off than this. */
const CLOCK_MAY_BE_OFF = 30 * SECOND;

const header = v.object({ alg: v.literal('HS256'), typ: v.literal('JWT') });
const claims = v.object({ iss: v.string(), iat: v.number() });

const decoded = (part: string): unknown => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** Why a token is refused, in GOV.UK Notify's words, or undefined: a JSON Web Token (RFC 7519) signed with the key's secret. */
export const tokenRefusal = (
  authorization: string | null,
  key: { readonly service: string; readonly secret: string },
  realNow: number,
): string | undefined => {
  const [, token = ''] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
  const [head = '', body = '', signature = ''] = token.split('.');
  const [isJwt, said] = [v.is(header, decoded(head)), v.safeParse(claims, decoded(body))];
  if (!isJwt || !said.success) return 'Invalid token: make sure your API token matches the example';
  const own = createHmac('sha256', key.secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  const isSigned = own.length === given.length && timingSafeEqual(own, given);
  if (said.output.iss !== key.service || !isSigned) return 'Invalid token: API key not found';
  return Math.abs(realNow - said.output.iat * SECOND) > CLOCK_MAY_BE_OFF
    ? 'Error: Your system clock must be accurate to within 30 seconds'
    : undefined;
};
