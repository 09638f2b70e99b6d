import { sessionsIn } from '../adapters/table/session-items.ts';
import type { Table } from '../adapters/table/table.ts';
import { consoleApp } from '../console/console-app.ts';
import type { ConsoleNeeds } from '../console/console-needs.ts';
import { membersKept } from '../core/alerts/members-kept.ts';
import { ringAlert } from '../core/alerts/ring-alert.ts';
import { announce } from '../core/delivery/announce.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { homeMirrorsKept } from '../core/home-mirror/home-mirrors-kept.ts';
import { listedProperty } from '../core/pairing/managed-property.ts';
import { askForRooms } from '../core/pairing/room-list.ts';
import { mirrorsKept } from '../core/reminders/mirrors-kept.ts';
import { countRestored, releaseDispatch } from '../core/timetable/restored.ts';
import { wording } from '../render/wording.ts';
import { careStores } from './care-stores.ts';
import { restoredNeeds } from './restored.ts';
import { sendingAsked } from './sending-asked.ts';

export type ConsoleEdges = Pick<
  ConsoleNeeds,
  | 'council'
  | 'dispatchEpoch'
  | 'clock'
  | 'realNow'
  | 'newToken'
  | 'log'
  | 'signIn'
  | 'pairingSecrets'
  | 'hashToldLink'
  | 'digest'
  | 'property'
> & {
  readonly table: Table;
  /** The council manages Echos, and the sender takes their rooms into the table. With `property` they are read as they are. */
  readonly managesEchos?: boolean;
  readonly bell: Bell;
  /** The console's public address: `https://console.example/console`, without a slash at its end. */
  readonly url: string;
};

/** The console, from the raw edges of one process. What it answers is a Hono app: `fetch(request)`. */
export const wireConsole = ({ table, bell, url, managesEchos, ...edges }: ConsoleEdges) => {
  const plain = careStores(table, edges.realNow, edges.log);
  const ringing = { bell: nettedBell(bell, edges.log), clock: edges.clock };
  const mirrored = { ...plain, ...mirrorsKept(plain, ringing) };
  const kept = { ...mirrored, ...homeMirrorsKept(mirrored, ringing) };
  const stores = { ...kept, ...membersKept(kept, edges.log) };
  const { origin, pathname } = new URL(url);
  const restored = restoredNeeds(plain, edges);
  const bellAndClock = { bell: nettedBell(bell, edges.log), clock: edges.clock };
  const { council, clock } = edges;
  const askAgain = async () => {
    await askForRooms({ lists: plain.roomLists, clock })(council);
    await ringing.bell.ring([{ council, rooms: 'list' }], 'routine', 0);
  };
  const listed = managesEchos === true ? { property: listedProperty(plain.roomLists, council, askAgain) } : {};
  return consoleApp({
    ...listed,
    ...stores,
    ...edges,
    origin,
    base: pathname,
    sessions: sessionsIn(table),
    wording,
    sending: sendingAsked(stores, edges),
    restored: { count: countRestored(restored), release: releaseDispatch(restored) },
    announce: announce({ deliveries: stores.deliveries, ...bellAndClock }),
    ring: ringAlert(bellAndClock),
  });
};
