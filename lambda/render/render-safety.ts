import { phoneWords, shortNumberWords } from './phone-words.ts';
import type { PerhapsHurtOutcome, SafetyOutcome } from './spoken-outcome.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, type Telling, type Tone, telling } from './telling.ts';
import type { Voice } from './voice.ts';

const nineNineNine = shortNumberWords('999');
const oneOneOne = shortNumberWords('111');
const samaritans = shortNumberWords('116 123');

const sentences = ({ safety, council }: SafetyOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  switch (safety) {
    case 'urgent':
      return [
        say('safety.urgent', { nineNineNine }),
        onlyIf(voice.settings.hasPendant, () => say('safety.pendant')),
        say('safety.urgent-ring', { nineNineNine }),
        say('safety.urgent-shout'),
      ];
    case 'self-harm':
      return [
        say('safety.self-harm'),
        say('safety.danger', { nineNineNine }),
        say('safety.samaritans'),
        say('safety.samaritans-number', { samaritans }),
      ];
    case 'abuse':
      return [
        say('safety.abuse'),
        say('safety.abuse-no-telling'),
        council === undefined
          ? say('safety.abuse-ring-nobody')
          : say('safety.abuse-ring', { council: council.name, phone: phoneWords(council.phone) }),
        say('safety.danger', { nineNineNine }),
      ];
    case 'too-many-tablets':
      return [
        say('safety.tablets'),
        say('safety.tablets-111', { oneOneOne }),
        say('safety.tablets-999', { nineNineNine }),
      ];
    case 'low-mood':
      return [
        say('safety.low-mood'),
        say('safety.low-mood-talk'),
        council === undefined
          ? undefined
          : say('answers.council-phone', { council: council.name, phone: phoneWords(council.phone) }),
      ];
  }
};

const TONES: Readonly<Record<SafetyOutcome['safety'], Tone>> = {
  urgent: 'urgent',
  'too-many-tablets': 'urgent',
  'self-harm': 'calm',
  abuse: 'calm',
  'low-mood': 'calm',
};

/**
 * The fixed words of a safety class. On a screen in the room the quiet classes show numbers only under a title that says
 * nothing about why.
 */
export const renderSafety = (outcome: SafetyOutcome, voice: Voice): Telling => {
  const tone = TONES[outcome.safety];
  const title = voice.say(outcome.safety === 'urgent' ? 'safety.title-urgent' : 'safety.title-help');
  return telling(title, sentences(outcome, voice), tone);
};

/** The one question for what may be a manner of speaking, and what is said after a no. */
export const renderPerhapsHurt = (outcome: PerhapsHurtOutcome, { say }: Voice): Telling =>
  telling(
    say('control.title'),
    outcome.kind === 'asks-if-hurt'
      ? [say('safety.asks')]
      : [say('safety.not-hurt'), onlyIf(outcome.callBacks, () => say('safety.not-hurt-person'))],
  );
