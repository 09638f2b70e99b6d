import type { SafetyClass } from '../render/spoken-outcome.ts';
import type { IntentName } from './intents.ts';

const SAFETY_OF: Readonly<Partial<Record<IntentName, SafetyClass>>> = {
  UrgentHelpIntent: 'urgent',
  SelfHarmIntent: 'self-harm',
  AbuseIntent: 'abuse',
  TooManyTabletsIntent: 'too-many-tablets',
  LowMoodIntent: 'low-mood',
};

/** The safety class of an intent, or undefined: nothing else is caught before everything else. */
export const safetyOf = (intent: IntentName | undefined): SafetyClass | undefined =>
  intent === undefined ? undefined : SAFETY_OF[intent];
