import type { Instant } from '../kernel/clock.ts';
import type { ListRefused, ManagedRoom } from './managed-endpoints.ts';
import type { ListedEcho, ListedRoom, LiveProperty, RoomLists } from './room-list.ts';

/** How an Echo of a room is kept, once it is picked. */
export type FoundEcho =
  | { readonly kind: 'echo'; readonly hash: string; readonly sealedIds: string; readonly apiEndpoint: string }
  | { readonly kind: 'echo-not-there' }
  | ListRefused;

/** The council's property as the console sees it. `unitId` and `endpointId` of a room name it in this list; they may be no ids of Amazon's. */
export type ManagedProperty = {
  readonly rooms: () => Promise<{ readonly kind: 'rooms'; readonly rooms: readonly ManagedRoom[] } | ListRefused>;
  readonly find: (unitId: string, endpointId: string) => Promise<FoundEcho>;
  /** Where the list is kept, and not read from Amazon each time. */
  readonly list?: {
    readonly asOf: () => Promise<{ readonly takenAt?: Instant; readonly askedAt?: Instant; readonly isOld: boolean }>;
    readonly ask: () => Promise<void>;
  };
};

/** Reads Amazon's list each time: for whoever has the property's sign-in at hand. */
export const liveProperty = ({ endpoints, hashEcho, sealIds, apiEndpoint }: LiveProperty): ManagedProperty => ({
  rooms: endpoints.rooms,
  find: async (unitId, endpointId) => {
    const room = await endpoints.inRoom(unitId);
    if (room.kind === 'not-read') return room;
    if (!room.echos.some((echo) => echo.endpointId === endpointId)) return { kind: 'echo-not-there' };
    // An account and a device are named only by a request; a managed Echo is kept by its endpoint and its room.
    const ids = { userId: '', deviceId: '', endpointId, unitId };
    return { kind: 'echo', hash: hashEcho(ids), sealedIds: sealIds(ids), apiEndpoint };
  },
});

const roomOf = ({ room, name, within, echos }: ListedRoom): ManagedRoom => ({
  unitId: room,
  name,
  within,
  echos: echos.map(({ hash, name: called, connection }) => ({ endpointId: hash, name: called, connection })),
});

/**
 * The list that the sender took into the table: the console has neither the property's sign-in nor the key that seals. An Echo that was
 * moved since is found by its room when it is told something.
 */
export const listedProperty = (lists: RoomLists, council: string, ask: () => Promise<void>): ManagedProperty => {
  const read = async () => (await lists.of(council))?.value;
  return {
    rooms: async () => {
      const list = await read();
      return list?.takenAt === undefined
        ? { kind: 'not-read', reason: list?.problem ?? 'no-answer' }
        : { kind: 'rooms', rooms: list.rooms.map(roomOf) };
    },
    find: async (room, hash) => {
      const list = await read();
      const echos: readonly ListedEcho[] = list?.rooms.find((one) => one.room === room)?.echos ?? [];
      const echo = echos.find((one) => one.hash === hash);
      return echo === undefined || list === undefined
        ? { kind: 'echo-not-there' }
        : { kind: 'echo', hash, sealedIds: echo.sealedIds, apiEndpoint: list.apiEndpoint };
    },
    list: {
      asOf: async () => {
        const { takenAt, askedAt, problem } = (await read()) ?? {};
        return {
          ...(takenAt === undefined ? {} : { takenAt }),
          ...(askedAt === undefined ? {} : { askedAt }),
          isOld: problem !== undefined,
        };
      },
      ask,
    },
  };
};
