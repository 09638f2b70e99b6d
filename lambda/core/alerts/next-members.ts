import type { Deliveries } from '../delivery/deliveries.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Versioned } from '../kernel/version.ts';
import type { Alert } from './alert.ts';
import { deliveryOfAlert } from './alert-delivery.ts';
import { membersOf } from './alert-reach.ts';
import type { Alerts, Chunks } from './alerts.ts';
import { type Member, type Members, placeOf } from './audience.ts';
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

export type NextMembers = {
  readonly residents: readonly string[];
  /** How far these have come; absent when there are none. */
  readonly cursor?: string;
  readonly isLast: boolean;
};

/** Those of one chunk of an earlier Alert whom it may have reached, and whom none of the corrections `before` has told. */
const toldOf =
  (needs: Needs) =>
  async (
    original: Alert,
    before: readonly Versioned<Alert>[],
    residents: readonly string[],
  ): Promise<readonly string[]> => {
    const read = await Promise.all(
      residents.map(async (residentId) => {
        const delivery = await unlessUnreadable(
          deliveryOfAlert(needs)(original, residentId),
          () => 'unreadable' as const,
        );
        // Of a row that cannot be read nobody knows: better a correction too many.
        const isTold = delivery === 'unreadable' || (delivery !== undefined && mayHaveReached(delivery.value));
        return isTold && !(await hasHeardOneOf(needs)(before, residentId)) ? [residentId] : [];
      }),
    );
    return read.flat();
  };

/** Those whom an earlier Alert may have reached: of as many whole chunks of it as fit, because no chunk splits a Home. */
const nextTold =
  (needs: Needs) =>
  async ({ council, id, cursor }: Alert, alertId: string, atMost: number): Promise<NextMembers> => {
    const original = (await needs.alerts.ofId(council, alertId))?.value;
    if (original === undefined) return { residents: [], isLast: true };
    const before = await correctionsOf(needs)(council, alertId, id);
    const residents: string[] = [];
    let reached = cursor;
    for (let number = Number(cursor ?? 0) + 1; ; number += 1) {
      const chunk = await needs.chunks.ofNumber(council, alertId, number);
      const told = chunk === undefined ? [] : await toldOf(needs)(original, before, chunk.residents);
      if (residents.length + told.length > atMost) return { residents, ...at(reached), isLast: false };
      residents.push(...told);
      if (chunk !== undefined) reached = String(number);
      if (chunk === undefined || chunk.isLast) return { residents, ...at(reached), isLast: true };
    }
  };

const at = (cursor: string | undefined): { readonly cursor?: string } => (cursor === undefined ? {} : { cursor });

/** As many of these as go in one chunk: a Home whose last Residents would be left over goes in the next one whole. */
const withoutSplitHome = (found: readonly Member[], atMost: number): readonly Member[] => {
  const left = found[atMost];
  if (left === undefined) return found;
  const whole = found.slice(0, atMost).filter(({ homeId }) => homeId !== left.homeId);
  return whole.length > 0 ? whole : found.slice(0, atMost);
};

/**
 * The next Residents of an Alert's Audience after its cursor, Home by Home, at most so many; `isLast` when there are no more. Residents of one Home
 * are never split, so that an Echo they share says the words once. Who joins the Audience behind the cursor is not told.
 */
export const nextMembers =
  (needs: Needs) =>
  async (alert: Alert, atMost: number): Promise<NextMembers> => {
    const { audience } = alert.content;
    if (audience?.kind === 'told') return nextTold(needs)(alert, audience.alertId, atMost);
    const found: Member[] = [];
    for await (const member of membersOf(needs.members, alert.council, alert.content, alert.cursor)) {
      found.push(member);
      if (found.length > atMost) break;
    }
    const members = withoutSplitHome(found, atMost);
    const last = members.at(-1);
    return {
      residents: members.map(({ residentId }) => residentId),
      ...at(last === undefined ? undefined : placeOf(last)),
      isLast: found.length <= atMost,
    };
  };
