import { last, type World } from '../people/world.ts';
import { type Heard, nothingHeard } from './tally.ts';

/** How many Deliveries were heard, by handling, and how many of them twice at one Echo in one telling. */
export const heardIn = (world: World): Heard => {
  const heard = nothingHeard();
  const times = new Map<string, Map<string, number>>();
  for (const { came, delivery, echo, again } of world.tellings) {
    if (came !== 'spoke' && came !== 'chimed') continue;
    const atEchos = times.get(delivery) ?? new Map<string, number>();
    const which = `${echo.hash} ${again}`;
    atEchos.set(which, (atEchos.get(which) ?? 0) + 1);
    times.set(delivery, atEchos);
  }
  for (const [name, atEchos] of times) {
    const timeline = world.deliveries.get(name);
    if (timeline === undefined) continue;
    const ofHandling = heard[last(timeline).handling];
    ofHandling.told += 1;
    if ([...atEchos.values()].some((count) => count > 1)) ofHandling.twice += 1;
  }
  return heard;
};
