import type { Clock } from '../kernel/clock.ts';
import type { Deliveries } from './deliveries.ts';
import { record } from './record.ts';
import type { ToldLink } from './told-link.ts';

export type NoteOpenedOutcome = { readonly kind: 'opened' | 'already-opened' | 'link-has-run-out' | 'not-theirs' };

/**
 * The Carer who was sent a link signed in and pressed to see what it is about: evidence that a person was there (promise
 * G13), kept with the first time. Somebody else who holds the link leaves none. Safe to repeat.
 */
export const noteOpened =
  (needs: { readonly deliveries: Deliveries; readonly clock: Clock }) =>
  async (link: ToldLink, carerId: string): Promise<NoteOpenedOutcome> => {
    const at = needs.clock();
    if (link.carerId !== carerId) return { kind: 'not-theirs' };
    if (link.expiresAt <= at) return { kind: 'link-has-run-out' };
    const recorded = await record(needs.deliveries)(link.delivery, (delivery) => {
      const opened = delivery.opened ?? [];
      if (opened.some(({ rung }) => rung === link.rung)) return undefined;
      return { ...delivery, opened: [...opened, { rung: link.rung, at }] };
    });
    if (recorded.kind === 'no-such-delivery') return { kind: 'link-has-run-out' };
    return { kind: recorded.kind === 'recorded' ? 'opened' : 'already-opened' };
  };
