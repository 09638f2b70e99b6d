import { shardsOf } from '../adapters/table/shards.ts';
import { nightStages } from '../core/alerts/night-stages.ts';
import { directoryAtNight } from '../core/answers/directory-at-night.ts';
import type { Directory } from '../core/answers/take-in-directory.ts';
import { noteAct } from '../core/audit/note-act.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { isClockTrusted } from '../core/delivery/deliver.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import type { Clock } from '../core/kernel/clock.ts';
import type { Log } from '../core/kernel/log.ts';
import { localDate } from '../core/kernel/uk-time.ts';
import { walkNight } from '../core/timetable/night.ts';
import type { CareStores } from './care-stores.ts';
import { skewAsked } from './skew-asked.ts';

type NightEdges = {
  readonly bell: Bell;
  readonly council: string;
  readonly clock: Clock;
  readonly clockSkew: () => number | undefined;
  readonly log: Log;
  /** Where the council's listings come from; absent: they are kept by hand. */
  readonly directory?: Directory | undefined;
};

/**
 * Goes on with the comparison of this night as long as it may, and with a later tick, which has its whole minute for it, takes in the directory.
 * Once both are done, this process does not ask again until the next night. A machine whose clock cannot be trusted leaves it to another.
 */
export const wireNight = (stores: CareStores, edges: NightEdges): ((mayGoOn: () => boolean) => Promise<void>) => {
  const { council, clock, log } = edges;
  const skew = skewAsked(stores, edges);
  const note = noteAct({ audit: stores.audit, clock });
  const by = { kind: 'system', id: 'night' } as const;
  const walk = walkNight({
    council,
    nights: stores.nights,
    stages: nightStages({
      ...stores,
      council,
      rows: stores.waitingRows,
      index: stores.dueIndex,
      shards: async () => shardsOf(council, await stores.councilOf(council)),
      clock,
    }),
    note: (night) => note(council, 'NIGHT', { by, did: 'mend-at-night' }, night),
    clock,
    log,
  });
  const { directory } = edges;
  const takeIn = directory === undefined ? undefined : directoryAtNight({ ...stores, council, directory, clock, log });
  let done = '';
  let takenIn = '';
  return async (mayGoOn) => {
    const tonight = localDate(clock());
    const isAllDone = done === tonight && (takeIn === undefined || takenIn === tonight);
    if (isAllDone || !mayGoOn() || !isClockTrusted(await skew())) return;
    if (done !== tonight) {
      if ((await walk(mayGoOn)) !== 'done') return;
      done = tonight;
      // Only the sender may read the property: it is asked to, once a night, where somebody has ever asked for its rooms.
      if ((await stores.roomLists.of(council)) !== undefined)
        await nettedBell(edges.bell, log).ring([{ council, rooms: 'list' }], 'routine', 0);
    } else if ((await takeIn?.(mayGoOn)) === 'done') takenIn = tonight;
  };
};
