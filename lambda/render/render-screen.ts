import type { ScreenPairingOutcome, ScreenSwitchOutcome } from './echo-outcome.ts';
import { phoneWords } from './phone-words.ts';
import type { Phrase } from './ssml.ts';
import { type Telling, telling } from './telling.ts';
import type { Voice } from './voice.ts';

const sentences = (outcome: ScreenPairingOutcome | ScreenSwitchOutcome, voice: Voice): readonly Phrase[] => {
  const { say } = voice;
  switch (outcome.kind) {
    case 'asks-for-screen-code':
      return [say('tv.shows-code')];
    case 'screen-asked': {
      const [first, second] = outcome.words;
      return [say('pairing.words', { first, second }), say('pairing.words-again', { first, second })];
    }
    case 'screen-paired':
      return [say('tv.paired')];
    case 'waits-for-ok':
      return [say('tv.press-ok')];
    case 'screen-refused':
      return [say('tv.refused')];
    case 'screen-not-paired':
      return [say('tv.not-paired'), say('tv.new-code')];
    case 'too-many-screens':
      return [
        say('tv.too-many'),
        say('tv.who-helps', { council: voice.council.name, phone: phoneWords(voice.council.phone) }),
      ];
    case 'screen-switched':
      return outcome.on ? [say('tv.on')] : [say('tv.off'), say('tv.on-again')];
    case 'screen-already-so':
      return [outcome.on ? say('tv.already-on') : say('tv.already-off')];
    case 'screen-not-switched':
      return [say('tv.not-switched')];
  }
};

const DONE: readonly string[] = ['screen-asked', 'screen-paired', 'waits-for-ok', 'screen-switched'];

/** Setting up a television by voice, and what it shows. */
export const renderScreen = (outcome: ScreenPairingOutcome | ScreenSwitchOutcome, voice: Voice): Telling =>
  telling(voice.say('tv.title'), sentences(outcome, voice), DONE.includes(outcome.kind) ? 'done' : 'calm');
