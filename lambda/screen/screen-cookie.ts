import { getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Asking, ScreenEnv } from './screen-env.ts';
import type { ScreenNeeds } from './screen-needs.ts';

const NAME = 'bellbird-screen';
/** The longest that a browser keeps a cookie, in seconds (RFC 6265bis 5.5: 400 days); every opening of the page renews it. */
const KEPT = 400 * 24 * 60 * 60;
const TOKEN = /^[A-Za-z0-9_-]{32,128}$/;

/**
 * The token by which a Screen is known: HttpOnly, SameSite=Strict, and under https `Secure` with the `__Host-` prefix
 * (RFC 6265bis 4.1.3.2). Plain http is for loopback only. Our side keeps its keyed hash alone.
 */
export const screenCookie = (origin: string) => {
  const isSecure = origin.startsWith('https:');
  const read = (c: Asking): string | undefined => {
    const token = isSecure ? getCookie(c, NAME, 'host') : getCookie(c, NAME);
    return token !== undefined && TOKEN.test(token) ? token : undefined;
  };
  const write = (c: Asking, token: string): void => {
    const options = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: KEPT } as const;
    setCookie(c, NAME, token, isSecure ? { ...options, secure: true, prefix: 'host' } : options);
  };
  return { read, write };
};
export type ScreenCookie = ReturnType<typeof screenCookie>;

/** Finds out which Screen asks. */
export const recogniseScreen = ({ secrets }: Pick<ScreenNeeds, 'secrets'>, cookie: ScreenCookie) =>
  createMiddleware<ScreenEnv>(async (c, next) => {
    const token = cookie.read(c);
    if (token !== undefined) c.set('screenHash', secrets.hashScreen(token));
    await next();
  });
