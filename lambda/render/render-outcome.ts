import { renderAppointments } from './render-appointments.ts';
import { renderBinDays } from './render-bins.ts';
import { renderClosed } from './render-closed.ts';
import { renderControl } from './render-control.ts';
import { renderEcho } from './render-echo.ts';
import { renderGuidance } from './render-guidance.ts';
import { renderLeaving } from './render-leaving.ts';
import { renderManner } from './render-manner.ts';
import { renderMessages } from './render-messages.ts';
import { renderPlacing } from './render-placing.ts';
import { renderReminders } from './render-reminders.ts';
import { renderReply } from './render-replies.ts';
import { renderPerhapsHurt, renderSafety } from './render-safety.ts';
import { renderScreen } from './render-screen.ts';
import { renderAnswer, renderCall, renderSpeech } from './render-services.ts';
import { renderResumed, renderSetReminder } from './render-set-reminder.ts';
import { renderVisits } from './render-visits.ts';
import type { SpokenOutcome } from './spoken-outcome.ts';
import type { Telling } from './telling.ts';
import type { Voice } from './voice.ts';

const inFull = (outcome: SpokenOutcome, voice: Voice): Telling => {
  switch (outcome.kind) {
    case 'visits':
    case 'no-visits':
    case 'no-plan':
    case 'visits-between':
    case 'no-visits-between':
    case 'no-plan-between':
      return renderVisits(outcome, voice);
    case 'next-appointment':
    case 'no-appointment-known':
    case 'appointments-on-day':
    case 'no-appointments-on-day':
    case 'appointments-between':
    case 'no-appointments-between':
    case 'day-gone':
    case 'day-too-far':
    case 'day-not-understood':
      return renderAppointments(outcome, voice);
    case 'reminders':
    case 'reminders-between':
    case 'no-reminders-between':
    case 'no-reminders-on-day':
    case 'no-reminders':
    case 'one-reminder':
    case 'no-such-reminder':
    case 'reminders-due':
    case 'no-reminder-due':
      return renderReminders(outcome, voice);
    case 'asks-for-reminder':
    case 'which-one-to-do':
    case 'reminder-to-set':
    case 'reminder-to-cancel':
    case 'reminder-set':
    case 'reminder-cancelled':
    case 'reminder-not-by-voice':
    case 'reminder-too-many':
    case 'reminder-not-set':
    case 'reminder-time-gone':
    case 'reminder-same-time':
      return renderSetReminder(outcome, voice);
    case 'resumed':
      return renderResumed(outcome, voice);
    case 'reminder-done':
    case 'already-done':
    case 'not-yet-noted':
    case 'which-reminder':
    case 'nothing-due':
      return renderReply(outcome, voice);
    case 'messages':
    case 'no-messages':
    case 'messages-heard':
    case 'messages-kept':
    case 'messages-not-heard':
    case 'nothing-to-mark':
      return renderMessages(outcome, voice);
    case 'bin-days':
      return renderBinDays(outcome, voice);
    case 'answer':
    case 'listing':
    case 'no-answer':
      return renderAnswer(outcome, voice);
    case 'speech-changed':
    case 'speech-already-so':
    case 'speech-not-changed':
      return renderSpeech(outcome, voice);
    case 'manner-changed':
    case 'manner-not-changed':
    case 'asks-for-name':
    case 'asks-for-quiet-hours':
      return renderManner(outcome, voice);
    case 'asks-to-ring':
    case 'call-asked':
    case 'call-already-asked':
    case 'call-not-wanted':
    case 'nobody-rings-back':
    case 'try-again':
      return renderCall(outcome, voice);
    case 'pairing-asked':
    case 'already-paired':
    case 'code-not-eight-digits':
    case 'code-not-known':
    case 'too-many-tries':
    case 'code-part-heard':
    case 'no-number-needed':
    case 'not-paired':
    case 'not-set-up':
    case 'pairing-left':
    case 'asks-for-code':
    case 'asks-who':
    case 'nobody-named':
    case 'switched-off':
    case 'resident-away':
      return renderEcho(outcome, voice);
    case 'asks-to-unpair':
    case 'echo-unpaired':
    case 'echo-not-unpaired':
    case 'asks-to-stop':
    case 'asks-to-stop-for-good':
    case 'asks-to-forget':
    case 'asks-to-forget-for-good':
    case 'forgetting-asked':
    case 'consent-withdrawn':
    case 'consent-not-changed':
      return renderLeaving(outcome, voice);
    case 'asks-for-screen-code':
    case 'screen-asked':
    case 'screen-paired':
    case 'waits-for-ok':
    case 'screen-refused':
    case 'screen-not-paired':
    case 'too-many-screens':
    case 'screen-switched':
    case 'screen-already-so':
    case 'screen-not-switched':
      return renderScreen(outcome, voice);
    case 'reminder-placed':
    case 'placing-declined':
    case 'permission-refused':
    case 'card-sent':
    case 'nothing-to-place':
    case 'nothing-due-now':
    case 'asks-alexa':
    case 'not-placed':
    case 'routine-settled':
      return renderPlacing(outcome, voice);
    case 'guidance':
      return renderGuidance(outcome, voice);
    case 'safety':
      return renderSafety(outcome, voice);
    case 'asks-if-hurt':
    case 'not-hurt':
      return renderPerhapsHurt(outcome, voice);
    case 'welcome':
    case 'day-and-time':
    case 'how-heard':
    case 'help':
    case 'goodbye':
    case 'left-it':
    case 'go-ahead':
    case 'hello-you':
    case 'name-not-known':
    case 'cannot-pass-on':
    case 'cannot-ring':
    case 'family-not-known':
    case 'no-listings':
    case 'hushed':
    case 'not-hushed':
    case 'hush-not-changed':
    case 'private-first':
    case 'alone-first':
    case 'no-more':
    case 'nothing-to-repeat':
    case 'nothing-asked':
    case 'not-understood':
    case 'asks-for-change':
    case 'asks-for-subject':
    case 'fault':
      return renderControl(outcome, voice);
  }
};

/** The words of any outcome for one Resident at one Echo. What may not be said aloud there is counted instead. */
export const renderOutcome = (outcome: SpokenOutcome, voice: Voice): Telling =>
  renderClosed(outcome, voice) ?? inFull(outcome, voice);
