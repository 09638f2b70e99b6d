import type { Clock, Instant } from '../kernel/clock.ts';
import { faultName, type Log } from '../kernel/log.ts';
import { type DueIndex, type DueKind, type DueRef, type DueRefOf, LOOK_AHEAD, type Shard } from './due.ts';

/** What each kind does when it is due. Filled by `wiring`; a forgotten kind does not compile. */
export type OnDue = { readonly [K in DueKind]: (ref: DueRefOf<K>, now: Instant) => Promise<void> };

export type Collected = { readonly looked: number; readonly failed: number; readonly closed: number };

type Needs = {
  readonly index: DueIndex;
  readonly onDue: OnDue;
  /** Rows of other kinds are passed over and stay as they are; absent: every kind is looked at. */
  readonly kinds?: readonly DueKind[];
  readonly clock: Clock;
  readonly log: Log;
};

/** Sets a row back. One that cannot even be set back must not keep the rows behind it waiting. */
const settle =
  (needs: Needs) =>
  async (ref: DueRef, now: Instant): Promise<'failed' | 'closed'> => {
    try {
      if ((await needs.index.setBack(ref, now)) !== 'closed') return 'failed';
      needs.log('tick.row-closed', { council: ref.council, kind: ref.kind });
      return 'closed';
    } catch (fault) {
      needs.log('tick.look-failed', { council: ref.council, kind: ref.kind, fault: faultName(fault) });
      return 'failed';
    }
  };

const asked = (onDue: OnDue, ref: DueRef, now: Instant): Promise<void> => {
  switch (ref.kind) {
    case 'reminder':
      return onDue.reminder(ref, now);
    case 'delivery':
      return onDue.delivery(ref, now);
    case 'alert':
      return onDue.alert(ref, now);
    case 'mirror':
      return onDue.mirror(ref, now);
    case 'home-mirror':
      return onDue['home-mirror'](ref, now);
  }
};

const look =
  (needs: Needs) =>
  async (ref: DueRef, now: Instant): Promise<keyof Collected> => {
    try {
      await asked(needs.onDue, ref, now);
      return 'looked';
    } catch (fault) {
      needs.log('tick.look-failed', { council: ref.council, kind: ref.kind, fault: faultName(fault) });
      return settle(needs)(ref, now);
    }
  };

/**
 * Looks at everything of one shard that is due within the look-ahead, page by page, each row once. A row that throws is
 * set back and does not keep its neighbours waiting; a shard whose index cannot be read throws.
 */
export const collectDue =
  (needs: Needs) =>
  async (shard: Shard): Promise<Collected> => {
    const now = needs.clock();
    const count = { looked: 0, failed: 0, closed: 0 };
    // A row that is set back moves to a later page of the same look-ahead.
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await needs.index.due(shard, now + LOOK_AHEAD, after);
      for (const ref of page.refs) {
        const row = JSON.stringify([ref.kind, 'residentId' in ref ? ref.residentId : '', ref.id]);
        if (seen.has(row) || needs.kinds?.includes(ref.kind) === false) continue;
        seen.add(row);
        count[await look(needs)(ref, now)] += 1;
      }
      after = page.after;
    } while (after !== undefined);
    return count;
  };
