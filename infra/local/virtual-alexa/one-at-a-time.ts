/** Runs the tasks of one key one after the other, in the order they came; those of other keys meanwhile. */
export const oneAtATime = (): (<T>(key: string, task: () => Promise<T>) => Promise<T>) => {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const run = before.then(task, task);
    last.set(key, run);
    return run;
  };
};
