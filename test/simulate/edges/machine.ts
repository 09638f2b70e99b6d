import { type Clock, SECOND } from '../../../lambda/core/kernel/clock.ts';
import type { Chance } from '../time/seeded.ts';
import type { VirtualTime } from '../time/virtual-time.ts';
import type { Faults } from './faults.ts';

/** One running function: it may die, freeze, and have a clock that is wrong. */
export type Machine = {
  readonly name: string;
  readonly clock: Clock;
  /** How far the table's clock is ahead of this one, as far as the machine knows. */
  readonly clockSkew: () => number | undefined;
  readonly isAlive: () => boolean;
  readonly die: () => void;
  readonly freezeUntil: (at: number) => void;
  readonly frozenUntil: () => number;
  /** Told when it dies. */
  readonly onDeath: (then: () => void) => void;
};

/** Ordinary clocks are this close to each other. */
const ORDINARY_SKEW = 1_500;

export const ordinarySkew = (chance: Chance): number => chance.between(-ORDINARY_SKEW, ORDINARY_SKEW);

/** Over two seconds, up to five minutes, either way. */
export const wrongSkew = (chance: Chance): number => chance.oneOf([-1, 1]) * chance.between(2_001, 300_000);

export const machine = (time: VirtualTime, name: string, ahead: number, isSkewKnown = true): Machine => {
  let alive = true;
  let frozen = 0;
  let onDeath = (): void => {};
  return {
    name,
    clock: () => time.now() + ahead,
    clockSkew: () => (isSkewKnown ? -ahead : undefined),
    isAlive: () => alive,
    die: () => {
      if (!alive) return;
      alive = false;
      onDeath();
    },
    freezeUntil: (at) => {
      frozen = Math.max(frozen, at);
    },
    frozenUntil: () => frozen,
    onDeath: (then) => {
      onDeath = then;
    },
  };
};

/** How long a machine that freezes stands still: seconds, most of a claim, or up to two minutes. */
export const freezeOf = (chance: Chance): number => {
  const [least, most] = chance.oneOf([
    [2, 12],
    [12, 50],
    [60, 120],
  ] as const);
  return chance.between(least * SECOND, most * SECOND);
};

/**
 * How every step of a machine to the outside goes: the request travels, takes effect, and its answer comes back, or not.
 * A machine that died hears nothing any more; one that is frozen hears it when it thaws.
 */
export const travel =
  (
    needs: { readonly time: VirtualTime; readonly faults: Faults; readonly chance: Chance },
    says: (line: string) => void,
  ) =>
  <T>(who: Machine, least: number, most: number, happens: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const { time, faults, chance } = needs;
      if (!who.isAlive()) return;
      const isDying = faults.draw('a machine dies between two steps');
      const isDyingBefore = isDying && chance.happens(0.5);
      const freeze = faults.draw('a machine freezes') ? freezeOf(chance) : 0;
      const isFreezingBefore = freeze > 0 && chance.happens(0.5);
      const wait = chance.between(least, most);
      const strikeFreeze = (): void => {
        faults.count('a machine freezes');
        says(`${who.name} freezes for ${Math.round(freeze / 1000)} s`);
        who.freezeUntil(time.now() + freeze);
      };
      const dies = (): void => {
        faults.count('a machine dies between two steps');
        says(`${who.name} dies`);
        who.die();
      };
      const hears = (then: () => void): void => {
        if (!who.isAlive()) return;
        if (who.frozenUntil() > time.now()) time.at(who.frozenUntil(), () => hears(then));
        else then();
      };
      const takesEffect = async (): Promise<void> => {
        if (isDyingBefore && who.isAlive()) {
          dies();
          return;
        }
        try {
          const answer = await happens();
          if (isDying && who.isAlive()) dies();
          if (freeze > 0 && !isFreezingBefore && who.isAlive()) strikeFreeze();
          hears(() => resolve(answer));
        } catch (fault) {
          hears(() => reject(fault));
        }
      };
      if (isFreezingBefore) strikeFreeze();
      time.in(isFreezingBefore ? freeze + wait : wait, () => {
        // A request that a dead machine had not sent yet never leaves it.
        if (!who.isAlive() && (isFreezingBefore || chance.happens(0.5))) return;
        void takesEffect();
      });
    });
