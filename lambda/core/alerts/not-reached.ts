import type { Deliveries } from '../delivery/deliveries.ts';
import type { Attempt, Delivery } from '../delivery/delivery.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Residents } from '../people/people.ts';
import type { Presence } from '../people/presence.ts';
import type { Alert } from './alert.ts';
import { deliveryOfAlert } from './alert-delivery.ts';
import { membersOf } from './alert-reach.ts';
import { CHUNK_SIZE, type Chunks, type Results } from './alerts.ts';
import { type Member, type Members, placeOf } from './audience.ts';
import { type ResultState, resultOf } from './progress.ts';

/**
 * One Resident of whom there is no sign that the Alert reached them, or who has not answered. `by`: the channel that was
 * tried last. `reason`: why it was not told, in the words of channels and plans.
 */
export type NotReached = {
  readonly residentId: string;
  readonly homeId?: string;
  readonly fullName: string;
  readonly state: ResultState;
  readonly reason?: string;
  readonly by?: Attempt['channel'];
  /** Why they are away from home now. */
  readonly awayFor?: Extract<Presence, { kind: 'away' }>['reason'];
};

export type NotReachedPage = {
  readonly rows: readonly NotReached[];
  /** The number of the next page, while there is another chunk. */
  readonly next?: number;
  /** Behind whom the next page of those begins whom the release has not come to. Without `next` and `after` it is the last. */
  readonly after?: string;
};

type Needs = {
  readonly chunks: Chunks;
  readonly results: Results;
  readonly deliveries: Deliveries;
  readonly residents: Residents;
  readonly members: Members;
};

/** Evidence that it came to the person: played, shown, or answered. Only an answer means that somebody was there. */
export const isReached = (state: ResultState): boolean =>
  state === 'acknowledged' || state === 'spoken' || state === 'shown';

const whyOf = (delivery: Delivery | undefined): Pick<NotReached, 'reason' | 'by'> => {
  const last = delivery?.attempts.at(-1);
  const reason = delivery?.reason ?? last?.reason;
  return { ...(reason === undefined ? {} : { reason }), ...(last === undefined ? {} : { by: last.channel }) };
};

const named =
  (needs: Needs) =>
  async (
    council: string,
    residentId: string,
  ): Promise<Pick<NotReached, 'residentId' | 'homeId' | 'fullName' | 'awayFor'>> => {
    const resident = (await needs.residents.ofId(council, residentId))?.value;
    if (resident === undefined) return { residentId, fullName: '' };
    const { homeId, fullName, presence } = resident;
    return { residentId, homeId, fullName, ...(presence.kind === 'away' ? { awayFor: presence.reason } : {}) };
  };

const rowOf =
  (needs: Needs) =>
  async (alert: Alert, residentId: string): Promise<readonly NotReached[]> => {
    const read = await unlessUnreadable(deliveryOfAlert(needs)(alert, residentId), () => 'unreadable' as const);
    if (read === 'unreadable')
      return [{ ...(await named(needs)(alert.council, residentId)), state: 'failed', reason: 'looks-failed' }];
    const delivery = read?.value;
    const state = resultOf(delivery?.state);
    if (isReached(state)) return [];
    return [{ ...(await named(needs)(alert.council, residentId)), state, ...whyOf(delivery) }];
  };

/** The next hundred behind the last chunk, whom the release has not come to: not queued yet, or never when it has ended. */
const notQueued =
  (needs: Needs) =>
  async (alert: Alert, from: string | undefined): Promise<NotReachedPage> => {
    if (alert.releasedAt !== undefined || alert.corrects !== undefined) return { rows: [] };
    const members: Member[] = [];
    let hasMore = false;
    for await (const member of membersOf(needs.members, alert.council, alert.content, from ?? alert.cursor)) {
      hasMore = members.length === CHUNK_SIZE;
      if (hasMore) break;
      members.push(member);
    }
    const found = (await Promise.all(members.map(({ residentId }) => rowOf(needs)(alert, residentId)))).flat();
    // One that was queued a moment ago is said as it stands.
    const rows = found.map((row) => (row.state === 'not-tried' ? { ...row, reason: 'not-queued' } : row));
    const last = members.at(-1);
    return hasMore && last !== undefined ? { rows, after: placeOf(last) } : { rows };
  };

/**
 * A page of the not-reached list: at most 100 Residents, read from the Deliveries themselves, so that it is true to the moment. Pages are
 * numbered from 1 by chunk; some may be empty. The last ones name those the release has not come to: `after` is the place of the
 * Member behind whom such a page begins.
 */
export const notReachedPage =
  (needs: Needs) =>
  async (alert: Alert, number: number, after?: string): Promise<NotReachedPage> => {
    const chunk = after === undefined ? await needs.chunks.ofNumber(alert.council, alert.id, number) : undefined;
    if (chunk === undefined) return notQueued(needs)(alert, after);
    const rows = (await Promise.all(chunk.residents.map((id) => rowOf(needs)(alert, id)))).flat();
    return chunk.isLast && alert.releasedAt !== undefined ? { rows } : { rows, next: number + 1 };
  };
