import type { Lane } from '../timetable/due.ts';
import type { DeliveryKey } from './delivery.ts';
import type { Handling } from './handling.ts';

/** The longest a bell can be delayed (Amazon SQS `DelaySeconds`), in milliseconds. */
export const LONGEST_BELL = 15 * 60_000;

/**
 * "Look at these keys", now or after a delay in milliseconds. A bell carries nothing else; it may be lost, doubled or
 * early, and the table is always asked again.
 */
export type Bell = { readonly ring: (keys: readonly DeliveryKey[], lane: Lane, delay: number) => Promise<void> };

export const laneOf = (handling: Handling): Lane => (handling === 'urgent' ? 'urgent' : 'routine');
