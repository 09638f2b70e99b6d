/** Outcomes that can be said again from their kind alone. */
export const PLAIN_KINDS = [
  'no-such-reminder',
  'no-reminder-due',
  'messages-kept',
  'nothing-to-mark',
  'speech-not-changed',
  'call-not-wanted',
  'try-again',
  'already-paired',
  'code-not-eight-digits',
  'code-not-known',
  'too-many-tries',
  'not-paired',
  'pairing-left',
  'nobody-named',
  'switched-off',
  'resident-away',
  'left-it',
  'go-ahead',
  'no-more',
  'nothing-due',
  'asks-for-code',
  'asks-for-change',
  'asks-for-subject',
  'asks-to-ring',
] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/** The same about reminders set by speaking, and about what Bellbird cannot do. */
export const DOING_KINDS = [
  'asks-if-hurt',
  'asks-for-reminder',
  'which-one-to-do',
  'reminder-cancelled',
  'reminder-not-by-voice',
  'reminder-too-many',
  'reminder-not-set',
  'name-not-known',
  'cannot-pass-on',
  'cannot-ring',
  'family-not-known',
  'no-listings',
  'hushed',
  'not-hushed',
  'hush-not-changed',
  'private-first',
  'alone-first',
] as const;
export type DoingKind = (typeof DOING_KINDS)[number];

/** The same about how somebody is spoken to. */
export const MANNER_KINDS = ['manner-not-changed', 'asks-for-name', 'asks-for-quiet-hours'] as const;
export type MannerKind = (typeof MANNER_KINDS)[number];
export const MANNERS = ['name', 'quiet-hours', 'no-quiet-hours'] as const;
export type Manner = (typeof MANNERS)[number];

/** The same about televisions. */
export const SCREEN_KINDS = [
  'asks-for-screen-code',
  'screen-paired',
  'waits-for-ok',
  'screen-refused',
  'screen-not-paired',
  'too-many-screens',
  'screen-not-switched',
] as const;
export type ScreenKind = (typeof SCREEN_KINDS)[number];

/** The same about numbers that nobody needs, and about untying an Echo or stopping everything. */
export const ECHO_KINDS = [
  'no-number-needed',
  'not-set-up',
  'asks-to-unpair',
  'echo-unpaired',
  'echo-not-unpaired',
  'asks-to-stop',
  'asks-to-stop-for-good',
  'asks-to-forget',
  'asks-to-forget-for-good',
  'forgetting-asked',
  'consent-withdrawn',
  'consent-not-changed',
] as const;
export type EchoKind = (typeof ECHO_KINDS)[number];
