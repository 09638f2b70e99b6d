import type { MannerOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { type Telling, telling } from './telling.ts';
import { timeWords } from './time-words.ts';
import type { Voice } from './voice.ts';

const changed = (outcome: Extract<MannerOutcome, { kind: 'manner-changed' }>, { say }: Voice): readonly Phrase[] => {
  const { nameToUse, quietHours } = outcome.settings;
  if (outcome.what === 'name') return [say('manner.name', { name: nameToUse })];
  if (quietHours === undefined || outcome.what === 'no-quiet-hours') return [say('manner.no-quiet')];
  const window = { from: timeWords(quietHours.from), to: timeWords(quietHours.to) };
  return [say('manner.quiet', window), say('manner.quiet-urgent')];
};

/** What somebody is called, and when messages wait, as it is from now on. */
export const renderManner = (outcome: MannerOutcome, voice: Voice): Telling => {
  const title = voice.say('speech.title');
  if (outcome.kind === 'manner-changed') return telling(title, changed(outcome, voice), 'done');
  return telling(title, outcome.kind === 'manner-not-changed' ? [voice.say('speech.not-changed')] : []);
};
