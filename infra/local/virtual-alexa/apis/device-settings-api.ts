import { grantOf } from '../tokens.ts';
import type { World } from '../world.ts';
import { type ApiAnswer, problem } from './api-answers.ts';

/** `GET /v2/devices/{deviceId}/settings/{key}`: the time zone, for the device of the token only. 401, 403, 404 else. */
export const deviceSettingsApi = (world: World, request: Request, deviceId: string, key: string): ApiAnswer => {
  const grant = grantOf(world, request);
  if (grant?.kind !== 'api-access') return problem(401, 'INVALID_TOKEN', 'The access token is not good.');
  if (grant.deviceId !== deviceId) return problem(403, 'FORBIDDEN', 'The token is for another device.');
  if (key !== 'System.timeZone') return problem(404, 'INVALID_KEY', 'This virtual Alexa knows the time zone only.');
  return { status: 200, body: 'Europe/London' };
};
