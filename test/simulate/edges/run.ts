import type { Log } from '../../../lambda/core/kernel/log.ts';
import type { World } from '../people/world.ts';
import type { Chance } from '../time/seeded.ts';
import type { VirtualTime } from '../time/virtual-time.ts';
import type { Faults } from './faults.ts';

/** What everything in one run shares. */
export type Run = {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly faults: Faults;
  readonly world: World;
  /** A line of the history; it is made only where somebody reads it. */
  readonly says: (line: () => string) => void;
  readonly log: Log;
};
