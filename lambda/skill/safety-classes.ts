import { SAFETY_CLASSES, type SafetyClass } from '../core/safeguarding/safety-class.ts';
import type { IntentName } from './intents.ts';
import { MANNERS_OF_SPEAKING, SAFETY_PHRASES } from './safety-phrases.ts';

const INTENT_OF = {
  urgent: 'UrgentHelpIntent',
  'self-harm': 'SelfHarmIntent',
  abuse: 'AbuseIntent',
  'too-many-tablets': 'TooManyTabletsIntent',
  'low-mood': 'LowMoodIntent',
} as const satisfies Readonly<Record<SafetyClass, IntentName>>;

/** The safety class of an intent, or undefined: nothing else is caught before everything else. */
export const safetyOf = (intent: IntentName | undefined): SafetyClass | undefined =>
  SAFETY_CLASSES.find((safety) => INTENT_OF[safety] === intent);

/** Lower case, straight apostrophes, single spaces, and a space at both ends, so that only whole words are found. */
const plain = (heard: string): string =>
  ` ${heard
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[^\p{L}\d']+/gu, ' ')
    .trim()} `;

const holds = (text: string, phrase: string): boolean => text.includes(` ${phrase} `);

/**
 * The safety intent that words mean wherever they were heard: one of the classes, the question whether somebody is hurt for a
 * manner of speaking, or undefined for everything else.
 */
export const safetyIntentIn = (heard: string): IntentName | undefined => {
  const text = plain(heard);
  const bare = MANNERS_OF_SPEAKING.reduce((left, manner) => left.replaceAll(` ${manner} `, ' … '), text);
  const found = SAFETY_CLASSES.find((safety) => SAFETY_PHRASES[safety].some((phrase) => holds(bare, phrase)));
  if (found !== undefined) return INTENT_OF[found];
  return bare === text ? undefined : 'PerhapsHurtIntent';
};
