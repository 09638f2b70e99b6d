import type { Alert } from '../../../lambda/core/alerts/alert.ts';
import { alertProgress } from '../../../lambda/core/alerts/progress.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { MINUTE } from '../../../lambda/core/kernel/clock.ts';
import type { CareStores } from '../../../lambda/wiring/care-stores.ts';
import { last, type Timeline, type World } from '../people/world.ts';
import { clockWords } from '../report/words.ts';

/** In calm a release begins, and ends, within this long. */
const RELEASED_WITHIN = 20 * MINUTE;

const chunksOf = async (stores: CareStores, { council, id }: Alert): Promise<readonly (readonly string[])[]> => {
  const chunks: (readonly string[])[] = [];
  for (let number = 1; ; number += 1) {
    const chunk = await stores.chunks.ofNumber(council, id, number);
    if (chunk === undefined) return chunks;
    chunks.push(chunk.residents);
  }
};

const judgeChunks = (
  world: World,
  alert: Alert,
  chunks: readonly (readonly string[])[],
  timeline: Timeline<Alert>,
): void => {
  const residents = chunks.flat();
  if (new Set(residents).size !== residents.length)
    world.breaks('made twice', `${alert.id}: somebody is in two chunks`);
  const releasedAt = timeline.find(({ value }) => value.state === 'released')?.at;
  const begun = timeline.find(({ value }) => value.state === 'releasing')?.at;
  if (releasedAt === undefined || begun === undefined || alert.corrects !== undefined) return;
  const { mode, audience } = alert.content;
  for (const [id, life] of world.residents) {
    const everInIt = life.filter(({ at }) => at <= releasedAt).map(({ value }) => value);
    const isAlways = everInIt.every(
      ({ isPractice, presence }) => isPractice === (mode === 'practice') && presence.kind !== 'ended',
    );
    const asksForEcho = audience?.kind === 'residents' && audience.echo !== undefined;
    if (isAlways && !asksForEcho && !residents.includes(id))
      world.breaks('silently lost', `${alert.id}: ${id} is in its Audience and in no chunk`);
  }
  for (const id of residents) {
    const isMade = [...world.deliveries.values()].some((delivery) => {
      const { source, residentId } = last(delivery);
      return residentId === id && source.kind === 'alert' && source.alertId === alert.id;
    });
    if (!isMade) world.breaks('silently lost', `${alert.id}: ${id} is in a chunk and was never owed anything`);
  }
};

const judgeCounts = async (
  world: World,
  stores: CareStores,
  alert: Alert,
  chunks: readonly (readonly string[])[],
): Promise<void> => {
  const { made, counts, people, notQueued } = await alertProgress(stores)(alert);
  const members = chunks.flat();
  const sum = Object.values(counts).reduce((all, one) => all + one, 0);
  if (sum !== made || made !== members.length || people - notQueued !== made)
    world.breaks(
      'counts do not add up',
      `${alert.id}: ${sum} counted, ${made} made, ${members.length} in chunks, ${people} people`,
    );
  const truly = new Map<string, number>();
  for (const delivery of [...world.deliveries.values()].map(last)) {
    const { source, state } = delivery;
    if (source.kind !== 'alert' || source.alertId !== alert.id) continue;
    const result = state === 'waiting' || state === 'claimed' ? 'not-tried' : state;
    truly.set(result, (truly.get(result) ?? 0) + 1);
  }
  const neverMade = members.length - [...truly.values()].reduce((all, one) => all + one, 0);
  const closedAs = alert.state === 'stopped' ? 'cancelled' : 'expired';
  truly.set(closedAs, (truly.get(closedAs) ?? 0) + neverMade);
  for (const [state, count] of Object.entries(counts))
    if (count !== (truly.get(state) ?? 0))
      world.breaks('counts do not add up', `${alert.id}: ${count} counted as ${state}, ${truly.get(state) ?? 0} are`);
};

const judgeEnd = (world: World, alert: Alert, timeline: Timeline<Alert>, calmFrom: Instant): void => {
  const { id, state, lookAt, approval, stop } = alert;
  if (state === 'approved' || state === 'releasing' || state === 'released')
    world.breaks('stuck', `the Alert ${id} is still ${state} after its expiry`);
  if (lookAt !== undefined)
    world.breaks('stuck', `the Alert ${id} (${state}) still asks to be looked at ${clockWords(lookAt)}`);
  if (state === 'stopped' && stop?.isDone !== true)
    world.breaks('stuck', `the stop of ${id} was never walked to its end`);
  if (state !== 'expired' || approval === undefined) return;
  const expired = timeline.find(({ value }) => value.state === 'expired');
  if (expired !== undefined && expired.at < approval.expiresAt - 2_000)
    world.breaks(
      'silently lost',
      `the Alert ${id} was closed ${Math.round((approval.expiresAt - expired.at) / 1000)} s before its expiry`,
    );
  const hadTime = approval.expiresAt - Math.max(calmFrom, approval.startsAt) > RELEASED_WITHIN;
  if (hadTime && !timeline.some(({ value }) => value.state === 'released'))
    world.breaks('silently lost', `the Alert ${id} was approved, had time, and was never released`);
};

/** Judges each Alert that was approved: released to all, ended, and counted right. */
export const judgeAlerts = async (world: World, stores: CareStores, calmFrom: Instant, end: Instant): Promise<void> => {
  for (const timeline of world.alerts.values()) {
    const alert = last(timeline);
    if (alert.approval === undefined || alert.approval.expiresAt > end) continue;
    const chunks = await chunksOf(stores, alert);
    judgeEnd(world, alert, timeline, calmFrom);
    judgeChunks(world, alert, chunks, timeline);
    await judgeCounts(world, stores, alert, chunks);
  }
};
