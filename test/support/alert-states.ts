import assert from 'node:assert/strict';
import { sha256 } from '../../lambda/adapters/secrets/sha256.ts';
import type { Alert, DraftContent } from '../../lambda/core/alerts/alert.ts';
import { alertDeliveryKey } from '../../lambda/core/alerts/alert-delivery.ts';
import { alertReach } from '../../lambda/core/alerts/alert-reach.ts';
import { discardAlert, draftAlert, submitAlert } from '../../lambda/core/alerts/draft-alert.ts';
import { lookAtAlert } from '../../lambda/core/alerts/look-at-alert.ts';
import { approveAlert, rejectAlert, returnAlert } from '../../lambda/core/alerts/review-alert.ts';
import { sendCorrection } from '../../lambda/core/alerts/send-correction.ts';
import { stopAlert } from '../../lambda/core/alerts/stop-alert.ts';
import { closed, type Delivery, settled } from '../../lambda/core/delivery/delivery.ts';
import { type Clock, DAY, HOUR } from '../../lambda/core/kernel/clock.ts';
import { localDateTime } from '../../lambda/core/kernel/uk-time.ts';
import type { Officer } from '../../lambda/core/people/officer.ts';
import type { CareStores } from '../../lambda/wiring/care-stores.ts';
import { countingIds } from './counting-ids.ts';

export const FLOOD = {
  title: 'Flood warning for Old Town',
  text: 'The river may flood Old Town this evening. Stay in, and go upstairs if water comes in. If you need help, ring the council on 01632 960100.',
} as const;

export const NO_FLOOD = {
  title: 'No flood in Old Town',
  text: 'Earlier today we said that the river may flood Old Town. That was wrong. You are safe to go out.',
} as const;

/** What came of a call to one Resident, as the worker would have recorded it. */
type Told = (delivery: Delivery) => Delivery;

/** One Resident after another in a state of its own, and round again: all that a progress page can show. */
const TOLD: readonly Told[] = [
  (one) => ({ ...settled(called(one, 'sent')), state: 'sent' }),
  (one) => ({
    ...settled(called(one, 'sent')),
    state: 'acknowledged',
    acknowledged: { at: one.dueAt, reply: 'heard', by: 'voice' },
  }),
  (one) => ({ ...settled(one), state: 'shown', shownAt: one.dueAt }),
  (one) => ({ ...settled(one), state: 'spoken', spokenAt: one.dueAt, readOutAt: one.dueAt }),
  (one) => closed(called(one, 'unreachable', 'notifications-off'), 'unreachable', 'notifications-off'),
  (one) => ({ ...settled(called(one, 'unknown', 'no-answer')), state: 'uncertain' }),
  (one) => ({ ...settled(one), state: 'held', reason: 'no-echo' }),
  (one) => closed(one, 'unreachable', 'away'),
  (one) => one,
];

const called = (one: Delivery, came: 'sent' | 'unreachable' | 'unknown', reason?: string): Delivery => ({
  ...one,
  attempts: [
    ...one.attempts,
    { at: one.dueAt, channel: 'smart-properties', came, ...(reason === undefined ? {} : { reason }) },
  ],
});

export type AlertPlace = {
  readonly stores: CareStores;
  readonly clock: Clock;
  readonly writer: Officer;
  readonly approver: Officer;
};

/**
 * Brings Alerts into each of their states, by the acts of two Officers and the looks of the worker, so that every page can be seen in
 * every state. Channels are not called: `tell` records what would have come of it.
 */
