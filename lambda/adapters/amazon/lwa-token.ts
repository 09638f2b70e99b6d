import * as v from 'valibot';

/** Gives a good access token; `refresh` after the API refused the one before. Throws when none is to be had. */
export type AccessToken = (options?: { readonly refresh?: boolean }) => Promise<string>;

export type LwaSettings = {
  /** `https://api.amazon.com/auth/o2/token` on Amazon's side. */
  readonly tokenUrl: string;
  /** Form fields of the grant: `client_credentials` with its scope, or `refresh_token`. */
  readonly grant: Readonly<Record<string, string>>;
};

const answer = v.object({ access_token: v.string(), expires_in: v.number() });
const EARLY = 60_000;
const TIMEOUT = 2_000;

const fetchToken = async ({ tokenUrl, grant }: LwaSettings): Promise<v.InferOutput<typeof answer>> => {
  // URLSearchParams encodes the values: the SDK's own client does not, and breaks on a secret with `+` or `&`.
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams(grant),
    signal: AbortSignal.timeout(TIMEOUT),
  });
  if (!response.ok) throw new Error(`Login with Amazon answered ${response.status}`);
  return v.parse(answer, await response.json());
};

/**
 * Access tokens from Login with Amazon, kept until a minute before they end. Callers that ask at the same time share one
 * request. `now` is real time, not the demo clock.
 */
export const lwaToken = (settings: LwaSettings, now: () => number): AccessToken => {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let fetching: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    try {
      const { access_token: token, expires_in: seconds } = await fetchToken(settings);
      kept = { token, until: now() + seconds * 1_000 - EARLY };
      return token;
    } finally {
      fetching = undefined;
    }
  };
  return async ({ refresh = false } = {}) => {
    if (kept !== undefined && kept.until > now() && !refresh) return kept.token;
    fetching ??= renew();
    return fetching;
  };
};
