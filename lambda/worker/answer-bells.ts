import type { BellKey } from '../core/delivery/bell.ts';
import { keysOnBell } from '../core/delivery/bell-message.ts';
import type { Delivered } from '../core/delivery/deliver.ts';
import { faultName, type Log } from '../core/kernel/log.ts';

/** One message from the queue. */
export type BellRecord = { readonly messageId: string; readonly body: string };

type Needs = { readonly look: (keys: readonly BellKey[]) => Promise<Delivered>; readonly log: Log };

/**
 * Answers the bells of one batch, one after the other, and returns the ids of those to be rung again. A text that is no
 * bell is one of them: after its last try the queue keeps it for a person to look at.
 */
export const answerBells =
  (needs: Needs) =>
  async (records: readonly BellRecord[]): Promise<readonly string[]> => {
    const again: string[] = [];
    for (const { messageId, body } of records) {
      const keys = keysOnBell(body);
      try {
        const came = keys === undefined ? undefined : await needs.look(keys);
        if (came === undefined || came.kind === 'clock-not-trusted' || came.failed > 0) again.push(messageId);
        if (came?.kind === 'delivered') needs.log('deliver.done', { count: came.told });
      } catch (fault) {
        needs.log('deliver.fault', { fault: faultName(fault) });
        again.push(messageId);
      }
    }
    return again;
  };
