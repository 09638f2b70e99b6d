import type { TypedReminder } from './typed-reminder.ts';

/** The pages of the reminder form, in order. */
export const PARTS = ['what', 'when', 'tell'] as const;
export type Part = (typeof PARTS)[number];

export const isPart = (step: string): step is Part => PARTS.some((part) => part === step);

/** The page to go to without checking anything: `change-when` names `when`. */
export const partToChange = (step: string): Part | undefined => PARTS.find((part) => step === `change-${part}`);

/** The page before this one. */
export const partBefore = (part: Part): Part | undefined => PARTS[PARTS.indexOf(part) - 1];

const DATE_BOXES = (name: string) => ['day', 'month', 'year'].map((box) => `${name}-${box}`);

/** The fields that a page shows. Which days and dates are asked for follows from how often. */
export const fieldsOn = (part: Part, { often }: Pick<TypedReminder, 'often'>): readonly string[] => {
  switch (part) {
    case 'what':
      return ['label', 'often'];
    case 'when': {
      if (often === 'once') return [...DATE_BOXES('date'), 'time'];
      const days = often === 'chosen-weekdays' ? ['days'] : [];
      return [...days, 'time', ...DATE_BOXES('from'), ...DATE_BOXES('until')];
    }
    case 'tell':
      return ['tell', 'after', 'next', 'nextAfter'];
  }
};

/** The page on which a field stands. */
export const partOf = (field: string): Part => {
  if (field === 'label' || field === 'often') return 'what';
  return ['tell', 'after', 'next', 'nextAfter'].includes(field) ? 'tell' : 'when';
};
