import type { HeldRule } from './held-rule.ts';

/** A token of one account, for one call of Alexa's at a time: never kept (Amazon, "Skill Messaging API Reference"). */
export type EchoAccess = { readonly apiEndpoint: string; readonly token: string };

/** What a copy on an Echo is to be: when it rings, and what it says. Plain text, escaped by the adapter. */
export type WantedCopy = { readonly rule: HeldRule; readonly words: string };

/**
 * A copy as the Echo lists it; one that is over is listed for three days more. `version` is Alexa's own, another after every change,
 * ours or anybody's; `rule` is when it rings there, where that can be read.
 */
export type HeldCopy = {
  readonly token: string;
  readonly isOver: boolean;
  readonly version?: string;
  readonly rule?: HeldRule;
};

/**
 * Why a call came to nothing. `try-later`: it had no effect and may be made again. `unknown`: nobody knows whether it took effect.
 * `no-token`: the request that we answer brought no access, or named a host that is not ours.
 */
export type EchoTrouble =
  | 'no-permission'
  | 'not-declared'
  | 'device-cannot-ring'
  | 'too-many-on-echo'
  | 'time-has-passed'
  | 'not-valid'
  | 'try-later'
  | 'unknown'
  | 'no-token';

export type EchoRefusal = { readonly kind: 'refused'; readonly why: EchoTrouble };

/**
 * The reminders that the skill keeps on the Echos of one account (Alexa Reminders API, version 1). Creating needs the token of a
 * conversation; the others work out of session as well. Never throws for what Alexa answers.
 */
export type EchoReminders = {
  readonly create: (
    access: EchoAccess,
    wanted: WantedCopy,
  ) => Promise<{ readonly kind: 'created'; readonly token: string; readonly version?: string } | EchoRefusal>;
  readonly change: (
    access: EchoAccess,
    token: string,
    wanted: WantedCopy,
  ) => Promise<{ readonly kind: 'changed'; readonly version?: string } | { readonly kind: 'gone' } | EchoRefusal>;
  readonly remove: (access: EchoAccess, token: string) => Promise<{ readonly kind: 'removed' } | EchoRefusal>;
  readonly list: (
    access: EchoAccess,
  ) => Promise<{ readonly kind: 'listed'; readonly copies: readonly HeldCopy[] } | EchoRefusal>;
};
