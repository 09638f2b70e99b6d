import type { Clock, Instant } from '../kernel/clock.ts';
import { faultName, type Log } from '../kernel/log.ts';
import { type LocalDate, type LocalTime, localDate, localTime } from '../kernel/uk-time.ts';
import type { Saved, Versioned } from '../kernel/version.ts';

/** The comparison of a night begins at this time on the wall: after both changes of the clocks, before anybody wants anything. */
export const NIGHT_BEGINS: LocalTime = '03:00';

/**
 * What a night may find and mend. `not-due`: a row waits for something, and the due index shows it at another time or not at all.
 * `forgotten`: a row is open and waits for nothing. `waits-for-nothing`: the index shows a row that has nothing to wait for. `row-gone`: the
 * index shows a row that is not there; it only lags, or nobody can mend it. `clock-rules`: the instant of a wall time is another than it was
 * (T19). `member-behind`: what Audiences are asked of is not what stands on the Resident.
 */
export const FINDINGS = [
  'not-due',
  'forgotten',
  'waits-for-nothing',
  'row-gone',
  'clock-rules',
  'member-behind',
] as const;
export type Finding = (typeof FINDINGS)[number];
export type Found = Readonly<Record<Finding, number>>;

export const NOTHING_FOUND: Found = {
  'not-due': 0,
  forgotten: 0,
  'waits-for-nothing': 0,
  'row-gone': 0,
  'clock-rules': 0,
  'member-behind': 0,
};

/** A value with its version, and the instant at which the due index shows its row; undefined where no tick looks. */
export type Waiting<T> = Versioned<T> & { readonly due?: Instant; readonly failedLooks: number };

/** One finding, and the value to be written over what was read; none when there is nothing to write. */
export type Mended<T> = { readonly finding: Finding; readonly value?: T };

/** From the people to the index, from the index to the rows, and the Alerts. In this order. */
export const NIGHT_STAGES = ['homes', 'index', 'alerts'] as const;
export type NightStage = (typeof NIGHT_STAGES)[number];

/** How far the comparison of one night has come. `doneAt`: it is over. `directoryAt`: and the council's directory of services was seen to after it. */
export type Night = {
  readonly council: string;
  readonly night: LocalDate;
  readonly stage: NightStage;
  readonly after?: string;
  readonly found: Found;
  readonly doneAt?: Instant;
  readonly directoryAt?: Instant;
};

export type Nights = {
  /** A strong read. */
  readonly of: (council: string) => Promise<Versioned<Night> | undefined>;
  readonly save: (night: Versioned<Night>) => Promise<Saved>;
};

/** One page of a stage: mends what it finds and says what that was. `after` is there when there may be more. Safe to repeat. */
export type MendPage = (
  after: string | undefined,
) => Promise<{ readonly found: readonly Finding[]; readonly after?: string }>;

export type NightNeeds = {
  readonly council: string;
  readonly nights: Nights;
  readonly stages: { readonly [S in NightStage]: MendPage };
  /** Notes in the audit trail what a night has mended. */
  readonly note: (night: Night) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
};

const freshNight = (council: string, night: LocalDate): Night => ({
  council,
  night,
  stage: 'homes',
  found: NOTHING_FOUND,
});

const withFound = (found: Found, more: readonly Finding[]): Found => {
  const sum: Record<Finding, number> = { ...found };
  for (const one of more) sum[one] += 1;
  return sum;
};

const isSomething = (found: Found): boolean => FINDINGS.some((one) => found[one] > 0);

/** The next stage begins at its beginning; after the last one the night is over. */
const movedOn = ({ after: _after, ...night }: Night, after: string | undefined, now: Instant): Night => {
  if (after !== undefined) return { ...night, after };
  const next = NIGHT_STAGES[NIGHT_STAGES.indexOf(night.stage) + 1];
  return next === undefined ? { ...night, doneAt: now } : { ...night, stage: next };
};

const finish = async ({ council, log, note }: NightNeeds, night: Night): Promise<void> => {
  for (const kind of FINDINGS)
    if (night.found[kind] > 0) log('night.mended', { council, kind, count: night.found[kind] });
  if (isSomething(night.found)) await note(night);
  log('night.done', { council, count: FINDINGS.reduce((sum, one) => sum + night.found[one], 0) });
};

export type NightState = 'not-yet' | 'under-way' | 'done';

/**
 * Goes on with the comparison of this night, page by page, until it is done or there is no more time; the next tick goes on from there. The
 * cursor moves last, so that a crash goes over a page again. Two at once do no harm: whoever loses a write reads again. A page that throws
 * is logged, and tried again by the next tick. Rung by the tick, once for each local date.
 */
export const walkNight =
  (needs: NightNeeds) =>
  async (mayGoOn: () => boolean): Promise<NightState> => {
    const { council, nights, clock, log } = needs;
    if (localTime(clock()) < NIGHT_BEGINS) return 'not-yet';
    for (;;) {
      const stored = await nights.of(council);
      const tonight = localDate(clock());
      const night = stored?.value.night === tonight ? stored.value : freshNight(council, tonight);
      if (night.doneAt !== undefined) return 'done';
      if (!mayGoOn()) return 'under-way';
      try {
        const page = await needs.stages[night.stage](night.after);
        const next = movedOn({ ...night, found: withFound(night.found, page.found) }, page.after, clock());
        const saved = await nights.save({ value: next, version: stored?.version ?? 0 });
        if (saved.kind === 'saved' && next.doneAt !== undefined) await finish(needs, next);
      } catch (fault) {
        log('night.fault', { council, kind: night.stage, fault: faultName(fault) });
        return 'under-way';
      }
    }
  };
