import * as v from 'valibot';

/**
 * Gives a good access token. `refused` names one that an API has just refused: another is fetched unless that has happened
 * already, so that hundreds of calls under way at its end cost one fetch. `perhaps`: the refusal may have had another reason, so
 * a token that was fetched in the last five minutes is given again. Throws when none is to be had.
 */
export type AccessToken = (options?: { readonly refused?: string; readonly perhaps?: true }) => Promise<string>;

export type LwaSettings = {
  /** `https://api.amazon.com/auth/o2/token` on Amazon's side. */
  readonly tokenUrl: string;
  /** Form fields of the grant: `client_credentials` with its scope, or `refresh_token`. */
  readonly grant: Readonly<Record<string, string>>;
};

const answer = v.object({ access_token: v.string(), expires_in: v.number() });
const EARLY = 60_000;
const YOUNG = 5 * 60_000;
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
  let kept: { readonly token: string; readonly since: number; readonly until: number } | undefined;
  let fetching: Promise<string> | undefined;
  const renew = async (): Promise<string> => {
    try {
      const { access_token: token, expires_in: seconds } = await fetchToken(settings);
      kept = { token, since: now(), until: now() + seconds * 1_000 - EARLY };
      return token;
    } finally {
      fetching = undefined;
    }
  };
  return async ({ refused, perhaps } = {}) => {
    const isGood = kept !== undefined && kept.until > now();
    const isTrusted = kept?.token !== refused || (perhaps === true && (kept?.since ?? 0) + YOUNG > now());
    if (kept !== undefined && isGood && isTrusted) return kept.token;
    fetching ??= renew();
    return fetching;
  };
};
