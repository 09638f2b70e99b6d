import type { Table } from '../adapters/table/table.ts';
import type { Digest } from '../core/alerts/alerts.ts';
import { acknowledge } from '../core/delivery/acknowledge.ts';
import { markShown } from '../core/delivery/mark-shown.ts';
import type { Stands } from '../core/delivery/stands.ts';
import { homeMirrorsKept } from '../core/home-mirror/home-mirrors-kept.ts';
import { agreeOnScreen } from '../core/pairing/agree-on-screen.ts';
import type { PairingSecrets } from '../core/pairing/pairing.ts';
import { showScreenCode } from '../core/pairing/show-screen-code.ts';
import { readToldPage } from '../core/reminders/confirmed.ts';
import { screenApp } from '../screen/screen-app.ts';
import type { ScreenNeeds } from '../screen/screen-needs.ts';
import { type CareStores, careStores } from './care-stores.ts';
import { sourceReader } from './source-reader.ts';

export type ScreenEdges = Pick<
  ScreenNeeds,
  'council' | 'clock' | 'realNow' | 'log' | 'secrets' | 'framing' | 'every' | 'idle'
> & {
  readonly table: Table;
  readonly digest: Digest;
  readonly pairingSecrets: PairingSecrets;
  /** The public address of the page: `https://screen.example/screen`, without a slash at its end. */
  readonly url: string;
};

/** Whether the source of a Delivery still wants it told. */
const standsIn = (stores: CareStores, digest: Digest): Stands => {
  const read = sourceReader(stores, digest);
  return async (delivery) => (await read(delivery)).kind === 'stands';
};

/** The door of the Screens, from the raw edges of one process. What it answers is a Hono app: `fetch(request)`. */
export const wireScreen = ({ table, url, digest, pairingSecrets: secrets, ...edges }: ScreenEdges) => {
  const plain = careStores(table, edges.realNow, edges.log);
  // A Screen has no bell: the next tick finds what is to be taken down elsewhere.
  const stores = { ...plain, ...homeMirrorsKept(plain, { clock: edges.clock }) };
  const { origin, pathname } = new URL(url);
  const { clock } = edges;
  return screenApp({
    ...stores,
    ...edges,
    origin,
    base: pathname,
    readPage: readToldPage(stores.readPage),
    stands: standsIn(stores, digest),
    showCode: showScreenCode({ ...stores, codes: stores.pairingCodes, secrets, clock }),
    agreeOnScreen: agreeOnScreen({ ...stores, clock }),
    markShown: markShown({ ...stores, clock }),
    noteSign: stores.homeSigns.note,
    acknowledge: acknowledge({ ...stores, clock }),
  });
};
