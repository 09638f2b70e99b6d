import type { NowAnswer, PairAnswer } from './answer.ts';
import type { Door } from './ask.ts';
import type { State } from './state.ts';
import { serverTime } from './state.ts';

/** So many codes are shown by themselves, for an hour; after that somebody must press OK for another. */
const CODES_BY_THEMSELVES = 6;

type Held = { readonly get: () => State; readonly set: (state: State) => void };

/** Keeps a code on a Screen that is not paired: a fresh one when there is none, or when the server knows of another. */
export const codeKeeper = (door: Door, held: Held) => {
  let isAsking = false;
  let shown = 0;

  const wants = (answer: NowAnswer): boolean => {
    const { code } = held.get();
    if (answer.state === 'unpaired') return true;
    return answer.state === 'code' && code?.expiresAt !== answer.expiresAt;
  };

  const fetchCode = async (): Promise<void> => {
    const got = await door.post<PairAnswer>('/pair', {});
    if (got.kind === 'screen-code') {
      shown += 1;
      held.set({ ...held.get(), code: { digits: got.code, expiresAt: got.expiresAt }, tooManyCodes: false });
    } else held.set({ ...held.get(), tooManyCodes: got.kind === 'too-many-codes' });
  };

  const ask = (): void => {
    if (isAsking) return;
    isAsking = true;
    const done = (): void => {
      isAsking = false;
    };
    fetchCode().then(done, done);
  };

  return {
    /** Called with every answer of the server. */
    keep: (answer: NowAnswer, now: number): void => {
      if (answer.state === 'paired' || answer.state === 'words') {
        shown = 0;
        return;
      }
      const { code, tooManyCodes } = held.get();
      const isLive = code !== undefined && code.expiresAt > serverTime(held.get(), now) && !wants(answer);
      if (!isLive && !tooManyCodes && shown < CODES_BY_THEMSELVES) ask();
    },
    /** Somebody pressed OK. */
    ask,
  };
};
