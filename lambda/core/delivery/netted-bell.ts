import { faultName, type Log } from '../kernel/log.ts';
import type { Bell } from './bell.ts';

/**
 * A bell over its net. What it names stands in the due index already, so a bell that cannot be rung is logged and the next
 * tick finds the row: it is neither a failed look at that row nor a fault of whoever wrote it.
 */
export const nettedBell = (bell: Bell, log: Log): Bell => ({
  ring: async (keys, lane, delay) => {
    try {
      await bell.ring(keys, lane, delay);
    } catch (fault) {
      log('bell.not-rung', { kind: lane, count: keys.length, fault: faultName(fault) });
    }
  },
});
