import type { CallBack } from '../../../lambda/core/call-backs/call-back.ts';
import type { Instant } from '../../../lambda/core/kernel/clock.ts';
import { HOUR } from '../../../lambda/core/kernel/clock.ts';
import { atTime, instantOf, type LocalDate } from '../../../lambda/core/kernel/uk-time.ts';
import type { DemoResident } from './demo-home.ts';
import { HARBOUR, workingDay } from './harbour-county-council.ts';
import { seedAct } from './seed-act.ts';

const takenBy = (officer: string, at: Instant) =>
  ({
    state: 'taken',
    owner: officer,
    notes: [{ at, by: officer, text: 'Rang at noon, no reply. Trying again.' }],
  }) as const;

/** A call that was asked for on the last working day and is still open. */
export const buildCallBack = ({ id, callBack }: DemoResident, startDate: LocalDate): readonly CallBack[] => {
  if (callBack === undefined) return [];
  const askedAt = instantOf(atTime(workingDay(startDate, -1), callBack.askedAt));
  return [
    {
      council: HARBOUR,
      id: `${id}-call-1`,
      residentId: id,
      ...(callBack.subject === undefined ? {} : { subject: callBack.subject }),
      origin: 'resident',
      askedAt,
      ...(callBack.state === 'taken' ? takenBy('priya-nair', askedAt + HOUR) : { state: 'asked', notes: [] }),
      lastAct: seedAct(askedAt),
    },
  ];
};
