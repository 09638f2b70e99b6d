import * as v from 'valibot';
import type { RoomList, RoomLists } from '../../core/pairing/room-list.ts';
import { roomListKey } from './keys-of-rooms.ts';
import { number, parser, text } from './people-schema.ts';
import { type Parse, readItem, writeItem } from './stored.ts';
import type { Table } from './table.ts';

const parseRoomList: Parse<RoomList> = parser(
  v.object({
    council: text,
    rooms: v.array(
      v.object({
        room: text,
        name: v.string(),
        within: v.array(v.string()),
        echos: v.array(
          v.object({
            hash: text,
            sealedIds: text,
            name: v.string(),
            connection: v.picklist(['online', 'offline', 'not-known']),
          }),
        ),
      }),
    ),
    apiEndpoint: v.string(),
    takenAt: v.exactOptional(number),
    askedAt: v.exactOptional(number),
    problem: v.exactOptional(v.picklist(['no-token', 'not-allowed', 'no-answer'])),
  }),
);

/** The rooms of each council's property: one row, written over by each reading. */
export const roomListsIn = (table: Table): RoomLists => ({
  of: (council) => readItem(table, roomListKey(council), parseRoomList, { strong: true }),
  save: ({ value, version }) =>
    writeItem(table, { key: roomListKey(value.council), kind: 'rooms', body: value }, version),
});
