import { type Instant, MINUTE } from '../kernel/clock.ts';
import { addDays, atTime, instantOf } from '../kernel/uk-time.ts';
import type { HeldCopy, WantedCopy } from './echo-reminders.ts';
import type { HeldRule } from './held-rule.ts';
import type { Copy, Mirror } from './mirror.ts';
import { planOf, type Wanted } from './placement.ts';

/** What is wanted of a copy now, and when its Reminder was last changed by a person. */
export type WantedNow = Wanted & { readonly changedAt?: Instant };

/** Creating takes seconds; a copy that is still being placed after this was lost on the way. */
export const PLACING_HOLDS = 2 * MINUTE;

/** One thing that makes the Echo and the mirror equal, or that the mirror learns. */
export type Step =
  | { readonly kind: 'change'; readonly copy: Copy; readonly token: string; readonly wanted: WantedCopy }
  | { readonly kind: 'remove'; readonly copy: Copy; readonly token: string }
  /** It is not on the Echo any more, as we wished, or because it is over or was never made. */
  | { readonly kind: 'forget'; readonly copy: Copy }
  /** Somebody moved it at the Echo, or moved it back: it is left as it is there, and the console says so. */
  | {
      readonly kind: 'learn-moved';
      readonly copy: Copy;
      readonly rule: HeldRule;
      readonly version: string;
      readonly isAsWanted: boolean;
    }
  /** The Resident, or somebody with the Alexa app, removed it: it is never made again. */
  | { readonly kind: 'learn-removed'; readonly copy: Copy };

/** When a rule rings for the last time, or at most until when. */
export const endOf = (rule: HeldRule): { readonly endsAt?: Instant } => {
  if (rule.kind === 'once') return { endsAt: instantOf(rule.at) };
  return rule.until === undefined ? {} : { endsAt: instantOf(atTime(addDays(rule.until, 1), '00:00')) };
};

const isOver = ({ endsAt }: Copy, wanted: Wanted, now: Instant): boolean =>
  wanted.kind !== 'wanted' || (endsAt !== undefined && endsAt <= now);

const timesIn = (rule: HeldRule): string =>
  rule.kind === 'once'
    ? rule.at
    : JSON.stringify([
        rule.on === 'every-day' || 'dayOfMonth' in rule.on ? rule.on : [...rule.on].sort(),
        [...rule.times].sort(),
      ]);

/** Another version than the one we made, at other times: somebody has changed it there since. Another version alone tells nothing. */
const movedThere = (copy: Copy, there: HeldCopy, wanted: WantedNow): Step | undefined => {
  const { version, rule } = there;
  if (copy.state !== 'standing' || copy.version === undefined || version === undefined || version === copy.version)
    return undefined;
  if (rule === undefined || wanted.kind !== 'wanted' || copy.plan !== planOf(wanted.copy)) return undefined;
  const isAsWanted = timesIn(rule) === timesIn(wanted.copy.rule);
  return isAsWanted && copy.moved === undefined ? undefined : { kind: 'learn-moved', copy, rule, version, isAsWanted };
};

/** What rings there may go on: it was moved since the Reminder was last changed, or it is in its last minutes and is what it was to be. */
const isLeft = ({ moved, state, since }: Copy, { kind, changedAt = Infinity }: WantedNow): boolean => {
  if (kind !== 'wanted' && kind !== 'over') return false;
  if (moved !== undefined) return moved.at >= changedAt;
  return kind === 'over' && state === 'standing' && since >= changedAt;
};

const stepFor = (
  copy: Copy,
  wanted: WantedNow,
  held: ReadonlyMap<string, HeldCopy>,
  now: Instant,
): Step | undefined => {
  const { token, state } = copy;
  if (token === undefined) return copy.since + PLACING_HOLDS <= now ? { kind: 'forget', copy } : undefined;
  const there = held.get(token);
  if (there === undefined || there.isOver)
    return state === 'removing' || there?.isOver === true || isOver(copy, wanted, now)
      ? { kind: 'forget', copy }
      : { kind: 'learn-removed', copy };
  const moved = movedThere(copy, there, wanted);
  if (moved !== undefined) return moved;
  if (isLeft(copy, wanted)) return undefined;
  if (wanted.kind !== 'wanted') return { kind: 'remove', copy, token };
  const isEqual = state === 'standing' && copy.plan === planOf(wanted.copy);
  return isEqual ? undefined : { kind: 'change', copy, token, wanted: wanted.copy };
};

/** What makes the Echo equal to what is wanted, in both directions. `wantedOf` says what is wanted of a copy where it stands. */
export const mirrorSteps = (
  mirror: Mirror,
  wantedOf: (copy: Copy) => WantedNow,
  held: readonly HeldCopy[],
  now: Instant,
): readonly Step[] => {
  const byToken = new Map(held.map((copy) => [copy.token, copy]));
  return mirror.copies.flatMap((copy) => stepFor(copy, wantedOf(copy), byToken, now) ?? []);
};

/** Copies on the Echo that no mirror knows: a creation whose answer was lost. While one is being placed nothing is called lost. */
export const orphansOf = (mirrors: readonly Mirror[], held: readonly HeldCopy[], now: Instant): readonly string[] => {
  const copies = mirrors.flatMap((mirror) => mirror.copies);
  if (copies.some(({ token, since }) => token === undefined && since + PLACING_HOLDS > now)) return [];
  const known = new Set(copies.map(({ token }) => token));
  return held.filter(({ token, isOver: over }) => !over && !known.has(token)).map(({ token }) => token);
};
