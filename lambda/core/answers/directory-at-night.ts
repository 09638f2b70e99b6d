import type { Clock } from '../kernel/clock.ts';
import { faultName, type Log } from '../kernel/log.ts';
import { localDate } from '../kernel/uk-time.ts';
import type { Nights } from '../timetable/night.ts';
import type { Listings } from './find-answer.ts';
import { type Directory, type TakeInOutcome, takeInDirectory } from './take-in-directory.ts';

type Needs = {
  readonly council: string;
  readonly nights: Nights;
  readonly listings: Listings;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly log: Log;
};

/** What came of it, by kind and counts; `reason` is one of the adapter's words or a status of HTTP. */
const note = ({ council, log }: Needs, outcome: TakeInOutcome): void => {
  const { kind } = outcome;
  if (kind === 'not-read') log('directory.not-taken-in', { council, kind, reason: outcome.reason });
  else if (kind === 'far-fewer') log('directory.not-taken-in', { council, kind, count: outcome.now });
  else log('directory.taken-in', { council, kind, ...(kind === 'taken-in' ? { count: outcome.kept } : {}) });
};

export type DirectoryState = 'not-yet' | 'done';

/**
 * Takes in a council's directory of services once a night, after the comparison of that night is done. What cannot be read, or is not
 * believed, is logged and left until the next night; what was not finished, or threw, goes on with the next tick. Two at once do no harm.
 */
export const directoryAtNight =
  (needs: Needs) =>
  async (mayGoOn: () => boolean): Promise<DirectoryState> => {
    const { council, nights, clock, log } = needs;
    try {
      const stored = await nights.of(council);
      if (stored?.value.night !== localDate(clock()) || stored.value.doneAt === undefined) return 'not-yet';
      if (stored.value.directoryAt !== undefined) return 'done';
      const outcome = await takeInDirectory(needs)(council, mayGoOn);
      note(needs, outcome);
      if (outcome.kind === 'not-finished') return 'not-yet';
      await nights.save({ value: { ...stored.value, directoryAt: clock() }, version: stored.version });
      return 'done';
    } catch (fault) {
      log('directory.fault', { council, fault: faultName(fault) });
      return 'not-yet';
    }
  };
