import { createMiddleware } from 'hono/factory';
import type { Cookies } from '../sign-in/cookies.ts';
import { isLanguage } from '../words/words-of.ts';
import type { ConsoleEnv } from './console-env.ts';

/** The language of a visit: the one just chosen (`?lang=cy`, which is remembered), the one chosen before, or English. */
export const chooseLanguage = (cookies: Cookies) =>
  createMiddleware<ConsoleEnv>(async (c, next) => {
    const chosen = c.req.query('lang');
    const remembered = cookies.read(c, 'bellbird-language');
    c.set('language', isLanguage(chosen) ? chosen : isLanguage(remembered) ? remembered : 'en');
    if (isLanguage(chosen) && chosen !== remembered) cookies.write(c, 'bellbird-language', chosen);
    await next();
  });
