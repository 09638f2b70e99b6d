import type { Context } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import type { Council } from '../../core/people/council.ts';
import type { SendingState } from '../../core/people/sending.ts';
import type { Form } from '../forms/form.ts';
import type { SessionOver } from '../sign-in/require-signed-in.ts';
import type { SignedIn } from '../sign-in/signed-in.ts';
import type { Language } from '../words/words-of.ts';

/** What is known of one request, in the order in which it becomes known. */
export type ConsoleEnv = {
  readonly Variables: SecureHeadersVariables & {
    language: Language;
    /** Missing only when the table could not be read. */
    council?: Council;
    /** What is held back; asked for Officers only. */
    sending?: SendingState;
    signedIn?: SignedIn;
    sessionOver?: SessionOver;
    /** What was sent with a form. */
    form?: Form;
  };
};

export type Visit = Context<ConsoleEnv>;
