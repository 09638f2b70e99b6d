import type { Intent } from 'ask-sdk-model';
import type { IntentName } from './intents.ts';
import type { Pending } from './pending.ts';

/** The slot that an open question asks Alexa to listen for. The intents stand in the dialogue model. */
const SLOTS: Readonly<Partial<Record<Pending['kind'], { readonly intent: IntentName; readonly slot: string }>>> = {
  code: { intent: 'PairEchoIntent', slot: 'pairingCode' },
  'screen-code': { intent: 'PairScreenIntent', slot: 'pairingCode' },
  speech: { intent: 'ChangeSpeechIntent', slot: 'speechChange' },
  subject: { intent: 'CareQuestionIntent', slot: 'subject' },
  'what-name': { intent: 'ChangeNameIntent', slot: 'newName' },
  'reminder-day': { intent: 'SetReminderIntent', slot: 'day' },
  'reminder-time': { intent: 'SetReminderIntent', slot: 'reminderTime' },
  'reminder-half': { intent: 'SetReminderIntent', slot: 'reminderTime' },
};

/** The slot to ask for and the intent it belongs to, empty again; undefined for questions that intents answer by themselves. */
export const elicited = (asks: Pending): { readonly slot: string; readonly intent: Intent } | undefined => {
  const wanted = SLOTS[asks.kind];
  if (wanted === undefined) return undefined;
  const { intent, slot } = wanted;
  return {
    slot,
    intent: {
      name: intent,
      confirmationStatus: 'NONE',
      slots: { [slot]: { name: slot, confirmationStatus: 'NONE' } },
    },
  };
};
