/** An answer later than this is none; milliseconds. */
const LONGEST_WAIT = 10_000;

const orTooLate = <T>(promise: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('too late')), LONGEST_WAIT);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (fault) => {
        clearTimeout(timer);
        reject(fault);
      },
    );
  });

/** Asks the door, and gives its answer as JSON. Rejects when none comes in time, or the door cannot answer. */
const answerOf = async <T>(path: string, init: RequestInit): Promise<T> => {
  const response = await orTooLate(fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init }));
  if (!response.ok && response.status !== 429) throw new Error(`answered ${response.status}`);
  return response.json();
};

/** The door of the Screens, as its page asks it. */
export const doorAt = (base: string) => ({
  get: <T>(path: string): Promise<T> => answerOf<T>(`${base}${path}`, {}),
  post: <T>(path: string, body: object): Promise<T> =>
    answerOf<T>(`${base}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
});
export type Door = ReturnType<typeof doorAt>;
