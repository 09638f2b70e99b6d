import { WEEKDAYS } from '../../core/kernel/uk-time.ts';
import type { Council, StaffedHours } from '../../core/people/council.ts';
import type { Words } from '../words/en.ts';

const windowsOn = (hours: readonly StaffedHours[], { when }: Words): string =>
  when.list(
    hours
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, to }) => when.between(when.time(from), when.time(to))),
  );

/** A council's hours as people say them, days with the same hours together: "Monday to Friday, 8:30am to 5:00pm". */
export const hoursWords = ({ staffedHours }: Pick<Council, 'staffedHours'>, words: Words): string => {
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const weekday of WEEKDAYS) {
    const hours = windowsOn(
      staffedHours.filter((one) => one.weekday === weekday),
      words,
    );
    const name = words.when.weekdays[weekday];
    const before = runs.at(-1);
    if (before?.hours === hours) before.last = name;
    else runs.push({ first: name, last: name, hours });
  }
  return runs
    .filter(({ hours }) => hours !== '')
    .map(({ first, last, hours }) =>
      words.when.hoursOn(first === last ? first : words.when.between(first, last), hours),
    )
    .join('; ');
};
