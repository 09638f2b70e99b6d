import fc from 'fast-check';
import {
  addDays,
  atTime,
  instantOf,
  type LocalDate,
  type LocalTime,
  offsetDateTime,
  type Weekday,
} from '../../lambda/core/kernel/uk-time.ts';
import { NATIONS } from '../../lambda/core/people/home.ts';
import {
  type DayPattern,
  NTHS,
  type OnBankHolidays,
  RECURRENCE_LIMITS,
  type Recurrence,
} from '../../lambda/core/timetable/recurrence.ts';

/** The ten years over which rules are tried. */
export const TEN_YEARS: { readonly from: LocalDate; readonly days: number } = { from: '2026-01-01', days: 3_650 };

/** The nights on which the clocks change in those years, as GOV.UK says: the last Sundays of March and October. */
export const CHANGE_DAYS: readonly LocalDate[] = [
  '2026-03-29',
  '2026-10-25',
  '2027-03-28',
  '2027-10-31',
  '2028-03-26',
  '2028-10-29',
  '2029-03-25',
  '2029-10-28',
  '2030-03-31',
  '2030-10-27',
  '2031-03-30',
  '2031-10-26',
  '2032-03-28',
  '2032-10-31',
  '2033-03-27',
  '2033-10-30',
  '2034-03-26',
  '2034-10-29',
  '2035-03-25',
  '2035-10-28',
];

/** Every date of the ten years, made once: a case picks, it does not reckon. */
const DATES: readonly LocalDate[] = Array.from({ length: TEN_YEARS.days }, (_, day) => addDays(TEN_YEARS.from, day));
const near = CHANGE_DAYS.flatMap((day) => [-1, 0, 1].map((more) => addDays(day, more)));
const holidays = ['2026-12-23', '2026-12-25', '2026-12-28', '2027-03-25', '2027-03-26', '2027-12-27', '2027-12-31'];

/** Half of the days are near a change of the clocks, a bank holiday or the end of a month. */
export const anyDay: fc.Arbitrary<LocalDate> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...DATES) },
  { weight: 2, arbitrary: fc.constantFrom(...near) },
  { weight: 1, arbitrary: fc.constantFrom(...holidays) },
  { weight: 1, arbitrary: fc.constantFrom('2027-01-31', '2027-02-28', '2028-02-28', '2028-02-29', '2030-12-31') },
);

const clock = (minute: number): LocalTime =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Half of the times are those that matter: midnight, the hour the clocks skip and repeat, and its ends. */
export const anyTime: fc.Arbitrary<LocalTime> = fc.oneof(
  fc.constantFrom('00:00', '00:59', '01:00', '01:30', '01:59', '02:00', '07:00', '09:00', '23:59'),
  fc.integer({ min: 0, max: 1_439 }).map(clock),
);

/** An instant of the ten years, on a whole second. */
export const anyInstant: fc.Arbitrary<number> = fc
  .tuple(anyDay, anyTime, fc.integer({ min: -3_700, max: 3_700 }))
  .map(([day, time, seconds]) => instantOf(atTime(day, time)) + seconds * 1_000);

const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7] satisfies Weekday[], { minLength: 1 });
const upTo = ({ atLeast, atMost }: { readonly atLeast: number; readonly atMost: number }) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: atLeast, max: Math.min(atMost, 14) }) },
    { weight: 1, arbitrary: fc.integer({ min: atLeast, max: atMost }) },
  );

export const anyPattern: fc.Arbitrary<DayPattern> = fc.oneof(
  fc.constantFrom<DayPattern>({ kind: 'daily' }, { kind: 'weekdays' }),
  weekdays.map((days) => ({ kind: 'chosen-weekdays', days }) as const),
  upTo(RECURRENCE_LIMITS.days).map((every) => ({ kind: 'every-n-days', every }) as const),
  fc
    .tuple(upTo(RECURRENCE_LIMITS.weeks), weekdays)
    .map(([every, days]) => ({ kind: 'every-n-weeks', every, days }) as const),
  fc
    .oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(28, 29, 30, 31))
    .map((day) => ({ kind: 'monthly-on-date', day }) as const),
  fc
    .tuple(fc.constantFrom(...NTHS), fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7))
    .map(([nth, weekday]) => ({ kind: 'monthly-on-weekday', nth, weekday }) as const),
);

const until = (from: LocalDate) =>
  fc
    .option(fc.integer({ min: 0, max: 400 }), { nil: undefined, freq: 3 })
    .map((days) => (days === undefined ? {} : { until: addDays(from, days) }));

/** Dates left out lie soon after the first day, where they meet what the rule names. */
const except = (from: LocalDate) =>
  fc
    .option(fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 }), {
      nil: undefined,
      freq: 2,
    })
    .map((days) => (days === undefined ? {} : { except: days.map((more) => addDays(from, more)).sort() }));

const onBankHolidays: fc.Arbitrary<{ readonly bankHolidays?: OnBankHolidays }> = fc.oneof(
  fc.constant({}),
  fc
    .tuple(fc.constantFrom(...NATIONS), fc.constantFrom<OnBankHolidays['instead']>('nothing', 'next-working-day'))
    .map(([nation, instead]) => ({ bankHolidays: { nation, instead } })),
);

const times = fc.oneof(
  { weight: 3, arbitrary: anyTime.map((time) => ({ time })) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(anyTime, { minLength: 2, maxLength: RECURRENCE_LIMITS.timesADay })
      .map((all) => all.toSorted())
      .map(([time = '00:00', ...andAt]) => ({ time, andAt })),
  },
);

/** A rule of days, from that first day. */
export const dayRecurrenceFrom = (from: LocalDate) =>
  fc
    .tuple(anyPattern, times, until(from), except(from), onBankHolidays)
    .map(([pattern, at, last, left, off]) => ({ ...pattern, ...at, from, ...last, ...left, ...off }));

/** A rule of elapsed hours, from that first day. */
export const hoursRecurrenceFrom = (from: LocalDate) =>
  fc.tuple(upTo(RECURRENCE_LIMITS.hours), anyTime, until(from), except(from)).map(
    ([every, time, last, left]) =>
      ({
        kind: 'every-n-hours',
        every,
        first: offsetDateTime(instantOf(atTime(from, time))),
        ...last,
        ...left,
      }) as const,
  );

export const recurrenceFrom = (from: LocalDate): fc.Arbitrary<Recurrence> =>
  fc.oneof(
    { weight: 1, arbitrary: anyTime.map((time) => ({ kind: 'once', at: atTime(from, time) }) as const) },
    { weight: 8, arbitrary: dayRecurrenceFrom(from) },
    { weight: 2, arbitrary: hoursRecurrenceFrom(from) },
  );

/** Any rule that can be set, of every kind, with dates left out, bank holidays and several times a day. */
export const anyRecurrence: fc.Arbitrary<Recurrence> = anyDay.chain(recurrenceFrom);
