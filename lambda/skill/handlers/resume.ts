import { localDate } from '../../core/kernel/uk-time.ts';
import type { ResumedOutcome } from '../../render/spoken-outcome.ts';
import { isHushed } from '../alone-first.ts';
import type { Reply } from '../feature.ts';
import { type Left, leftBefore } from '../leave-off.ts';
import type { Pending } from '../pending.ts';
import type { Said } from '../said.ts';
import type { PageTurn } from '../turn.ts';
import { draftIn, stepOf } from './set-reminder.ts';

const isListed = (said: Said | undefined): said is Extract<Said, { topic: 'visits' | 'appointments' | 'reminders' }> =>
  said?.topic === 'visits' || said?.topic === 'appointments' || said?.topic === 'reminders';

const about = ({ voice, now }: PageTurn, asks: Pending, said: Said | undefined): ResumedOutcome | undefined => {
  switch (asks.kind) {
    case 'reminder-day':
    case 'reminder-time':
    case 'reminder-half': {
      const { day } = asks.draft;
      const isTold = day !== undefined && day >= localDate(now) && voice.level !== 'closed';
      return { kind: 'resumed', about: 'reminder', ...(isTold ? { day } : {}) };
    }
    case 'which-one':
    case 'cancel-it':
      return { kind: 'resumed', about: 'reminder' };
    case 'ring-you':
      return { kind: 'resumed', about: 'call' };
    case 'go-on':
      return isListed(said) ? { kind: 'resumed', about: 'list', list: said.topic } : undefined;
    default:
      return undefined;
  }
};

/** What may be done only when the Resident is alone is not gone on with by whoever opens a hushed Echo. */
const isForAlone = (asks: Pending): boolean =>
  asks.kind === 'which-one' || asks.kind === 'cancel-it' || draftIn(asks)?.draft.change !== undefined;

const taken = (turn: PageTurn, { asks, said }: Left): Reply | undefined => {
  if (asks === undefined || (isHushed(turn) && isForAlone(asks))) return undefined;
  if (asks.kind === 'set-it') return stepOf(turn, asks.draft, true);
  const outcome = about(turn, asks, said);
  return outcome === undefined
    ? undefined
    : { outcome, voice: turn.voice, asks, ...(said === undefined ? {} : { said }) };
};

/**
 * The next opening goes on where the last one broke off: "We were setting Tuesday's reminder. What time?" Nothing is said about the
 * silence. Undefined: nothing is left open, and the opening says what stands first.
 */
export const takenUp = (turn: PageTurn): Reply | undefined => taken(turn, leftBefore(turn));
