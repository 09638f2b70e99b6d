import type { Bell } from '../delivery/bell.ts';
import { type Clock, MINUTE } from '../kernel/clock.ts';
import { unlessUnreadable } from '../kernel/unreadable.ts';
import type { Echos } from '../pairing/pairing.ts';
import type { Residents } from '../people/people.ts';
import { lookSoon, type MirrorKey, type Mirrors } from './mirror.ts';
import { UNPLACED_TOLD_AFTER } from './placement.ts';
import type { Reminders } from './reminders.ts';
import { askUnplaced } from './tell-unplaced.ts';

type Stores = {
  readonly residents: Residents;
  readonly echos: Echos;
  readonly reminders: Reminders;
  readonly mirrors: Mirrors;
};

/**
 * Stores through which people act: whoever changes a Resident, a Reminder or an Echo has the copies on the Echo looked at. The wish is
 * written before the change, for a minute later, so that no crash between the two loses it; after the change its bell is rung. What was
 * set, and an Echo that was paired, is looked at again after two days: then a Carer is told of what is still not on it. A
 * row that cannot be read keeps nobody from stopping or changing anything.
 */
export const mirrorsKept = (
  stores: Stores,
  { bell, clock }: { readonly bell: Bell; readonly clock: Clock },
): Pick<Stores, 'residents' | 'echos' | 'reminders'> => {
  const kept =
    <T extends { readonly value: { readonly council: string } }, R extends { readonly kind: string }>(
      save: (one: T) => Promise<R>,
      residentsOf: (value: T['value']) => readonly string[],
    ) =>
    async (one: T): Promise<R> => {
      const { council } = one.value;
      const keys: MirrorKey[] = [];
      for (const residentId of residentsOf(one.value)) {
        const key = { council, residentId };
        const wish = lookSoon(stores.mirrors)(key, clock() + MINUTE);
        if ((await unlessUnreadable(wish, () => 'nothing-there' as const)) === 'asked') keys.push(key);
      }
      const saved = await save(one);
      for (const key of keys) {
        await lookSoon(stores.mirrors)(key, clock());
        await bell.ring([{ council, mirrorOf: key.residentId }], 'routine', 0);
      }
      return saved;
    };
  /** A row that cannot be read keeps nobody waiting: what is unplaced stands on the page. */
  const checkLater = (council: string, residentId: string, at: number): Promise<unknown> =>
    unlessUnreadable(askUnplaced(stores.mirrors)({ council, residentId }, at), () => undefined);
  const saveReminder = kept(stores.reminders.save, ({ residentId }) => [residentId]);
  const saveEcho = kept(stores.echos.save, ({ residents }) => residents);
  return {
    residents: { ...stores.residents, save: kept(stores.residents.save, ({ id }) => [id]) },
    echos: {
      ...stores.echos,
      save: async (echo) => {
        const saved = await saveEcho(echo);
        const { kind, state, residents, council } = echo.value;
        if (saved.kind === 'saved' && kind === 'consumer' && state === 'paired')
          for (const residentId of residents) await checkLater(council, residentId, clock() + UNPLACED_TOLD_AFTER);
        return saved;
      },
    },
    reminders: {
      ...stores.reminders,
      save: async (reminder) => {
        const saved = await saveReminder(reminder);
        const { council, residentId, state, lastAct } = reminder.value;
        if (saved.kind === 'saved' && state === 'on')
          await checkLater(council, residentId, lastAct.at + UNPLACED_TOLD_AFTER);
        return saved;
      },
    },
  };
};
