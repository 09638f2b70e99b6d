import { sessionsIn } from '../adapters/table/session-items.ts';
import type { Table } from '../adapters/table/table.ts';
import { consoleApp } from '../console/console-app.ts';
import type { ConsoleNeeds } from '../console/console-needs.ts';
import { announce } from '../core/delivery/announce.ts';
import type { Bell } from '../core/delivery/bell.ts';
import { nettedBell } from '../core/delivery/netted-bell.ts';
import { wording } from '../render/wording.ts';
import { careStores } from './care-stores.ts';

export type ConsoleEdges = Pick<
  ConsoleNeeds,
  'council' | 'clock' | 'realNow' | 'newToken' | 'log' | 'signIn' | 'pairingSecrets'
> & {
  readonly table: Table;
  readonly bell: Bell;
  /** The console's public address: `https://console.example/console`, without a slash at its end. */
  readonly url: string;
};

/** The console, from the raw edges of one process. What it answers is a Hono app: `fetch(request)`. */
export const wireConsole = ({ table, bell, url, ...edges }: ConsoleEdges) => {
  const stores = careStores(table, edges.realNow);
  const { origin, pathname } = new URL(url);
  return consoleApp({
    ...stores,
    ...edges,
    origin,
    base: pathname,
    sessions: sessionsIn(table),
    wording,
    announce: announce({ deliveries: stores.deliveries, bell: nettedBell(bell, edges.log), clock: edges.clock }),
  });
};
