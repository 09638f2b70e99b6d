import { type Instant, MINUTE } from '../kernel/clock.ts';

/** Who is told when nobody has acknowledged, and how many minutes after the due time. */
export type Rung = {
  readonly afterMinutes: number;
  readonly tell: { readonly kind: 'carer'; readonly carerId: string } | { readonly kind: 'desk' };
};

/** Rungs in order of time. None means: nobody is told. */
export type Ladder = readonly Rung[];

/** The first rung not yet climbed and when it is due; `climbed` is how many were. */
export const nextRung = (
  ladder: Ladder,
  climbed: number,
  dueAt: Instant,
): { readonly rung: Rung; readonly at: Instant } | undefined => {
  const rung = ladder[climbed];
  return rung === undefined ? undefined : { rung, at: dueAt + rung.afterMinutes * MINUTE };
};
