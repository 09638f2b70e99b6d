import type { EchoOutcome } from './echo-outcome.ts';
import { phoneWords } from './phone-words.ts';
import type { Phrase } from './ssml.ts';
import { onlyIf, type Telling, telling } from './telling.ts';
import { isShort, type Voice } from './voice.ts';

const sentences = (outcome: EchoOutcome, voice: Voice): readonly (Phrase | undefined)[] => {
  const { say } = voice;
  const council = { council: voice.council.name };
  const ring = { ...council, phone: phoneWords(voice.council.phone) };
  switch (outcome.kind) {
    case 'pairing-asked': {
      const [first, second] = outcome.words;
      return [
        say('pairing.words', { first, second }),
        say('pairing.words-again', { first, second }),
        say('pairing.tell-words'),
      ];
    }
    case 'already-paired':
      return [say('pairing.already'), say('pairing.no-number-needed'), say('pairing.if-asked')];
    case 'code-part-heard':
      return [say('pairing.part-heard', { digits: [...outcome.digits].join(', ') })];
    case 'no-number-needed':
      return [say('pairing.no-number-needed'), say('pairing.if-asked'), say('pairing.check', ring)];
    case 'not-set-up':
      return [say('pairing.not-paired'), say('pairing.who-helps', ring)];
    case 'code-not-eight-digits':
      return [say('pairing.eight-digits')];
    case 'code-not-known':
      return [say('pairing.not-known'), onlyIf(!isShort(voice), () => say('pairing.ten-minutes'))];
    case 'too-many-tries':
      return [say('pairing.too-many'), say('pairing.who-helps', ring)];
    case 'not-paired':
      return [say('pairing.not-paired'), say('pairing.how', council)];
    case 'pairing-left':
      return [say('pairing.who-helps', ring)];
    case 'asks-for-code':
    case 'asks-who':
      return [];
    case 'nobody-named':
      return [say('standing.nobody')];
    case 'switched-off':
      return [say('standing.off'), say('answers.council-phone', ring)];
    case 'resident-away':
      return [say('standing.paused'), say('standing.back-home', ring)];
  }
};

const titleOf = (outcome: EchoOutcome, { say }: Voice): Phrase => {
  switch (outcome.kind) {
    case 'switched-off':
      return say('standing.title-off');
    case 'resident-away':
      return say('standing.title-paused');
    case 'asks-who':
    case 'nobody-named':
      return say('control.title');
    default:
      return say('pairing.title');
  }
};

/** Setting up an Echo, and Echos that may say nothing about anybody. */
export const renderEcho = (outcome: EchoOutcome, voice: Voice): Telling =>
  telling(titleOf(outcome, voice), sentences(outcome, voice), outcome.kind === 'pairing-asked' ? 'done' : 'calm');
