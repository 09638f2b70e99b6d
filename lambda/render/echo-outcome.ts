import type { LocalTime } from '../core/kernel/uk-time.ts';
import type { CompletePairingOutcome } from '../core/pairing/complete-pairing.ts';
import type { WithdrawConsentOutcome } from '../core/people/change-consent.ts';
import type { SwitchScreenOutcome } from '../core/people/switch-screen.ts';
import type { HeldRule } from '../core/reminders/held-rule.ts';

/** Echos and whoever speaks at them. */
export type EchoOutcome =
  | CompletePairingOutcome
  | { readonly kind: 'not-paired' }
  | { readonly kind: 'not-set-up' }
  | { readonly kind: 'code-part-heard'; readonly digits: string }
  | { readonly kind: 'pairing-left' }
  | { readonly kind: 'asks-for-code' }
  | { readonly kind: 'asks-who' }
  | { readonly kind: 'nobody-named' }
  | { readonly kind: 'switched-off' }
  | { readonly kind: 'resident-away' };

/** Untying an Echo by voice, and stopping everything. */
export type LeavingOutcome =
  | { readonly kind: 'asks-to-unpair' }
  | { readonly kind: 'echo-unpaired' }
  | { readonly kind: 'echo-not-unpaired' }
  | { readonly kind: 'asks-to-stop' }
  | { readonly kind: 'asks-to-stop-for-good' }
  | { readonly kind: 'asks-to-forget' }
  | { readonly kind: 'asks-to-forget-for-good' }
  | { readonly kind: 'forgetting-asked' }
  | WithdrawConsentOutcome;

/** Setting up a television by voice. Its other outcomes are those of an Echo's code. */
export type ScreenPairingOutcome =
  | { readonly kind: 'asks-for-screen-code' }
  | { readonly kind: 'screen-asked'; readonly words: readonly [string, string] }
  | { readonly kind: 'screen-paired' }
  | { readonly kind: 'waits-for-ok' }
  | { readonly kind: 'screen-refused' }
  | { readonly kind: 'screen-not-paired' }
  | { readonly kind: 'too-many-screens' };

export type ScreenSwitchOutcome = SwitchScreenOutcome;

/** Copies of reminders on this Echo, and routines. `nothing-due-now`: a routine started us in vain; it is not said. */
export type PlacingOutcome =
  | { readonly kind: 'reminder-placed'; readonly rule: HeldRule }
  | { readonly kind: 'placing-declined' }
  | { readonly kind: 'permission-refused' }
  | { readonly kind: 'card-sent' }
  | { readonly kind: 'nothing-to-place' }
  | { readonly kind: 'nothing-due-now' }
  /** Alexa asks by herself after this. */
  | { readonly kind: 'asks-alexa'; readonly about: 'permission' | 'routine' }
  | { readonly kind: 'not-placed'; readonly why: 'device-cannot-ring' | 'too-many-on-echo' | 'not-now' }
  /** Without a time: the routine by words. */
  | { readonly kind: 'routine-settled'; readonly on: boolean; readonly time?: LocalTime };
