import type { Card } from './answer.ts';
import type { Door } from './ask.ts';

/** What was visible is told again after this long, while the server still asks for it; milliseconds. */
const SHOWN_EVERY = 15_000;

/** Tells the server that a Card's words were drawn while the page was visible (Page Visibility, W3C), and never otherwise. */
export const shownTeller = (doc: { readonly visibilityState: string }, door: Pick<Door, 'act'>) => {
  let toldAt: Readonly<Record<string, number>> = {};
  return (card: Card, isRevealed: boolean): void => {
    const now = Date.now();
    if (!card.wantsShown || !isRevealed || doc.visibilityState !== 'visible') return;
    if (now - (toldAt[card.id] ?? 0) < SHOWN_EVERY) return;
    toldAt = { [card.id]: now };
    // What did not get through is told again as well, no sooner: a throttled door is not pressed.
    door.act('/shown', { card: card.id }).catch(() => undefined);
  };
};
