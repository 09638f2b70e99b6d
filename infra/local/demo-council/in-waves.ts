/** As many writes at once as the embedded engine takes gladly. */
const AT_ONCE = 16;

/** Does something with each, some at once, in order of waves. Throws what the first that fails throws. */
export const inWaves = async <T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<void> => {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await Promise.all(all.slice(from, from + AT_ONCE).map(act));
  }
};
