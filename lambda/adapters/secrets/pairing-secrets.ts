import { randomInt } from 'node:crypto';
import type { PairingSecrets } from '../../core/pairing/pairing.ts';
import { keyedHash } from './keyed-hash.ts';

/** Short, plain, and unlike one another when spoken. */
const PLAIN_WORDS = [
  'apple',
  'basket',
  'butter',
  'candle',
  'carpet',
  'cottage',
  'daisy',
  'dragon',
  'engine',
  'feather',
  'finger',
  'garden',
  'guitar',
  'hammer',
  'harbour',
  'honey',
  'island',
  'jacket',
  'jigsaw',
  'kettle',
  'ladder',
  'lemon',
  'marble',
  'meadow',
  'mirror',
  'mustard',
  'needle',
  'orange',
  'paper',
  'parrot',
  'pebble',
  'pencil',
  'pepper',
  'picture',
  'pillow',
  'planet',
  'pocket',
  'potato',
  'rabbit',
  'ribbon',
  'river',
  'rocket',
  'saddle',
  'shoulder',
  'silver',
  'spider',
  'sugar',
  'summer',
  'table',
  'teapot',
  'thunder',
  'ticket',
  'tiger',
  'timber',
  'tractor',
  'tulip',
  'velvet',
  'violin',
  'walnut',
  'window',
  'winter',
  'yellow',
  'zebra',
  'biscuit',
] as const;

const oneWord = (): string => PLAIN_WORDS[randomInt(PLAIN_WORDS.length)] ?? PLAIN_WORDS[0];

const twoWords = (): readonly [string, string] => {
  const first = oneWord();
  for (;;) {
    const second = oneWord();
    if (second !== first) return [first, second];
  }
};

/** Eight-digit codes and pairs of words from the machine's secure random numbers; codes are stored only as keyed hashes. */
export const pairingSecrets = (key: string): PairingSecrets => ({
  newCode: () => String(randomInt(10_000_000, 100_000_000)),
  newWords: twoWords,
  hashCode: (code) => keyedHash(key)('pairing-code', code),
});
