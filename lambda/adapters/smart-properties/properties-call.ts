import { type AmazonCall, callSigned, type Posted, TIMEOUT } from '../amazon/call-amazon.ts';
import type { AccessToken } from '../amazon/lwa-token.ts';

export type PropertiesNeeds = {
  /** Of the property's own sign-in, a refresh token: the skill's token is refused here. */
  readonly accessToken: AccessToken;
  /** Where the Alexa APIs are, without a slash at the end. */
  readonly apiUrl: string;
};

/** Calls Alexa Smart Properties; `path` begins with a slash and may carry a query. */
export type PropertiesCall = (method: AmazonCall['method'], path: string, body?: unknown) => Promise<Posted>;

export const propertiesCall =
  ({ accessToken, apiUrl }: PropertiesNeeds): PropertiesCall =>
  (method, path, body) =>
    callSigned(
      { method, url: `${apiUrl}${path}`, within: TIMEOUT, ...(body === undefined ? {} : { body }) },
      accessToken,
    );
