import { SECOND } from '../../core/kernel/clock.ts';
import type { AccessToken } from './lwa-token.ts';

export type Posted =
  /** `retryAfter`: for so many milliseconds no further call is asked for, if the answer says so. */
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly retryAfter?: number }
  /** No access token was to be had: the call was not made. */
  | { readonly kind: 'no-token' }
  /** Nobody knows whether the call took effect. */
  | { readonly kind: 'no-answer' };

const TIMEOUT = 5_000;

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // Some refusals come as an HTML page; only the status matters then.
    return undefined;
  }
};

/** The header in whole seconds (RFC 9110, 10.2.3); a date in it is passed over, because our clock and theirs may differ. */
const restOf = (response: Response): { readonly retryAfter?: number } => {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds * SECOND } : {};
};

/** The same, for the result of a Channel. */
export const retryAfterOf = ({
  retryAfter,
}: Extract<Posted, { kind: 'answered' }>): { readonly retryAfter?: number } =>
  retryAfter === undefined ? {} : { retryAfter };

const post = async (url: string, token: string, body: unknown): Promise<Posted> => {
  // `AbortSignal.timeout` would keep every answered call in memory until its time is up.
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: controller.signal,
    });
    return { kind: 'answered', status: response.status, body: await bodyOf(response), ...restOf(response) };
  } catch {
    return { kind: 'no-answer' };
  } finally {
    clearTimeout(timer);
  }
};

const tokenFrom = (accessToken: AccessToken, refresh: boolean): Promise<string | undefined> =>
  accessToken({ refresh }).catch(() => undefined);

const postWithToken = async (
  url: string,
  accessToken: AccessToken,
  body: unknown,
  refresh: boolean,
): Promise<Posted> => {
  const token = await tokenFrom(accessToken, refresh);
  return token === undefined ? { kind: 'no-token' } : post(url, token, body);
};

/** Posts JSON to one of Amazon's APIs within 5 s. A 401 is answered once with a fresh token; failing to reach it is a named outcome. */
export const postJson = async (url: string, accessToken: AccessToken, body: unknown): Promise<Posted> => {
  const first = await postWithToken(url, accessToken, body, false);
  return first.kind === 'answered' && first.status === 401 ? postWithToken(url, accessToken, body, true) : first;
};
