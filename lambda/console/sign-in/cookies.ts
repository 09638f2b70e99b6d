import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import type { Visit } from '../pages/console-env.ts';

/** The console's cookies and how long a browser keeps each, in seconds; none: until it is closed. */
const COOKIES = {
  'bellbird-session': undefined,
  'bellbird-sign-in': 600,
  'bellbird-return': 600,
  'bellbird-language': 31_536_000,
} as const;
export type CookieName = keyof typeof COOKIES;

/**
 * Reads and writes the console's cookies: HttpOnly, SameSite=Lax (the provider's answer is a navigation from another
 * site), and under https `Secure` with the `__Host-` prefix (RFC 6265bis 4.1.3.2). Plain http is for loopback only.
 */
export const cookiesAt = (origin: string) => {
  const isSecure = origin.startsWith('https:');
  const options: CookieOptions = {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    ...(isSecure ? { secure: true, prefix: 'host' as const } : {}),
  };
  return {
    read: (c: Visit, name: CookieName): string | undefined =>
      isSecure ? getCookie(c, name, 'host') : getCookie(c, name),
    write: (c: Visit, name: CookieName, value: string): void => {
      const maxAge = COOKIES[name];
      setCookie(c, name, value, maxAge === undefined ? options : { ...options, maxAge });
    },
    remove: (c: Visit, name: CookieName): void => {
      deleteCookie(c, name, options);
    },
  };
};
export type Cookies = ReturnType<typeof cookiesAt>;
