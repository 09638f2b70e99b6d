import { lwaToken } from '../adapters/amazon/lwa-token.ts';
import { managedEndpoints } from '../adapters/smart-properties/managed-endpoints.ts';
import { type PropertiesCall, propertiesCall } from '../adapters/smart-properties/properties-call.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { ManagedEndpoints } from '../core/pairing/managed-endpoints.ts';

export type PropertiesSettings = {
  readonly LWA_TOKEN_URL: string;
  /** `https://api.eu.amazonalexa.com` for the United Kingdom: tokens are sent nowhere else, whatever a request once said. */
  readonly ALEXA_API_URL: string;
  readonly PROPERTIES_CLIENT_ID: string;
  readonly PROPERTIES_CLIENT_SECRET: string;
  readonly PROPERTIES_REFRESH_TOKEN: string;
};

/** Calls Alexa Smart Properties with its own sign-in: a refresh token, not the skill's client credentials. Tokens live in real time. */
export const callProperties = (settings: PropertiesSettings, realNow: Clock): PropertiesCall => {
  const grant = {
    grant_type: 'refresh_token',
    client_id: settings.PROPERTIES_CLIENT_ID,
    client_secret: settings.PROPERTIES_CLIENT_SECRET,
    refresh_token: settings.PROPERTIES_REFRESH_TOKEN,
  };
  const accessToken = lwaToken({ tokenUrl: settings.LWA_TOKEN_URL, grant }, realNow);
  return propertiesCall({ accessToken, apiUrl: settings.ALEXA_API_URL });
};

/** The rooms and Echos below the council's organisation: `PROPERTIES_UNIT_ID` is `amzn1.alexa.unit.did.…`. */
export const councilsRooms = (
  settings: PropertiesSettings & { readonly PROPERTIES_UNIT_ID: string },
  realNow: Clock,
): ManagedEndpoints => managedEndpoints(callProperties(settings, realNow), settings.PROPERTIES_UNIT_ID);
