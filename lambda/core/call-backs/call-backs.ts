import type { Instant } from '../kernel/clock.ts';
import type { Saved, Versioned } from '../kernel/version.ts';
import type { CallBack } from './call-back.ts';

export type CallBacks = {
  readonly ofId: (council: string, askedAt: Instant, id: string) => Promise<Versioned<CallBack> | undefined>;
  readonly save: (callBack: Versioned<CallBack>) => Promise<Saved>;
  /** The open ones, oldest first, a page at a time. */
  readonly open: (
    council: string,
    after?: string,
  ) => Promise<{ readonly callBacks: readonly CallBack[]; readonly after?: string }>;
  /** A Resident's open one, if there is one. */
  readonly openOf: (council: string, residentId: string) => Promise<CallBack | undefined>;
};
