import type { Card } from './answer.ts';
import type { Sound } from './sound.ts';

/** The chime comes first; milliseconds. */
const AFTER_CHIME = 1_800;
const AFTER_TWO_CHIMES = 3_200;

/** Chimes for a Card and reads it aloud, once; late ones come quietly. One that came while sound was off is told when it is on. */
export const announcer = (sound: Sound) => {
  let told = '';
  let wasOn = false;
  return {
    announce: (card: Card, speech: string): void => {
      const isOn = sound.isOn();
      if (told === card.id && (wasOn || !isOn)) return;
      told = card.id;
      wasOn = isOn;
      if (card.isQuiet) return;
      if (card.chime === 'low') sound.chime(card.isUrgent);
      sound.say(speech, card.rate, card.isUrgent ? AFTER_TWO_CHIMES : AFTER_CHIME);
    },
    /** No Card is drawn any more. */
    silence: (): void => {
      told = '';
      sound.hush();
    },
  };
};
