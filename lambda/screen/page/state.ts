import type { Card, NowAnswer } from './answer.ts';

/** Private words stand this long after somebody last pressed a key or they came; milliseconds. */
export const PRIVATE_FOR = 60_000;
/** What could not be read here and was put aside comes back after this long. */
export const ASIDE_FOR = 30 * 60_000;
export const URGENT_ASIDE_FOR = 10 * 60_000;
/** What is shown says how old it is when it is older than this, or than two questions take. */
const OLD_AFTER = 30_000;
export const oldAfter = ({ answer }: State): number => Math.max(OLD_AFTER, 2 * (answer?.every ?? 0));

/** What the page knows. Its own instants are on the browser's clock; `offset` added gives the server's. */
export type State = {
  readonly answer?: NowAnswer;
  readonly offset: number;
  /** When the last answer came. */
  readonly heardAt?: number;
  readonly isCut: boolean;
  readonly code?: { readonly digits: string; readonly expiresAt: number };
  readonly tooManyCodes: boolean;
  /** Cards put aside, until when. */
  readonly aside: Readonly<Record<string, number>>;
  /** Cards acknowledged here, which the server may still send once. */
  readonly done: Readonly<Record<string, true>>;
  /** Somebody pressed a key or a new Card came. */
  readonly neededAt: number;
  readonly note?: { readonly text: string; readonly until: number };
};

export const firstState: State = { offset: 0, isCut: false, tooManyCodes: false, aside: {}, done: {}, neededAt: 0 };

/** The server's time now. */
export const serverTime = (state: State, now: number): number => now + state.offset;

/** The Cards that are still to be shown: not expired by now, not acknowledged or put aside here. */
export const cardsOf = (state: State, now: number): readonly Card[] => {
  const { answer } = state;
  if (answer === undefined || answer.state !== 'paired') return [];
  return answer.cards.filter(
    ({ id, expiresAt }) => expiresAt > serverTime(state, now) && !state.done[id] && (state.aside[id] ?? 0) <= now,
  );
};

/** Whether private words may stand: somebody was here within the last minute. */
export const mayShowPrivate = (state: State, now: number): boolean =>
  now >= state.neededAt && now - state.neededAt < PRIVATE_FOR;

/** An answer came. */
export const heard = (state: State, answer: NowAnswer, now: number): State => ({
  ...state,
  answer,
  offset: answer.now - now,
  heardAt: now,
  isCut: false,
});

export const putAside = (state: State, { id, isUrgent }: Card, now: number): State => ({
  ...state,
  aside: { ...state.aside, [id]: now + (isUrgent ? URGENT_ASIDE_FOR : ASIDE_FOR) },
});
