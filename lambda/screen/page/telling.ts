import type { ActAnswer, Card } from './answer.ts';
import type { Door } from './ask.ts';
import type { Sound } from './sound.ts';

/** What was visible is told again after this long, while the server still asks for it; milliseconds. */
const SHOWN_EVERY = 15_000;
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

/** Tells the server that a Card's words were drawn while the page was visible (Page Visibility, W3C), and never otherwise. */
export const shownTeller = (doc: Document, door: Door) => {
  let toldAt: Readonly<Record<string, number>> = {};
  return (card: Card, isRevealed: boolean): void => {
    const now = Date.now();
    if (!card.wantsShown || !isRevealed || doc.visibilityState !== 'visible') return;
    if (now - (toldAt[card.id] ?? 0) < SHOWN_EVERY) return;
    toldAt = { [card.id]: now };
    door.post<ActAnswer>('/shown', { card: card.id }).catch(() => {
      toldAt = {};
    });
  };
};
