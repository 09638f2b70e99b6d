/** Milliseconds of each run, as figures to print: half, ninety-five and ninety-nine of a hundred were at most this long. */
export const percentiles = (
  milliseconds: readonly number[],
): { readonly p50: number; readonly p95: number; readonly p99: number } => {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};

/** How long something takes, in milliseconds, one run after the other. */
export const timed = async (runs: number, run: (n: number) => Promise<unknown>): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const began = performance.now();
    await run(n);
    took.push(performance.now() - began);
  }
  return took;
};

export const line = (name: string, figure: string, bar?: string): void => {
  process.stdout.write(`${name.padEnd(58)} ${figure.padStart(28)}${bar === undefined ? '' : `   bar: ${bar}`}\n`);
};
