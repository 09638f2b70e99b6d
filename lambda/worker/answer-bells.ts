import type { BellKey } from '../core/delivery/bell.ts';
import { keysOnBell } from '../core/delivery/bell-message.ts';
import type { Delivered } from '../core/delivery/deliver.ts';
import { atMostAtOnce } from '../core/kernel/at-most-at-once.ts';
import { faultName, type Log } from '../core/kernel/log.ts';

/** One message from the queue. */
export type BellRecord = { readonly messageId: string; readonly body: string };

type Needs = { readonly look: (keys: readonly BellKey[]) => Promise<Delivered>; readonly log: Log };

/** So many bells of a batch are answered at once: one that takes long, as a release does, does not keep the others waiting. */
const BELLS_AT_ONCE = 4;

type Bell = { readonly messageId: string; readonly keys: readonly BellKey[] | undefined };

/** One bell of each council in turn: however many one council has in a batch, another's begins among the first (promise G10). */
const councilByCouncil = (bells: readonly Bell[]): readonly Bell[] => {
  const seen = new Map<string, number>();
  const turns = bells.map((bell) => {
    const council = bell.keys?.[0]?.council ?? '';
    const turn = seen.get(council) ?? 0;
    seen.set(council, turn + 1);
    return { bell, turn };
  });
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ bell }) => bell);
};

const comesAgain =
  (needs: Needs) =>
  async ({ keys }: Bell): Promise<boolean> => {
    if (keys === undefined) return true;
    try {
      const came = await needs.look(keys);
      if (came.kind === 'delivered') needs.log('deliver.done', { count: came.told });
      return came.kind === 'clock-not-trusted' || came.failed > 0;
    } catch (fault) {
      needs.log('deliver.fault', { fault: faultName(fault) });
      return true;
    }
  };

/**
 * Answers the bells of one batch, a few at once and council by council, and returns the ids of those to be rung again. A text that is no
 * bell is one of them: after its last try the queue keeps it for a person to look at.
 */
export const answerBells =
  (needs: Needs) =>
  async (records: readonly BellRecord[]): Promise<readonly string[]> => {
    const bells = records.map(({ messageId, body }): Bell => ({ messageId, keys: keysOnBell(body) }));
    const again = new Set<string>();
    await atMostAtOnce(BELLS_AT_ONCE, councilByCouncil(bells), async (bell) => {
      if (await comesAgain(needs)(bell)) again.add(bell.messageId);
    });
    return records.map(({ messageId }) => messageId).filter((messageId) => again.has(messageId));
  };