export const alertStates = ({ stores, clock, writer, approver }: AlertPlace) => {
  const log = () => undefined;
  const needs = {
    ...stores,
    clock,
    digest: sha256,
    newId: countingIds(`${writer.council}-alert`),
    ring: async () => undefined,
  };
  const council = writer.council;

  const contentOf = (over: Partial<DraftContent>): DraftContent => ({
    mode: 'practice',
    words: FLOOD,
    isPrivate: false,
    correction: NO_FLOOD,
    audience: { kind: 'residents', areas: [], groups: [], languages: [] },
    handling: 'urgent',
    starts: { kind: 'on-approval' },
    expires: localDateTime(clock() + 8 * HOUR),
    ...over,
  });

  const stands = async (id: string) => {
    const stored = await stores.alerts.ofId(council, id);
    assert.ok(stored);
    return stored;
  };
  const at = async ({ id }: Alert) => ({ alertId: id, version: (await stands(id)).version });
  const after = async ({ id }: Alert, outcome: { readonly kind: string }, kind: string): Promise<Alert> => {
    assert.equal(outcome.kind, kind);
    return (await stands(id)).value;
  };

  const look = async ({ id }: Alert, steps: number | 'all' = 'all'): Promise<Alert> => {
    let left = steps === 'all' ? Number.POSITIVE_INFINITY : steps;
    const mayGoOn = () => {
      left -= 1;
      return left > 0;
    };
    await lookAtAlert({ ...needs, bell: { ring: async () => undefined }, log, maySend: async () => true, mayGoOn })(
      council,
      id,
    );
    return (await stands(id)).value;
  };

  const draft = async (over: Partial<DraftContent> = {}): Promise<Alert> => {
    const outcome = await draftAlert(needs)(writer, contentOf(over));
    assert.ok(outcome.kind === 'draft-saved', JSON.stringify(outcome));
    return outcome.stored.value;
  };
  /** Words and nothing else. */
  const begun = async (over: Partial<DraftContent> = {}): Promise<Alert> => {
    const { mode, words, isPrivate } = contentOf(over);
    const outcome = await draftAlert(needs)(writer, { mode, words, isPrivate });
    assert.ok(outcome.kind === 'draft-saved', JSON.stringify(outcome));
    return outcome.stored.value;
  };
  const submitted = async (over: Partial<DraftContent> = {}): Promise<Alert> => {
    const alert = await draft(over);
    return after(alert, await submitAlert(needs)(writer, await at(alert)), 'alert-submitted');
  };
  const approve = async (alert: Alert): Promise<Alert> => {
    const { people } = await alertReach(needs)(council, alert.content, clock());
    return after(alert, await approveAlert(needs)(approver, await at(alert), people), 'alert-approved');
  };
  const planned = async (over: Partial<DraftContent> = {}): Promise<Alert> => {
    const tomorrow = localDateTime(clock() + DAY);
    const expires = localDateTime(clock() + DAY + 8 * HOUR);
    return approve(await submitted({ starts: { kind: 'at', at: tomorrow }, expires, ...over }));
  };
  /** In the middle of its release: two chunks are made, the next is not. */
  const releasing = async (over: Partial<DraftContent> = {}): Promise<Alert> =>
    look(await approve(await submitted(over)), 2);
  const released = async (over: Partial<DraftContent> = {}): Promise<Alert> =>
    look(await approve(await submitted(over)));
  const stop = async (alert: Alert, reason = 'The Environment Agency has withdrawn its warning'): Promise<Alert> =>
    after(alert, await stopAlert(needs)(approver, alert.id, reason), 'alert-stopped');

  /** Records what came of the calls: a state of its own for one Resident after another. */
  const tell = async (alert: Alert): Promise<Alert> => {
    for (let number = 1; ; number += 1) {
      const chunk = await stores.chunks.ofNumber(council, alert.id, number);
      if (chunk === undefined) return alert;
      await Promise.all(
        chunk.residents.map(async (residentId, n) => {
          const key = alertDeliveryKey(alert, residentId);
          const delivery = key === undefined ? undefined : await stores.deliveries.ofKey(key);
          const told = TOLD[n % TOLD.length];
          if (delivery === undefined || told === undefined || told(delivery.value) === delivery.value) return;
          await stores.deliveries.save({ ...delivery, value: told(delivery.value) });
        }),
      );
    }
  };

  return {
    needs,
    stands: async ({ id }: Alert): Promise<Alert> => (await stands(id)).value,
    at,
    look,
    begun,
    draft,
    submitted,
    approve,
    planned,
    releasing,
    released,
    stop,
    tell,
    stopped: async (over: Partial<DraftContent> = {}): Promise<Alert> =>
      look(await stop(await tell(await releasing(over)))),
    returned: async (over: Partial<DraftContent> = {}): Promise<Alert> => {
      const alert = await submitted(over);
      return after(alert, await returnAlert(needs)(approver, await at(alert), 'Say until when'), 'alert-moved');
    },
    rejected: async (over: Partial<DraftContent> = {}): Promise<Alert> => {
      const alert = await submitted(over);
      return after(alert, await rejectAlert(needs)(approver, await at(alert), 'There is no flood'), 'alert-moved');
    },
    discarded: async (over: Partial<DraftContent> = {}): Promise<Alert> => {
      const alert = await draft(over);
      return after(alert, await discardAlert(needs)(writer, await at(alert)), 'alert-moved');
    },
    correction: async (alert: Alert): Promise<Alert> => {
      const outcome = await sendCorrection(needs)(approver, alert.id);
      assert.ok(outcome.kind === 'correction-sent', outcome.kind);
      return look(outcome.stored.value);
    },
  };
};
