import { SECOND } from '../../core/kernel/clock.ts';
import type { AccessToken } from './lwa-token.ts';
import { type Sent, sendOnce } from './send-once.ts';

/** One call as it leaves us; `body` is sent as JSON, or nothing is. */
export type AmazonCall = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly body?: unknown;
  /** Milliseconds after which it is given up. */
  readonly within: number;
};

export type Called =
  /** `retryAfter`: for so many milliseconds no further call is asked for, if the answer says so. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfter?: number }
  /** Nobody knows whether the call took effect. */
  | { readonly kind: 'no-answer' };

export type Posted =
  | Called
  /** No access token was to be had: the call was not made. */
  | { readonly kind: 'no-token' };

/** Milliseconds that a call of the worker's may take. */
export const TIMEOUT = 5_000;

const bodyOf = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // Some refusals come as an HTML page; only the status matters then.
    return undefined;
  }
};

/** The header in whole seconds (RFC 9110, 10.2.3); a date in it is passed over, because our clock and theirs may differ. */
const restOf = ({ retryAfter }: Sent): { readonly retryAfter?: number } => {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds * SECOND } : {};
};

/** The same, for the result of a Channel. */
export const retryAfterOf = ({
  retryAfter,
}: Extract<Posted, { kind: 'answered' }>): { readonly retryAfter?: number } =>
  retryAfter === undefined ? {} : { retryAfter };

/** Calls one of Amazon's APIs with a token; failing to reach it is a named outcome. Redirects are not followed: the token goes nowhere else. */
export const callAmazon = async ({ method, url, body, within }: AmazonCall, token: string): Promise<Called> => {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
  };
  try {
    const sent = await sendOnce(url, { method, headers }, text, within);
    return { kind: 'answered', status: sent.status, body: bodyOf(sent.text), ...restOf(sent) };
  } catch {
    return { kind: 'no-answer' };
  }
};

const tokenFrom = (accessToken: AccessToken, options: Parameters<AccessToken>[0]): Promise<string | undefined> =>
  accessToken(options).catch(() => undefined);

/**
 * Makes a call with a token. A 401 is answered once with a token that is not the refused one. `perhapsToken`: another status that
 * this API gives for a token that is over as well as for other reasons.
 */
export const callSigned = async (
  call: AmazonCall,
  accessToken: AccessToken,
  perhapsToken?: number,
): Promise<Posted> => {
  const token = await tokenFrom(accessToken, {});
  if (token === undefined) return { kind: 'no-token' };
  const first = await callAmazon(call, token);
  if (first.kind !== 'answered' || (first.status !== 401 && first.status !== perhapsToken)) return first;
  const isPerhaps = first.status === perhapsToken ? { perhaps: true as const } : {};
  const other = await tokenFrom(accessToken, { refused: token, ...isPerhaps });
  if (other === undefined) return { kind: 'no-token' };
  return other === token ? first : callAmazon(call, other);
};

/** Posts JSON to one of Amazon's APIs within 5 s: `callSigned`. */
export const postJson = (
  url: string,
  accessToken: AccessToken,
  body: unknown,
  perhapsToken?: number,
): Promise<Posted> => callSigned({ method: 'POST', url, body, within: TIMEOUT }, accessToken, perhapsToken);
