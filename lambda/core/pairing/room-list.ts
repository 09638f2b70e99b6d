import { type Clock, HOUR, type Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { HashEcho, SealIds } from './echo.ts';
import type { ListRefused, ManagedEcho, ManagedEndpoints } from './managed-endpoints.ts';

/** An Echo as the table keeps it until it is paired: Amazon's own ids are hashed and sealed, so that only the sender can read them. */
export type ListedEcho = Pick<ManagedEcho, 'name' | 'connection'> & {
  readonly hash: string;
  readonly sealedIds: string;
};

/** A room of the council's property. `room` is a keyed hash of Amazon's id, and stays the same. */
export type ListedRoom = {
  readonly room: string;
  readonly name: string;
  readonly within: readonly string[];
  readonly echos: readonly ListedEcho[];
};

/**
 * The rooms of the council's property as they were at `takenAt`. `askedAt`: somebody asked for it to be read again. `problem`: the last
 * reading failed so, and the rooms are those from before.
 */
export type RoomList = {
  readonly council: string;
  readonly rooms: readonly ListedRoom[];
  readonly apiEndpoint: string;
  readonly takenAt?: Instant;
  readonly askedAt?: Instant;
  readonly problem?: ListRefused['reason'];
};

/** The list of each council. Reads are strong. */
export type RoomLists = {
  readonly of: (council: string) => Promise<Versioned<RoomList> | undefined>;
  readonly save: (list: Versioned<RoomList>) => Promise<Saved>;
};

/** What reading the property takes: only whoever sends has its sign-in and may seal ids. */
export type LiveProperty = {
  readonly endpoints: ManagedEndpoints;
  readonly hashEcho: HashEcho;
  readonly sealIds: SealIds;
  /** Where the Alexa APIs are, as a request from such an Echo says it. */
  readonly apiEndpoint: string;
};

const NO_LIST = (council: string): RoomList => ({ council, rooms: [], apiEndpoint: '' });

const changed = async (
  lists: RoomLists,
  council: string,
  change: (list: RoomList) => RoomList | undefined,
): Promise<void> => {
  for (;;) {
    const stored = await lists.of(council);
    const after = change(stored?.value ?? NO_LIST(council));
    if (after === undefined) return;
    if ((await lists.save({ value: after, version: stored?.version ?? 0 })).kind === 'saved') return;
  }
};

/** Without a wish the list is read no more often than this, however many bells are rung. */
const FRESH_FOR = HOUR;

const isWanted = ({ takenAt, askedAt }: RoomList, now: Instant): boolean =>
  takenAt === undefined || takenAt + FRESH_FOR <= now || (askedAt ?? -Infinity) > takenAt;

/** Reads the rooms of the property into the table. A reading that failed says so, and leaves the rooms as they were. Safe to repeat. */
export const takeInRooms =
  (needs: { readonly lists: RoomLists; readonly property: LiveProperty; readonly clock: Clock }) =>
  async (council: string): Promise<'taken-in' | 'fresh' | ListRefused['reason']> => {
    const { lists, property, clock } = needs;
    const stored = await lists.of(council);
    const began = clock();
    if (stored !== undefined && !isWanted(stored.value, began)) return 'fresh';
    const read = await property.endpoints.rooms();
    if (read.kind === 'not-read') {
      await changed(lists, council, (list) => ({ ...list, problem: read.reason }));
      return read.reason;
    }
    const rooms = read.rooms.map(({ unitId, name, within, echos }): ListedRoom => {
      const kept = echos.map(({ endpointId, name: called, connection }): ListedEcho => {
        const ids = { userId: '', deviceId: '', endpointId, unitId };
        return { hash: property.hashEcho(ids), sealedIds: property.sealIds(ids), name: called, connection };
      });
      // The same for every reading, so that an Echo is never paired from another room than the one that was picked.
      const room = property.hashEcho({ userId: '', deviceId: '', endpointId: unitId });
      return { room, name, within, echos: kept };
    });
    await changed(lists, council, ({ problem: _problem, ...list }) => ({
      ...list,
      rooms,
      apiEndpoint: property.apiEndpoint,
      takenAt: began,
    }));
    return 'taken-in';
  };

/** Somebody wants the list read again: the wish is written, and the bell rung by the caller afterwards. */
export const askForRooms =
  (needs: { readonly lists: RoomLists; readonly clock: Clock }) =>
  (council: string): Promise<void> =>
    changed(needs.lists, council, (list) => ({ ...list, askedAt: needs.clock() }));
