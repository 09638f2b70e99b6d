import { pauseAfter } from './pause.ts';

type Timers = {
  readonly setTimeout: (then: () => void, after: number) => number;
  readonly clearTimeout: (timer: number | undefined) => void;
};

/**
 * Asks again and again, one question at a time, whatever becomes of it: `ask` and `onFailure` may throw. `now()` asks at once: after a key, when the page is looked at again, or
 * when the network is back. A clock that jumped (the television slept) is noticed by `beat`, called once a second.
 */
export const poller = (
  win: Timers,
  ask: () => Promise<{ readonly every: number }>,
  onFailure: () => void,
): { readonly now: () => void; readonly beat: () => void } => {
  let timer: number | undefined;
  let isAsking = false;
  let isWanted = false;
  let failures = 0;
  let every = 3_000;
  let beatAt = Date.now();

  const schedule = (): void => {
    win.clearTimeout(timer);
    timer = win.setTimeout(once, isWanted ? 0 : pauseAfter(every, failures, Math.random()));
    isWanted = false;
  };
  const once = (): void => {
    isAsking = true;
    const next = (): void => {
      isAsking = false;
      schedule();
    };
    void ask().then(
      (answer) => {
        failures = 0;
        every = answer.every;
        next();
      },
      () => {
        failures += 1;
        try {
          onFailure();
        } finally {
          next();
        }
      },
    );
  };
  const now = (): void => {
    isWanted = true;
    if (!isAsking) schedule();
  };
  const beat = (): void => {
    const at = Date.now();
    if (Math.abs(at - beatAt - 1_000) > 5_000) now();
    beatAt = at;
  };
  return { now, beat };
};
