/** Wires at the first call and keeps it; a wiring that failed is tried afresh by the next call. */
export const wiredOnce = <T>(wire: () => Promise<T>): (() => Promise<T>) => {
  let wired: Promise<T> | undefined;
  return async () => {
    wired ??= wire();
    try {
      return await wired;
    } catch (fault) {
      wired = undefined;
      throw fault;
    }
  };
};
