import type { NowAnswer } from './answer.ts';
import type { Door } from './ask.ts';
import { pauseAfter } from './pause.ts';
import type { State } from './state.ts';
import { serverTime } from './state.ts';

/** So many codes are shown by themselves, for an hour; after that somebody must press OK for another. */
const CODES_BY_THEMSELVES = 6;
/** After "too many codes" it asks again by itself so often; milliseconds. */
const AGAIN_AFTER_TOO_MANY = 15 * 60_000;
/** After a failure it asks again so much later, doubled each time as the poller does; milliseconds. */
const AGAIN_AFTER_FAILURE = 3_000;

type Held = { readonly get: () => State; readonly set: (state: State) => void };

/** Keeps a code on a Screen that is not paired: a fresh one when there is none, or when the server knows of another. */
export const codeKeeper = (door: Pick<Door, 'pair'>, held: Held) => {
  let isAsking = false;
  let shown = 0;
  let failures = 0;
  let rests = { from: 0, lasts: 0 };

  const wants = (answer: NowAnswer): boolean => {
    const { code } = held.get();
    if (answer.state === 'unpaired') return true;
    return answer.state === 'code' && code?.expiresAt !== answer.expiresAt;
  };

  const rest = (lasts: number): void => {
    rests = { from: Date.now(), lasts };
  };
  /** A clock that was put back ends it as well. */
  const isResting = (now: number): boolean => now >= rests.from && now - rests.from < rests.lasts;

  const fetchCode = async (): Promise<void> => {
    const got = await door.pair();
    failures = 0;
    rest(got.kind === 'too-many-codes' ? AGAIN_AFTER_TOO_MANY : 0);
    if (got.kind === 'screen-code') {
      shown += 1;
      held.set({ ...held.get(), code: { digits: got.code, expiresAt: got.expiresAt }, tooManyCodes: false });
    } else held.set({ ...held.get(), tooManyCodes: got.kind === 'too-many-codes' });
  };

  const ask = (onFailure: () => void): void => {
    if (isAsking) return;
    isAsking = true;
    void fetchCode().then(
      () => {
        isAsking = false;
      },
      () => {
        isAsking = false;
        failures += 1;
        rest(pauseAfter(AGAIN_AFTER_FAILURE, failures - 1, Math.random()));
        onFailure();
      },
    );
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
      if (isLive || isResting(now)) return;
      // Nobody need be there: the next answer of the server brings the next try.
      if (tooManyCodes || shown < CODES_BY_THEMSELVES) ask(() => undefined);
    },
    /** Somebody pressed OK. */
    ask,
  };
};
