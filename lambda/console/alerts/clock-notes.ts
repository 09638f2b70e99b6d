import type { DraftContent } from '../../core/alerts/alert.ts';
import { DAY, HOUR } from '../../core/kernel/clock.ts';
import { addDays, atTime, dateOf, instantOf, type LocalDate } from '../../core/kernel/uk-time.ts';
import type { AlertDesk } from './alert-desk.ts';

const lengthOf = (date: LocalDate): number =>
  instantOf(atTime(addDays(date, 1), '00:00')) - instantOf(atTime(date, '00:00'));

/** What to know when an Alert starts or ends on one of the two days a year on which the clocks change. */
export const clockNotes = (
  { starts, expires }: Pick<DraftContent, 'starts' | 'expires'>,
  { words }: Pick<AlertDesk, 'words'>,
): readonly string[] => {
  const dates = [
    ...(starts?.kind === 'at' ? [dateOf(starts.at)] : []),
    ...(expires === undefined ? [] : [dateOf(expires)]),
  ];
  const { clocks } = words.alertForms;
  return [
    ...(dates.some((date) => lengthOf(date) === DAY - HOUR) ? [clocks.forward] : []),
    ...(dates.some((date) => lengthOf(date) === DAY + HOUR) ? [clocks.back] : []),
  ];
};
