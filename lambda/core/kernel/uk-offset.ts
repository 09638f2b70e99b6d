import { type Instant, MINUTE } from './clock.ts';

/** The zone of everything Bellbird says, in the words of the time-zone database. */
export const UK_ZONE = 'Europe/London';

const offsetOfProcess = (at: Instant): number => -new Date(at).getTimezoneOffset() || 0;

/** Instants at which no zone but the United Kingdom's was ahead of UTC by just so many minutes: double summer time, the years of British Standard Time, a winter, a summer. */
const FINGERPRINT: readonly (readonly [string, number])[] = [
  ['1970-01-01T00:00Z', 60],
  ['1947-06-01T00:00Z', 120],
  ['2000-01-01T00:00Z', 0],
  ['2000-07-01T00:00Z', 60],
];
const MARKS = FINGERPRINT.map(([text, offset]) => ({ at: Date.parse(text), offset }));

/** Whether this process itself keeps UK time (`TZ=Europe/London`), as every Lambda does. */
export const keepsUkTime = (): boolean => MARKS.every(({ at, offset }) => offsetOfProcess(at) === offset);

/** What is made at its first use and kept. */
const atFirstUse = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const offsetFormat = atFirstUse(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: UK_ZONE, timeZoneName: 'longOffset' }),
);

const offsetByFormat = (at: Instant): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(offsetFormat().format(at)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
};

/**
 * By how many minutes the UK clock is ahead of UTC at an instant, from the runtime's own time-zone data. A process that keeps UK time
 * is asked through `Date`; any other through `Intl`, whose first formatter costs 12 ms: more than a Lambda may take to say good morning.
 */
export const ukOffset = (at: Instant): number => (keepsUkTime() ? offsetOfProcess(at) : offsetByFormat(at));

const DAY = 24 * 60 * MINUTE;

/** The first instant of a changed offset between two instants less than half a year apart, to the minute. */
const changeBetween = (before: Instant, after: Instant): Instant => {
  if (after - before <= MINUTE) return after;
  const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
  return ukOffset(middle) === ukOffset(before) ? changeBetween(middle, after) : changeBetween(before, middle);
};

/**
 * The instant at which the UK clock first shows a wall time, which is given as if it were UTC. In the spring gap it is the first instant
 * after the gap; in the repeated autumn hour the first of the two (promise G7).
 */
export const firstShown = (wall: Instant): Instant => {
  const [dayBefore, dayAfter] = [wall - DAY, wall + DAY];
  const shows = [ukOffset(dayBefore), ukOffset(dayAfter)]
    .map((offset) => wall - offset * MINUTE)
    .find((at) => at + ukOffset(at) * MINUTE === wall);
  return shows ?? changeBetween(dayBefore, dayAfter);
};
