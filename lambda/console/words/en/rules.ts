import { RECURRENCE_LIMITS } from '../../../core/timetable/recurrence.ts';

const { days, weeks, hours, timesADay, leftOut } = RECURRENCE_LIMITS;

/** What is asked about how often a reminder comes, beyond every day and every week. */
export const rules = {
  form: {
    days: 'days',
    weeks: 'weeks',
    hours: 'hours',
    everyDays: 'Every how many days?',
    everyDaysHint: 'For example, 2 for every second day, counted from the first day.',
    everyWeeks: 'Every how many weeks?',
    everyWeeksHint: 'For example, 2 for every second week, counted from the first of its days.',
    everyHours: 'Every how many hours?',
    everyHoursHint:
      'For example, 4. These are hours that pass, day and night: when the clocks change, it moves by an hour on the clock.',
    monthDay: 'Which day of the month?',
    monthDayHint: 'A number from 1 to 31. In a shorter month it comes on the last day.',
    nth: 'Which one in the month?',
    nths: { '1': 'The first', '2': 'The second', '3': 'The third', '4': 'The fourth', last: 'The last' },
    weekday: 'Which day of the week?',
    firstTime: 'What time is the first one?',
    moreTimes: 'Other times on the same days (optional)',
    moreTimesHint: 'For example, 1pm, 6pm. Put a comma between them.',
    bankHolidays: 'What about bank holidays?',
    bankHolidaysHint: 'The bank holidays of the nation in which this home is.',
    onBankHolidays: {
      usual: 'It comes on bank holidays too',
      nothing: 'It does not come on bank holidays',
      'next-working-day': 'It comes on the next working day instead',
    },
    leftOut: 'Which other days are left out? (optional)',
    leftOutHint: (example: string) => `For example, ${example}. Put a comma between them.`,
  },
  check: {
    next: 'Comes next',
    off: 'Days left out',
    none: 'None',
    bankHolidays: { nothing: 'Bank holidays', 'next-working-day': 'Bank holidays, moved to the next working day' },
    changeHidden: ' the days left out',
    dueAt: (date: string, time: string) => `${date} at ${time}`,
    moved: (date: string, time: string) => `${date} at ${time}, because the clocks go forward that night`,
  },
  errors: {
    'every-days-missing': 'Enter every how many days',
    'every-days-wrong': `Enter a whole number of days from ${days.atLeast} to ${days.atMost}`,
    'every-weeks-missing': 'Enter every how many weeks',
    'every-weeks-wrong': `Enter a whole number of weeks from ${weeks.atLeast} to ${weeks.atMost}`,
    'every-hours-missing': 'Enter every how many hours',
    'every-hours-wrong': `Enter a whole number of hours from ${hours.atLeast} to ${hours.atMost}`,
    'month-day-missing': 'Enter a day of the month',
    'month-day-wrong': 'Enter a day of the month from 1 to 31',
    'nth-missing': 'Choose which one in the month',
    'weekday-missing': 'Choose a day of the week',
    'more-times-wrong': 'Enter other times such as 1pm, 6:30pm, with a comma between them, or leave it empty',
    'more-times-many': `Enter at most ${timesADay} times a day`,
    'bank-holidays-missing': 'Choose what happens on bank holidays',
    'bank-holidays-not-known': 'It is not known in which nation this home is, so bank holidays cannot be left out',
    'left-out-wrong': 'Enter real dates such as 25 12 2026, with a comma between them, or leave it empty',
    'left-out-many': `Leave out at most ${leftOut} days`,
  },
};
