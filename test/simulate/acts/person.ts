import { sha256 } from '../../../lambda/adapters/secrets/sha256.ts';
import { membersKept } from '../../../lambda/core/alerts/members-kept.ts';
import { ringAlert } from '../../../lambda/core/alerts/ring-alert.ts';
import { announce } from '../../../lambda/core/delivery/announce.ts';
import { nettedBell } from '../../../lambda/core/delivery/netted-bell.ts';
import { SECOND } from '../../../lambda/core/kernel/clock.ts';
import { faultName } from '../../../lambda/core/kernel/log.ts';
import type { PairingSecrets } from '../../../lambda/core/pairing/pairing.ts';
import { pairingGate } from '../../../lambda/core/set-up/may-pair.ts';
import { careStores } from '../../../lambda/wiring/care-stores.ts';
import type { FaultyQueue } from '../edges/faulty-queue.ts';
import type { FaultyTable } from '../edges/faulty-table.ts';
import { type Machine, machine, ordinarySkew } from '../edges/machine.ts';
import type { Run } from '../edges/run.ts';
import type { Focus } from '../people/focus.ts';

/** Somebody at a page, an Echo or a Screen gives up on an answer after this long. */
const PATIENCE = 45 * SECOND;

export type Parts = {
  readonly run: Run;
  readonly table: FaultyTable;
  readonly queue: FaultyQueue;
  readonly newId: () => string;
  readonly focus: Focus;
};

const secretsOf = (newId: () => string): PairingSecrets => {
  let given = 0;
  return {
    newCode: () => {
      given += 1;
      return String(10_000_000 + given);
    },
    newWords: () => ['apple', newId()],
    hashCode: (code) => `code-${code}`,
  };
};

/** What the use cases of the console, the skill and the Screen are given on one machine. */
const needsOn = ({ run, table, queue, newId }: Parts, who: Machine, secrets: PairingSecrets) => {
  const plain = careStores(table.seenBy(who), run.time.now, run.log);
  const bellAndClock = { bell: nettedBell(queue.seenBy(who), run.log), clock: who.clock };
  const announcing = announce({ deliveries: plain.deliveries, ...bellAndClock });
  return {
    ...plain,
    ...membersKept(plain, run.log),
    ...bellAndClock,
    codes: plain.pairingCodes,
    gate: pairingGate({ ...plain, clock: who.clock }),
    secrets,
    newId,
    digest: sha256,
    log: run.log,
    announce: announcing,
    ring: ringAlert(bellAndClock),
  };
};

export type PersonNeeds = ReturnType<typeof needsOn>;

export type Person = {
  /** One request to a door, on a machine of its own: what it came to, or that no answer came. */
  readonly asks: <T>(what: string, doing: (needs: PersonNeeds) => Promise<T>) => Promise<T | 'no-answer'>;
  readonly waits: (ms: number) => Promise<void>;
};

const outcomeWords = (outcome: unknown): string =>
  typeof outcome === 'object' && outcome !== null && 'kind' in outcome ? String(outcome.kind) : 'done';

export const persons = (parts: Parts): ((name: string) => Person) => {
  const { run } = parts;
  const secrets = secretsOf(parts.newId);
  let requests = 0;
  return (name) => ({
    asks: (what, doing) =>
      new Promise((resolve) => {
        requests += 1;
        const who = machine(run.time, `${name}'s request ${requests}`, ordinarySkew(run.chance));
        run.says(() => `${name}: ${what}`);
        run.time.in(PATIENCE, () => resolve('no-answer'));
        doing(needsOn(parts, who, secrets)).then(
          (outcome) => {
            run.says(() => `${name}: ${what}: ${outcomeWords(outcome)}`);
            resolve(outcome);
          },
          (fault) => {
            run.says(() => `${name}: ${what}: sees an error (${faultName(fault)})`);
            resolve('no-answer');
          },
        );
      }),
    waits: (ms) => new Promise((resolve) => run.time.in(ms, resolve)),
  });
};
