import type { Deliveries } from '../delivery/deliveries.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Alert } from './alert.ts';
import { deliveryOfAlert } from './alert-delivery.ts';
import { membersOf } from './alert-reach.ts';
import type { Alerts, Chunks } from './alerts.ts';
import type { Members } from './audience.ts';
import { correctionsOf, mayHaveBeenHeard } from './corrections.ts';

type Needs = {
  readonly alerts: Alerts;
  readonly chunks: Chunks;
  readonly members: Members;
  readonly deliveries: Deliveries;
};

/** Whether a Delivery may have been heard or seen: a call was made or was being made, a Screen showed it, or it was read out. */
export const mayHaveReached = (delivery: Delivery): boolean =>
  delivery.attempts.some(({ came }) => came === 'sent' || came === 'unknown') ||
  delivery.claim?.calling === true ||
  delivery.shownAt !== undefined ||
  delivery.readOutAt !== undefined ||
  delivery.spokenAt !== undefined ||
  delivery.acknowledged !== undefined;

/** Whether a correction that was stopped since has told them already. */
const hasHeardOneOf =
  (needs: Needs) =>
  async (corrections: readonly Versioned<Alert>[], residentId: string): Promise<boolean> => {
    for (const { value } of corrections) {
      const told = await unlessUnreadable(deliveryOfAlert(needs)(value, residentId), () => undefined);
      if (told !== undefined && mayHaveBeenHeard(told.value)) return true;
    }
    return false;
  };

/** Those whom an earlier Alert may have reached, in the order of its chunks, which is that of Resident ids. */
async function* toldBy(
  needs: Needs,
  { council, id, cursor: after, chunks }: Alert,
  alertId: string,
): AsyncGenerator<string> {
  const original = (await needs.alerts.ofId(council, alertId))?.value;
  if (original === undefined) return;
  const before = await correctionsOf(needs)(council, alertId, id);
  // Each chunk of the correction took at least one of the original's.
  for (let number = Math.max(1, chunks); ; number += 1) {
    const chunk = await needs.chunks.ofNumber(council, alertId, number);
    if (chunk === undefined) return;
    const ahead = chunk.residents.filter((id) => after === undefined || id > after);
    const read = await Promise.all(
      ahead.map(async (residentId) => {
        const delivery = await unlessUnreadable(
          deliveryOfAlert(needs)(original, residentId),
          () => 'unreadable' as const,
        );
        // Of a row that cannot be read nobody knows: better a correction too many.
        const isTold = delivery === 'unreadable' || (delivery !== undefined && mayHaveReached(delivery.value));
        return isTold && !(await hasHeardOneOf(needs)(before, residentId)) ? [residentId] : [];
      }),
    );
    yield* read.flat();
    if (chunk.isLast) return;
  }
}

async function* idsOf(needs: Needs, alert: Alert): AsyncGenerator<string> {
  const { audience } = alert.content;
  if (audience?.kind === 'told') {
    yield* toldBy(needs, alert, audience.alertId);
    return;
  }
  for await (const { residentId } of membersOf(needs.members, alert.council, alert.content, alert.cursor))
    yield residentId;
}

/**
 * The next Residents of an Alert's Audience after its cursor, in order of id, at most so many; `isLast` when there are no more. Who joins
 * the Audience behind the cursor is not told.
 */
export const nextMembers =
  (needs: Needs) =>
  async (
    alert: Alert,
    atMost: number,
  ): Promise<{ readonly residents: readonly string[]; readonly isLast: boolean }> => {
    const residents: string[] = [];
    for await (const id of idsOf(needs, alert)) {
      if (residents.length === atMost) return { residents, isLast: false };
      residents.push(id);
    }
    return { residents, isLast: true };
  };
