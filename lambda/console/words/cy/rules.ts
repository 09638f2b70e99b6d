import { RECURRENCE_LIMITS } from '../../../core/timetable/recurrence.ts';
import type { rules as english } from '../en/rules.ts';

const { days, weeks, hours, timesADay, leftOut } = RECURRENCE_LIMITS;

/** Yr hyn a ofynnir am ba mor aml y daw nodyn atgoffa. */
export const rules: typeof english = {
  form: {
    days: 'diwrnod',
    weeks: 'wythnos',
    hours: 'awr',
    everyDays: 'Bob faint o ddiwrnodau?',
    everyDaysHint: 'Er enghraifft, 2 am bob yn ail ddiwrnod, gan gyfrif o’r diwrnod cyntaf.',
    everyWeeks: 'Bob faint o wythnosau?',
    everyWeeksHint: 'Er enghraifft, 2 am bob yn ail wythnos, gan gyfrif o’r cyntaf o’i ddyddiau.',
    everyHours: 'Bob faint o oriau?',
    everyHoursHint:
      'Er enghraifft, 4. Oriau sy’n mynd heibio yw’r rhain, ddydd a nos: pan fydd y clociau’n newid, mae’n symud awr ar y cloc.',
    monthDay: 'Pa ddiwrnod o’r mis?',
    monthDayHint: 'Rhif o 1 i 31. Mewn mis byrrach daw ar y diwrnod olaf.',
    nth: 'Pa un yn y mis?',
    nths: { '1': 'Y cyntaf', '2': 'Yr ail', '3': 'Y trydydd', '4': 'Y pedwerydd', last: 'Yr olaf' },
    weekday: 'Pa ddiwrnod o’r wythnos?',
    firstTime: 'Faint o’r gloch mae’r un cyntaf?',
    moreTimes: 'Amserau eraill ar yr un dyddiau (dewisol)',
    moreTimesHint: 'Er enghraifft, 1pm, 6pm. Rhowch goma rhyngddynt.',
    bankHolidays: 'Beth am wyliau banc?',
    bankHolidaysHint: 'Gwyliau banc y genedl lle mae’r cartref hwn.',
    onBankHolidays: {
      usual: 'Daw ar wyliau banc hefyd',
      nothing: 'Ni ddaw ar wyliau banc',
      'next-working-day': 'Daw ar y diwrnod gwaith nesaf yn lle hynny',
    },
    leftOut: 'Pa ddyddiau eraill sy’n cael eu hepgor? (dewisol)',
    leftOutHint: (example) => `Er enghraifft, ${example}. Rhowch goma rhyngddynt.`,
  },
  check: {
    next: 'Daw nesaf',
    off: 'Dyddiau a hepgorir',
    none: 'Dim un',
    bankHolidays: {
      nothing: 'Gwyliau banc',
      'next-working-day': 'Gwyliau banc, wedi’u symud i’r diwrnod gwaith nesaf',
    },
    changeHidden: ' y dyddiau a hepgorir',
    dueAt: (date, time) => `${date} am ${time}`,
    moved: (date, time) => `${date} am ${time}, am fod y clociau’n mynd ymlaen y noson honno`,
  },
  errors: {
    'every-days-missing': 'Rhowch bob faint o ddiwrnodau',
    'every-days-wrong': `Rhowch rif cyfan o ddiwrnodau o ${days.atLeast} i ${days.atMost}`,
    'every-weeks-missing': 'Rhowch bob faint o wythnosau',
    'every-weeks-wrong': `Rhowch rif cyfan o wythnosau o ${weeks.atLeast} i ${weeks.atMost}`,
    'every-hours-missing': 'Rhowch bob faint o oriau',
    'every-hours-wrong': `Rhowch rif cyfan o oriau o ${hours.atLeast} i ${hours.atMost}`,
    'month-day-missing': 'Rhowch ddiwrnod o’r mis',
    'month-day-wrong': 'Rhowch ddiwrnod o’r mis o 1 i 31',
    'nth-missing': 'Dewiswch pa un yn y mis',
    'weekday-missing': 'Dewiswch ddiwrnod o’r wythnos',
    'more-times-wrong': 'Rhowch amserau eraill fel 1pm, 6:30pm, gyda choma rhyngddynt, neu gadewch yn wag',
    'more-times-many': `Rhowch ${timesADay} amser y dydd ar y mwyaf`,
    'bank-holidays-missing': 'Dewiswch beth sy’n digwydd ar wyliau banc',
    'bank-holidays-not-known': 'Nid yw’n hysbys ym mha genedl y mae’r cartref hwn, felly ni ellir hepgor gwyliau banc',
    'left-out-wrong': 'Rhowch ddyddiadau go iawn fel 25 12 2026, gyda choma rhyngddynt, neu gadewch yn wag',
    'left-out-many': `Hepgorwch ${leftOut} diwrnod ar y mwyaf`,
  },
};
