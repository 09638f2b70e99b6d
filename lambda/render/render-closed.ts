import { numberWords } from './calendar-words.ts';
import { daysWords, dayWords } from './day-words.ts';
import { dayAsked } from './render-visits.ts';
import type { OutcomeKind, SpokenOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { type Telling, telling } from './telling.ts';
import type { Voice } from './voice.ts';

/** Which outcomes tell names, times or words that an Echo may not say aloud when its level is closed. */
const TELLS_DETAILS = {
  visits: true,
  'no-visits': true,
  'no-plan': false,
  'visits-between': true,
  'no-visits-between': false,
  'no-plan-between': false,
  'next-appointment': true,
  'no-appointment-known': false,
  'appointments-on-day': true,
  'no-appointments-on-day': true,
  'appointments-between': true,
  'no-appointments-between': false,
  'day-gone': false,
  'day-too-far': false,
  'day-not-understood': false,
  reminders: true,
  'reminders-between': true,
  'no-reminders-between': false,
  'no-reminders-on-day': true,
  'no-reminders': false,
  'one-reminder': true,
  'no-such-reminder': false,
  'reminders-due': true,
  'no-reminder-due': false,
  'reminder-done': true,
  'already-done': true,
  'not-yet-noted': true,
  'which-reminder': true,
  'nothing-due': true,
  messages: true,
  'no-messages': false,
  'messages-heard': false,
  'messages-kept': false,
  'messages-not-heard': false,
  'nothing-to-mark': false,
  'reminder-placed': true,
  'placing-declined': false,
  'permission-refused': false,
  'card-sent': false,
  'nothing-to-place': false,
  'nothing-due-now': false,
  'asks-alexa': false,
  'not-placed': false,
  'routine-settled': true,
  answer: false,
  'bin-days': false,
  listing: false,
  'no-answer': false,
  'speech-changed': false,
  'speech-already-so': false,
  'speech-not-changed': false,
  'call-asked': false,
  'call-already-asked': false,
  'call-not-wanted': false,
  'asks-to-ring': false,
  'nobody-rings-back': false,
  'try-again': false,
  'pairing-asked': false,
  'already-paired': false,
  'code-not-eight-digits': false,
  'code-not-known': false,
  'too-many-tries': false,
  'code-part-heard': false,
  'no-number-needed': false,
  'not-paired': false,
  'not-set-up': false,
  'asks-to-unpair': false,
  'echo-unpaired': false,
  'echo-not-unpaired': false,
  'asks-to-stop': false,
  'asks-to-stop-for-good': false,
  'asks-to-forget': false,
  'asks-to-forget-for-good': false,
  'forgetting-asked': false,
  'consent-withdrawn': false,
  'consent-not-changed': false,
  'pairing-left': false,
  'asks-for-code': false,
  'asks-who': false,
  'nobody-named': false,
  'switched-off': false,
  'resident-away': false,
  'asks-for-screen-code': false,
  'screen-asked': false,
  'screen-paired': false,
  'waits-for-ok': false,
  'screen-refused': false,
  'screen-not-paired': false,
  'too-many-screens': false,
  'screen-switched': false,
  'screen-already-so': false,
  'screen-not-switched': false,
  // These three know the speaking level themselves.
  welcome: false,
  'how-heard': false,
  safety: false,
  'asks-if-hurt': false,
  'asks-for-reminder': false,
  'which-one-to-do': false,
  'reminder-to-set': false,
  'reminder-to-cancel': false,
  'reminder-set': false,
  'reminder-cancelled': false,
  'reminder-not-by-voice': false,
  'reminder-too-many': false,
  'reminder-not-set': false,
  'reminder-time-gone': false,
  'reminder-same-time': false,
  resumed: false,
  'hello-you': false,
  'name-not-known': false,
  'cannot-pass-on': false,
  'cannot-ring': false,
  'family-not-known': false,
  'no-listings': false,
  'manner-changed': false,
  'manner-not-changed': false,
  'asks-for-name': false,
  'asks-for-quiet-hours': false,
  hushed: false,
  'not-hushed': false,
  'hush-not-changed': false,
  'private-first': false,
  'alone-first': false,
  'not-hurt': false,
  'day-and-time': false,
  help: false,
  goodbye: false,
  'left-it': false,
  'go-ahead': false,
  'no-more': false,
  'nothing-to-repeat': false,
  'nothing-asked': false,
  'not-understood': false,
  'asks-for-change': false,
  'asks-for-subject': false,
  fault: false,
  guidance: false,
} as const satisfies Record<OutcomeKind, boolean>;

type Details = typeof TELLS_DETAILS;
type DetailedKind = { [K in OutcomeKind]: Details[K] extends true ? K : never }[OutcomeKind];
type Detailed = Extract<SpokenOutcome, { readonly kind: DetailedKind }>;

const tellsDetails = (outcome: SpokenOutcome): outcome is Detailed => TELLS_DETAILS[outcome.kind];

const counts = (count: number) => ({ count, number: numberWords(count) });

const counted = (outcome: Detailed, voice: Voice): Phrase => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'visits':
      return outcome.isNext
        ? say('visits.one-coming')
        : say('visits.count', { ...counts(outcome.visits.length), day: dayAsked(outcome, voice) });
    case 'visits-between':
      return say('visits.count', { ...counts(outcome.visits.length), day: daysWords(outcome.days, voice) });
    case 'no-visits':
      return say('visits.none', { day: dayAsked(outcome, voice) });
    case 'next-appointment':
      return say('appointments.one-coming');
    case 'appointments-on-day':
      return say('appointments.count', {
        ...counts(outcome.appointments.length),
        day: dayWords(outcome.day, voice),
      });
    case 'appointments-between':
      return say('appointments.count', {
        ...counts(outcome.appointments.length),
        day: daysWords(outcome.days, voice),
      });
    case 'no-appointments-on-day':
      return say('appointments.none', { day: dayWords(outcome.day, voice) });
    case 'reminders':
      return say('reminders.count', { ...counts(outcome.occurrences.length), day: dayWords(outcome.day, voice) });
    case 'reminders-between':
      return say('reminders.count', { ...counts(outcome.occurrences.length), day: daysWords(outcome.days, voice) });
    case 'no-reminders-on-day':
      return say('reminders.none-day', { day: dayWords(outcome.day, voice) });
    case 'one-reminder':
      return say('reminders.one-named');
    case 'reminders-due':
    case 'which-reminder':
      return say('reminders.waiting-count', counts(outcome.deliveries.length));
    case 'reminder-done':
    case 'not-yet-noted':
    case 'already-done':
      return say('reply.noted');
    case 'nothing-due':
      return say('reply.nothing-due');
    case 'messages':
      return say('messages.count', counts(outcome.of));
    case 'reminder-placed':
      return say('placing.set');
    case 'routine-settled':
      return say('reply.noted');
  }
};

const isReply = (outcome: Detailed): boolean =>
  ['reminder-done', 'not-yet-noted', 'already-done', 'nothing-due', 'which-reminder'].includes(outcome.kind);

/** What a closed Echo says instead of details: counts, and why. Undefined: the outcome tells none. */
export const renderClosed = (outcome: SpokenOutcome, voice: Voice): Telling | undefined => {
  if (voice.level !== 'closed' || !tellsDetails(outcome)) return undefined;
  return telling(voice.say('control.title'), [
    counted(outcome, voice),
    isReply(outcome) ? undefined : voice.say('privacy.kept-here'),
  ]);
};
