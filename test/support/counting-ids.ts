import type { NewId } from '../../lambda/core/kernel/ids.ts';

/** Ids that count: `write-1`, `write-2` … */
export const countingIds = (name: string): NewId => {
  let given = 0;
  return () => {
    given += 1;
    return `${name}-${given}`;
  };
};
