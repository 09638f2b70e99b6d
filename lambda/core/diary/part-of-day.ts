import { isInWindow, type LocalTime } from '../kernel/uk-time.ts';

export const PARTS_OF_DAY = ['morning', 'lunchtime', 'afternoon', 'teatime', 'evening', 'bedtime', 'night'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

const WINDOWS: Readonly<Record<PartOfDay, readonly [LocalTime, LocalTime]>> = {
  morning: ['05:00', '12:00'],
  lunchtime: ['11:30', '14:30'],
  afternoon: ['12:00', '18:00'],
  teatime: ['15:30', '18:30'],
  evening: ['17:00', '22:00'],
  bedtime: ['19:30', '23:59'],
  night: ['20:00', '05:00'],
};

/** Whether a time of day belongs to a part of it, as people use the words: the parts overlap. */
export const isInPart = (time: LocalTime, part: PartOfDay): boolean => isInWindow(time, ...WINDOWS[part]);
