import { type Clock, MINUTE } from '../../lambda/core/kernel/clock.ts';
import { faultName, type Log } from '../../lambda/core/kernel/log.ts';

/** Ticks once a minute of real time, as EventBridge Scheduler does on AWS. */
export type MinuteBell = {
  /** Whether a tick has been completed within the last three minutes. */
  readonly isRinging: () => boolean;
  readonly stop: () => void;
};

/** Ticks at once, and then every minute. A tick that throws is logged, and the next one finds the same truth. */
export const minuteBell = async (tick: () => Promise<unknown>, realNow: Clock, log: Log): Promise<MinuteBell> => {
  let lastTick = 0;
  const ring = async (): Promise<void> => {
    try {
      await tick();
      lastTick = realNow();
    } catch (fault) {
      log('tick.shard-failed', { fault: faultName(fault) });
    }
  };
  await ring();
  const timer = setInterval(() => void ring(), MINUTE);
  return { isRinging: () => realNow() - lastTick < 3 * MINUTE, stop: () => clearInterval(timer) };
};
