import type { LeavingOutcome } from './echo-outcome.ts';
import { phoneWords } from './phone-words.ts';
import type { Phrase } from './ssml.ts';
import { type Telling, telling } from './telling.ts';
import type { Voice } from './voice.ts';

const sentences = (outcome: LeavingOutcome, { say, council }: Voice): readonly Phrase[] => {
  const ring = { council: council.name, phone: phoneWords(council.phone) };
  switch (outcome.kind) {
    case 'asks-to-unpair':
      return [say('leaving.means-unpair')];
    case 'echo-unpaired':
      return [say('leaving.unpaired', { council: council.name })];
    case 'echo-not-unpaired':
    case 'consent-not-changed':
      return [say('leaving.not-unpaired'), say('leaving.ring', ring)];
    case 'asks-to-stop':
      return [say('leaving.means-stop')];
    case 'asks-to-stop-for-good':
      return [say('leaving.for-good')];
    case 'asks-to-forget':
      return [say('leaving.means-forget', { council: council.name })];
    case 'asks-to-forget-for-good':
      return [say('leaving.for-good'), say('leaving.not-undone')];
    case 'forgetting-asked':
      return [say('leaving.stopped'), say('leaving.forget-asked', ring), say('leaving.forget-when')];
    case 'consent-withdrawn':
      return [say('leaving.stopped'), say('leaving.nothing-more'), say('leaving.again', ring)];
  }
};

const DONE: readonly string[] = ['echo-unpaired', 'consent-withdrawn', 'forgetting-asked'];

/** Untying an Echo by voice, and withdrawing consent. */
export const renderLeaving = (outcome: LeavingOutcome, voice: Voice): Telling =>
  telling(voice.say('leaving.title'), sentences(outcome, voice), DONE.includes(outcome.kind) ? 'done' : 'calm');
