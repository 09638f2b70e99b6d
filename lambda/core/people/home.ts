import type { Acted } from '../audit/act.ts';

export const NATIONS = ['england', 'wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** At most this many Residents share a Home's Echos. */
export const RESIDENTS_PER_HOME = 4;

/** Where one to four Residents live. `echos` are Echo hashes, `screens` those of Screens; the first Resident is the one an Echo speaks to by default. */
export type Home = Acted & {
  readonly council: string;
  readonly id: string;
  readonly label: string;
  readonly nation: Nation;
  /** The id of the council's area it lies in, where that is known. */
  readonly area?: string;
  /** The round of the council's bin lorries it lies on, where that is known. */
  readonly binRound?: string;
  readonly residents: readonly string[];
  readonly echos: readonly string[];
  readonly screens: readonly string[];
};
