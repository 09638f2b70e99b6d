import type { ActAnswer, NowAnswer, PairAnswer } from './answer.ts';
import { isActAnswer, isNowAnswer, isPairAnswer } from './is-answer.ts';

/** An answer that is not whole by then is none; milliseconds. */
const LONGEST_WAIT = 10_000;

/** Older televisions cannot break a question off; there its answer is only not waited for any longer. */
const inTime = <T>(ask: (signal: AbortSignal | undefined) => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const breaker = typeof AbortController === 'undefined' ? undefined : new AbortController();
    const timer = setTimeout(() => {
      reject(new Error('too late'));
      breaker?.abort();
    }, LONGEST_WAIT);
    const end = (): void => clearTimeout(timer);
    const asked = ask(breaker?.signal);
    asked.then(end, end);
    asked.then(resolve, reject);
  });

type Fetch = (path: string, init: RequestInit) => Promise<Response>;
type Is<T> = (answer: unknown) => answer is T;

/** "Too many codes" is told as 429 (RFC 6585), which on every other path is a throttle and no answer. */
const REFUSES_CODES = 429;

const answerTo = async <T>(response: Response, is: Is<T>, mayRefuse: boolean): Promise<T> => {
  const isAnswer = response.ok || (mayRefuse && response.status === REFUSES_CODES);
  if (!isAnswer) throw new Error(`answered ${response.status}`);
  const answer: unknown = await response.json();
  if (!is(answer)) throw new Error('answered something else');
  return answer;
};

/**
 * The door of the Screens, as its page asks it. Each question rejects when its answer is not whole in time, when the door
 * cannot answer, or when what came is not its answer.
 */
export const doorAt = (base: string, fetch: Fetch) => {
  const ask = <T>(path: string, init: RequestInit, is: Is<T>, mayRefuse = false): Promise<T> =>
    inTime(async (signal) => {
      const how: RequestInit = { credentials: 'same-origin', cache: 'no-store', ...init };
      return answerTo(await fetch(`${base}${path}`, signal === undefined ? how : { ...how, signal }), is, mayRefuse);
    });
  const sent = (body: object): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    now: (): Promise<NowAnswer> => ask('/now', {}, isNowAnswer),
    pair: (): Promise<PairAnswer> => ask('/pair', sent({}), isPairAnswer, true),
    act: (path: string, body: object): Promise<ActAnswer> => ask(path, sent(body), isActAnswer),
  };
};
export type Door = ReturnType<typeof doorAt>;
