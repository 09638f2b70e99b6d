import type { CareSubject } from '../core/answers/answer.ts';
import type { LocalTime } from '../core/kernel/uk-time.ts';
import type { HeldRule } from '../core/reminders/held-rule.ts';

/** What a person may be offered to hear about, when an answer was not understood twice. */
export const CHOICES = ['visits', 'messages', 'reminders', 'appointments', 'day-and-time'] as const;
export type Choice = (typeof CHOICES)[number];

/** What a response asks. While one is open the session stays open, and only then. `at`: the time a reminder is named by. */
export type Question =
  | { readonly kind: 'anything-else' }
  | { readonly kind: 'what-would-you-like' }
  | { readonly kind: 'ring-you'; readonly subject?: CareSubject; readonly office?: true }
  | { readonly kind: 'read-it'; readonly count: number }
  | { readonly kind: 'go-on'; readonly left: number }
  | { readonly kind: 'is-it-done'; readonly at?: LocalTime }
  | { readonly kind: 'is-it-this'; readonly at: LocalTime }
  | { readonly kind: 'which-time' }
  | { readonly kind: 'heard-it'; readonly count: number }
  | { readonly kind: 'is-that-you'; readonly name: string }
  | { readonly kind: 'have-the-code' }
  | { readonly kind: 'unpair-echo' }
  | { readonly kind: 'stop-everything' }
  | { readonly kind: 'stop-for-good' }
  | { readonly kind: 'forget-me' }
  | { readonly kind: 'forget-for-good' }
  | { readonly kind: 'code'; readonly heard?: string }
  | { readonly kind: 'screen-code' }
  | { readonly kind: 'same-words' }
  | { readonly kind: 'speech' }
  | { readonly kind: 'subject' }
  | { readonly kind: 'which-day' }
  | { readonly kind: 'place-it'; readonly rule: HeldRule }
  | { readonly kind: 'offer-routine'; readonly time: LocalTime }
  | { readonly kind: 'offer-words' }
  | { readonly kind: 'are-you-hurt' }
  | { readonly kind: 'read-private' }
  | { readonly kind: 'what-name' }
  | { readonly kind: 'quiet-hours' }
  | { readonly kind: 'reminder-day' }
  | { readonly kind: 'reminder-time' }
  | { readonly kind: 'reminder-half'; readonly at: LocalTime }
  | { readonly kind: 'set-it'; readonly changes: boolean }
  | { readonly kind: 'cancel-it' }
  | { readonly kind: 'which-one' }
  | { readonly kind: 'tell-you'; readonly first: Choice }
  | { readonly kind: 'which-of-two'; readonly first: Choice; readonly second: Choice };
