import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import type { ConsoleEnv } from '../pages/console-env.ts';
import { signedInOf } from '../sign-in/signed-in.ts';
import { one, readForm } from './form.ts';

/** The name of the hidden field that holds the session's token. */
export const TOKEN_FIELD = 'token';

/** Compares in a time that does not depend on where the two differ. */
const isSame = (one: string, other: string): boolean => {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at % other.length);
  return difference === 0;
};

/** Reads every form, and refuses one that does not carry its session's token (C15): it was not made by our page for this person. */
export const requireFormToken = createMiddleware<ConsoleEnv>(async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const form = await readForm(c);
    if (!isSame(one(form, TOKEN_FIELD), signedInOf(c).session.formToken)) throw new HTTPException(403);
    c.set('form', form);
  }
  await next();
});
