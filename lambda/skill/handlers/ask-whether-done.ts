import type { Delivery } from '../../core/delivery/delivery.ts';
import type { Voice } from '../../render/voice.ts';
import type { Reply } from '../feature.ts';

/**
 * The question whether a reminder is done: one of several is named by its time, except where times may not be said aloud. Then
 * somebody is asked which one they mean.
 */
export const askWhetherDone = (deliveries: readonly Delivery[], voice: Voice): Pick<Reply, 'asks'> => {
  const ids = deliveries.map(({ id }) => id);
  if (ids.length === 0) return {};
  if (ids.length > 1 && voice.level === 'closed') return { asks: { kind: 'which-time' } };
  return { asks: { kind: 'is-it-done', ids, named: ids.length > 1 } };
};
