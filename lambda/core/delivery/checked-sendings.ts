import type { Instant } from '../kernel/clock.ts';
import type { Sending } from './calls.ts';
import { checkAgain } from './check-again.ts';
import { CHECK_HOLDS } from './claim.ts';
import type { DeliverNeeds } from './deliver-needs.ts';
import { readOnce } from './read-once.ts';
import { step, type Telling, type Tellings } from './telling.ts';

/** A sending that may be made, by a check that was asked for then. */
export type Going = { readonly sending: Sending; readonly telling: Telling; readonly askedAt: Instant };

type Asked = { readonly telling: Telling; readonly sendings: readonly Sending[] };
type Ready = Asked & { readonly askedAt: Instant };

/** Checks some Deliveries right before their call, all at once. */
const checkOnce =
  (needs: DeliverNeeds) =>
  async (asked: readonly Asked[]): Promise<readonly Ready[]> => {
    const reading = { ...needs, readSource: readOnce(needs.readSource) };
    const ready = await Promise.all(
      asked.map(async ({ telling, sendings }): Promise<readonly Ready[]> => {
        const { stored, readAt } = telling;
        const to = sendings.map(({ message }) => message.echo);
        const toCheck = {
          stored,
          to,
          hasCalled: telling.attempts.length > 0,
          ...(readAt === undefined ? {} : { readAt }),
        };
        telling.readAt = undefined;
        const found = await step(needs)(telling, () => checkAgain(reading)(toCheck));
        if (found === undefined) return [];
        telling.stored = found.stored;
        const left = sendings.filter(({ message }) => found.echos.includes(message.echo));
        return [{ telling, sendings: left, askedAt: found.askedAt }];
      }),
    );
    return ready.flat();
  };

/** So often a check that took too long is made again before the call goes without this Delivery. */
const CHECKS = 3;

/**
 * The sendings of a call that may be made, each Delivery checked and claimed right before it. A check that is too old when the others are done
 * is made again; `late` are those for which even that took too long.
 */
export const checkedSendings =
  (needs: DeliverNeeds, tellings: Tellings) =>
  async (
    call: readonly Sending[],
  ): Promise<{ readonly going: readonly Going[]; readonly late: readonly Telling[] }> => {
    let asked: readonly Asked[] = [...Map.groupBy(call, ({ toTell }) => toTell)].flatMap(([toTell, sendings]) => {
      const telling = tellings.get(toTell);
      return telling === undefined ? [] : [{ telling, sendings }];
    });
    let fresh: readonly Ready[] = [];
    for (let checks = 0; checks < CHECKS && asked.length > 0; checks += 1) {
      const ready = [...fresh, ...(await checkOnce(needs)(asked))];
      const since = needs.clock() - CHECK_HOLDS;
      fresh = ready.filter(({ askedAt }) => askedAt >= since);
      asked = ready.filter(({ askedAt }) => askedAt < since);
    }
    const going = fresh.flatMap(({ telling, sendings, askedAt }) =>
      sendings.map((sending) => ({ sending, telling, askedAt })),
    );
    return { going, late: asked.map(({ telling }) => telling) };
  };
