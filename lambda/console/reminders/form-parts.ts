import type { TypedReminder } from './typed-reminder.ts';

/** The pages of the reminder form, in order. `off`, the days left out, is only asked for by whoever wants it. */
export const PARTS = ['what', 'when', 'off', 'tell'] as const;
export type Part = (typeof PARTS)[number];

export const isPart = (step: string): step is Part => PARTS.some((part) => part === step);

/** The page to go to without checking anything: `change-when` names `when`. Once has no days to leave out. */
export const partToChange = (step: string, { often }: Pick<TypedReminder, 'often'>): Part | undefined => {
  const part = PARTS.find((each) => step === `change-${each}`);
  return part === 'off' && often === 'once' ? 'when' : part;
};

const BEFORE: Readonly<Record<Part, Part | undefined>> = { what: undefined, when: 'what', off: 'when', tell: 'when' };

/** The page before this one. */
export const partBefore = (part: Part): Part | undefined => BEFORE[part];

const DATE_BOXES = (name: string) => ['day', 'month', 'year'].map((box) => `${name}-${box}`);

/** What each kind of rule asks for before its time. */
const RULE_FIELDS: Readonly<Record<string, readonly string[]>> = {
  once: DATE_BOXES('date'),
  'chosen-weekdays': ['days'],
  'every-n-days': ['every'],
  'every-n-weeks': ['every', 'days'],
  'monthly-on-date': ['monthDay'],
  'monthly-on-weekday': ['nth', 'weekday'],
  'every-n-hours': ['every'],
};

const whenFields = (often: string): readonly string[] => {
  const asked = Object.entries(RULE_FIELDS).find(([kind]) => kind === often)?.[1] ?? [];
  if (often === 'once') return [...asked, 'time'];
  const times = often === 'every-n-hours' ? ['time'] : ['time', 'moreTimes'];
  return [...asked, ...times, ...DATE_BOXES('from'), ...DATE_BOXES('until')];
};

/** The fields that a page shows. Which days and dates are asked for follows from how often. */
export const fieldsOn = (part: Part, { often }: Pick<TypedReminder, 'often'>): readonly string[] => {
  switch (part) {
    case 'what':
      return ['label', 'often'];
    case 'when':
      return whenFields(often);
    case 'off':
      return often === 'every-n-hours' ? ['leftOut'] : ['bankHolidays', 'leftOut'];
    case 'tell':
      return ['tell', 'after', 'next', 'nextAfter'];
  }
};

/** The page on which a field stands. */
export const partOf = (field: string): Part => {
  if (field === 'label' || field === 'often') return 'what';
  if (field === 'bankHolidays' || field === 'leftOut') return 'off';
  return ['tell', 'after', 'next', 'nextAfter'].includes(field) ? 'tell' : 'when';
};
