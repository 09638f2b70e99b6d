import type { Instant } from '../kernel/clock.ts';

/** At most this many Screens stand in one Home. */
export const SCREENS_PER_HOME = 4;

/** The keyed hash under which a Screen is stored: of the token that only its browser holds. */
export type HashScreen = (token: string) => string;

/**
 * One television or tablet tied to a Home, by the keyed hash of the token that its browser holds. `residents`: one to
 * four, whose Cards it shows.
 */
export type Screen = {
  readonly council: string;
  readonly hash: string;
  readonly homeId: string;
  readonly residents: readonly string[];
  readonly state: 'paired' | 'unpaired';
  /** Rises with every pairing: what was agreed for an old pairing does not tie it anew. */
  readonly linkVersion: number;
  readonly pairedAt: Instant;
};

/** A Screen that shows what is meant for a Home, or undefined. */
export const pairedScreen = (screen: Screen | undefined): Screen | undefined =>
  screen?.state === 'paired' ? screen : undefined;
