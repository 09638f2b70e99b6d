import { renderClosed } from './render-closed.ts';
import { renderControl } from './render-control.ts';
import { renderReminders } from './render-reminders.ts';
import { renderReply } from './render-replies.ts';
import { renderVisits } from './render-visits.ts';
import type { SpokenOutcome } from './spoken-outcome.ts';
import type { Telling } from './telling.ts';
import type { Voice } from './voice.ts';

const commonest = (outcome: SpokenOutcome, voice: Voice): Telling | undefined => {
  switch (outcome.kind) {
    case 'welcome':
    case 'fault':
      return renderControl(outcome, voice);
    case 'visits':
    case 'no-visits':
    case 'no-plan':
    case 'visits-between':
    case 'no-visits-between':
    case 'no-plan-between':
      return renderVisits(outcome, voice);
    case 'reminders':
    case 'no-reminders-on-day':
    case 'no-reminders':
    case 'reminders-due':
    case 'no-reminder-due':
      return renderReminders(outcome, voice);
    case 'reminder-done':
    case 'already-done':
    case 'not-yet-noted':
    case 'which-reminder':
    case 'nothing-due':
      return renderReply(outcome, voice);
    default:
      return undefined;
  }
};

/** The words of what residents hear most, as `renderOutcome` has them; undefined for everything else, whose words are loaded when needed. */
export const renderAtOnce = (outcome: SpokenOutcome, voice: Voice): Telling | undefined =>
  renderClosed(outcome, voice) ?? commonest(outcome, voice);
