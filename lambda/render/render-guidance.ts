import type { GuidanceOutcome } from './guidance.ts';
import { shortNumberWords } from './phone-words.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, type Telling, telling } from './telling.ts';
import { isShort, type Voice } from './voice.ts';

const sentences = ({ about }: GuidanceOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (about) {
    case 'weather':
      return [say('guidance.weather'), say('guidance.weather-say')];
    case 'volume':
      return [say('guidance.volume'), onlyIf(!isShort(voice), () => say('guidance.volume-down'))];
    case 'alexa':
      return [say('guidance.alexa'), say('guidance.alexa-say')];
    case 'visit-change':
      return [say('guidance.visit-change')];
    case 'appointment-change':
      return [say('guidance.appointment-change'), say('guidance.appointment-letter')];
    case 'caller':
      return [say('guidance.caller'), say('guidance.caller-do'), say('guidance.caller-no')];
    case 'not-doing-it':
      return [say('guidance.not-doing-it'), say('guidance.not-doing-it-ask', { oneOneOne: shortNumberWords('111') })];
    case 'health':
      return [say('guidance.health', { oneOneOne: shortNumberWords('111') })];
    case 'carer-off':
      return [say('guidance.carer-off', { council: voice.council.name })];
    case 'carer-here':
      return [say('guidance.carer-here'), onlyIf(!isShort(voice), () => say('guidance.carer-here-say'))];
    case 'i-am-okay':
      return [say('guidance.i-am-okay')];
    case 'greeting':
      return [say('guidance.greeting')];
  }
};

/** Where to turn for what Bellbird cannot do itself. */
export const renderGuidance = (outcome: GuidanceOutcome, voice: Voice): Telling =>
  telling(voice.say('guidance.title'), sentences(outcome, voice));
