import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import type { IssuedToken } from './alexa-state.ts';
import type { World } from './world.ts';

/** Every token of Amazon's lives an hour: `apiAccessToken` and Login with Amazon alike. */
export const TOKEN_LIFE = HOUR;

/** Issues a token that is good for an hour of real time, and forgets the ones that have expired. */
export const issueToken = (world: World, granted: Omit<IssuedToken, 'expiresAt'>): string => {
  const token = `Atc|${world.newId()}`;
  const now = world.realClock();
  world.changeTokens((tokens) => {
    const alive = Object.entries(tokens).filter(([, { expiresAt }]) => expiresAt > now);
    return { ...Object.fromEntries(alive), [token]: { ...granted, expiresAt: now + TOKEN_LIFE } };
  });
  return token;
};

/** What a `Authorization: Bearer` header grants; `undefined` if it is missing, unknown or expired. */
export const grantOf = (world: World, request: Request): (IssuedToken & { readonly token: string }) | undefined => {
  const token = /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const granted = token === undefined ? undefined : world.token(token);
  return token !== undefined && granted !== undefined && granted.expiresAt > world.realClock()
    ? { ...granted, token }
    : undefined;
};
