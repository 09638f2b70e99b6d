import { levelNow } from '../core/pairing/hush-echo.ts';
import type { Voice } from '../render/voice.ts';
import type { Reply } from './feature.ts';
import type { PairedPlace } from './place.ts';
import type { ListenerTurn } from './turn.ts';

/** Whether somebody said "someone's here" and it still holds: an Echo that would be open is closed now. */
export const isHushed = ({ echo, now }: PairedPlace): boolean =>
  levelNow({ ...echo, speakingLevel: 'open' }, now) === 'closed';

/** Nothing is done, and what to say first. */
export const aloneFirst = (voice: Voice): Reply => ({
  outcome: { kind: 'alone-first' },
  voice,
  said: { topic: 'doing', outcome: 'alone-first' },
});

/**
 * Keeps an answer for when the Resident is alone: while an Echo is hushed anybody in the room may be the one who speaks, so nothing
 * that takes something from the Resident is asked about or done. "It's just me" is enough to go on.
 */
export const onlyAlone =
  <T extends ListenerTurn>(answer: (turn: T) => Promise<Reply>) =>
  async (turn: T): Promise<Reply> =>
    isHushed(turn) ? aloneFirst(turn.voice) : answer(turn);
