import type { BellKey } from '../core/delivery/bell.ts';
import type { Delivered } from '../core/delivery/deliver.ts';
import type { Log } from '../core/kernel/log.ts';
import type { DispatchState } from '../core/people/dispatch.ts';
import type { Ticked } from './tick.ts';

type Fence = {
  readonly council: string;
  /** A strong read, for every look. */
  readonly dispatch: () => Promise<DispatchState>;
  readonly log: Log;
};

const NOTHING: Ticked = { looked: 0, failed: 0, closed: 0, failedShards: 0 };

/**
 * A tick behind the fence of a restore (promise G12): while it is up nothing is looked at, and each tick raises the alarm. A release that
 * an Officer has begun is gone on with; once it is done, the tick does its work.
 */
export const fencedTick =
  (needs: Fence & { readonly walk: () => Promise<DispatchState>; readonly tick: () => Promise<Ticked> }) =>
  async (): Promise<Ticked> => {
    const found = await needs.dispatch();
    const state = found === 'releasing' ? await needs.walk() : found;
    if (state === 'open') return needs.tick();
    needs.log('dispatch.fenced', { council: needs.council, kind: 'tick', reason: state });
    return NOTHING;
  };

/**
 * A look at what a bell names, behind the same fence: nothing is claimed. The bell is not kept, because the due index holds every row that
 * still wants to be looked at when the fence opens.
 */
export const fencedLook =
  (needs: Fence & { readonly look: (keys: readonly BellKey[]) => Promise<Delivered> }) =>
  async (keys: readonly BellKey[]): Promise<Delivered> => {
    const state = await needs.dispatch();
    if (state === 'open') return needs.look(keys);
    needs.log('dispatch.fenced', { council: needs.council, kind: 'deliver', reason: state, count: keys.length });
    return { kind: 'delivered', claimed: 0, told: 0, failed: 0 };
  };
