import type { Bell } from '../core/delivery/bell.ts';
import { faultName, type Log } from '../core/kernel/log.ts';

/**
 * Looks once a minute whether anything on a council's duty list waits longer than was agreed: an alarm for as long as it does, and a bell
 * for whoever tells it onward. A list that cannot be read is logged, and keeps no tick from the rest of its work.
 */
export const watchDuty =
  (needs: {
    readonly council: string;
    readonly overdue: (council: string) => Promise<number>;
    readonly bell: Bell;
    readonly log: Log;
  }) =>
  async (): Promise<void> => {
    const { council, log } = needs;
    try {
      const count = await needs.overdue(council);
      if (count === 0) return;
      log('duty.overdue', { council, count });
      await needs.bell.ring([{ council, duty: true }], 'urgent', 0);
    } catch (fault) {
      log('tick.look-failed', { council, kind: 'duty', fault: faultName(fault) });
    }
  };
