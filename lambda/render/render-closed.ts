import { numberWords } from './calendar-words.ts';
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
  answer: false,
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
  'not-paired': false,
  'pairing-left': false,
  'asks-for-code': false,
  'asks-who': false,
  'nobody-named': false,
  'switched-off': false,
  'resident-away': false,
  // These three know the speaking level themselves.
  welcome: false,
  'how-heard': false,
  safety: false,
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
} as const satisfies Record<OutcomeKind, boolean>;

type Details = typeof TELLS_DETAILS;
type DetailedKind = { [K in OutcomeKind]: Details[K] extends true ? K : never }[OutcomeKind];
type Detailed = Extract<SpokenOutcome, { readonly kind: DetailedKind }>;

const tellsDetails = (outcome: SpokenOutcome): outcome is Detailed => TELLS_DETAILS[outcome.kind];

const visits = (count: number, { say }: Voice): Phrase => say('visits.counted', { count, number: numberWords(count) });
const appointments = (count: number, { say }: Voice): Phrase =>
  say('appointments.counted', { count, number: numberWords(count) });
const reminders = (count: number, { say }: Voice): Phrase =>
  say('reminders.counted', { count, number: numberWords(count) });

const counted = (outcome: Detailed, voice: Voice): Phrase => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'visits':
    case 'visits-between':
      return visits(outcome.visits.length, voice);
    case 'no-visits':
      return visits(0, voice);
    case 'next-appointment':
      return appointments(1, voice);
    case 'appointments-on-day':
    case 'appointments-between':
      return appointments(outcome.appointments.length, voice);
    case 'no-appointments-on-day':
      return appointments(0, voice);
    case 'reminders':
    case 'reminders-between':
      return reminders(outcome.occurrences.length, voice);
    case 'no-reminders-on-day':
      return reminders(0, voice);
    case 'one-reminder':
      return reminders(1, voice);
    case 'reminders-due':
    case 'which-reminder':
      return say('reminders.waiting-count', {
        count: outcome.deliveries.length,
        number: numberWords(outcome.deliveries.length),
      });
    case 'reminder-done':
    case 'not-yet-noted':
    case 'already-done':
      return say('reply.noted');
    case 'nothing-due':
      return say('reply.nothing-due');
    case 'messages':
      return say('messages.count', { count: outcome.of, number: numberWords(outcome.of) });
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
