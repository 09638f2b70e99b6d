import type { Table } from '../../../lambda/adapters/table/table.ts';
import { type Instant, MINUTE, SECOND } from '../../../lambda/core/kernel/clock.ts';
import { instantOf, localDateTime } from '../../../lambda/core/kernel/uk-time.ts';
import { NOTHING_FOUND } from '../../../lambda/core/timetable/night.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import { wireTick } from '../../../lambda/wiring/tick.ts';
import { aCouncil, aResident } from '../../support/builders/people.ts';
import { aDelivery, aReminder } from '../../support/builders/things-told.ts';
import type { Opened } from './engines.ts';
import type { Asked } from './read-count.ts';

/** The tick that is measured: everything else that is stored is due at least ten minutes later. */
const NOW: Instant = instantOf('2026-11-24T08:00');
const AT_ONCE = 16;
/** Of so many rows that wait, one is a Delivery. */
const ONE_IN = 10;

/** `looked`: the rows that the tick looked at: what is due, and those Deliveries it made itself and met again in a later shard. */
export type Measured = Asked & {
  readonly stored: number;
  readonly due: number;
  readonly looked: number;
  readonly ms: number;
};

const inWaves = async (count: number, work: (n: number) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < count; n = next++) await work(n);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};

const placeOf = (kind: string, n: number) => ({ council: 'harbour', residentId: `${kind}-${Math.floor(n / 20)}` });

const seed = async (table: Table, stored: number, due: number): Promise<void> => {
  const stores = careStores(
    table,
    () => NOW,
    () => {},
  );
  await stores.councils.save(aCouncil());
  // The comparison of the night reads everything, and is over by eight.
  const night = {
    council: 'harbour',
    night: '2026-11-24',
    stage: 'alerts',
    found: NOTHING_FOUND,
    doneAt: NOW,
  } as const;
  await stores.nights.save({ value: night, version: 0 });
  for (let n = 0; n < Math.ceil(due / 20); n += 1)
    await stores.residents.save({ value: aResident({ id: `due-${n}` }), version: 0 });
  await inWaves(due, async (n) => {
    const place = placeOf('due', n);
    const local = localDateTime(NOW);
    if (n % ONE_IN === 0)
      await stores.deliveries.add({ ...aDelivery(local), ...place, id: `${local}#D#entry.${n}`, lookAt: NOW });
    else await stores.reminders.save({ value: aReminder(local, { ...place, id: `due-${n}` }), version: 0 });
  });
  await inWaves(stored - due, async (n) => {
    const place = placeOf('later', n);
    const at = NOW + 10 * MINUTE + n * SECOND;
    const local = localDateTime(at);
    if (n % ONE_IN === 0)
      await stores.deliveries.add({ ...aDelivery(local), ...place, id: `${local}#D#entry.${n}`, lookAt: at });
    else
      await stores.reminders.save({
        value: aReminder(local, { ...place, id: `later-${n}`, next: { local, at } }),
        version: 0,
      });
  });
};

/** Fills a table with so many rows that wait, of which so many are due, and measures the tick that finds those. */
export const measureTick = async ({ table, count }: Opened, stored: number, due: number): Promise<Measured> => {
  await seed(table, stored, due);
  let bells = 0;
  const tick = wireTick({
    table,
    bell: {
      ring: async (keys) => {
        bells += keys.length;
      },
    },
    clock: () => NOW,
    realNow: () => NOW,
    clockSkew: () => 0,
    log: () => {},
    council: 'harbour',
    dispatchEpoch: '1',
  });
  count.start();
  const began = performance.now();
  const { looked, failed, failedShards } = await tick();
  const ms = Math.round(performance.now() - began);
  const asked = count.stop();
  if (looked < due || bells !== looked || failed + failedShards > 0)
    throw new Error(`the tick looked at ${looked} and rang ${bells} of ${due}; ${failed} failed`);
  return { ...asked, stored, due, looked, ms };
};
