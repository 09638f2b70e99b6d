import type { CareSubject } from '../answers/answer.ts';
import type { Acted } from '../audit/act.ts';
import type { Instant } from '../kernel/clock.ts';

export const CALL_BACK_STATES = ['asked', 'taken', 'done', 'could-not-reach'] as const;
export type CallBackState = (typeof CALL_BACK_STATES)[number];

/** Why a call was asked for: the Resident wanted one, or said that a Visit did not come, or nobody replied to a Reminder. */
export const CALL_BACK_ORIGINS = ['resident', 'no-visit', 'no-reply'] as const;
export type CallBackOrigin = (typeof CALL_BACK_ORIGINS)[number];

/** A further reason to ring, which came while the call-back was open, and when it last came. */
export type AskedAgain = { readonly origin: CallBackOrigin; readonly subject?: CareSubject; readonly at: Instant };

/**
 * A request that a person ring. `owner` is the officer who took it; `notes` are theirs, oldest first. `again` has one line
 * for each further reason, in the order of their last coming.
 */
export type CallBack = Acted & {
  readonly council: string;
  readonly id: string;
  readonly residentId: string;
  readonly subject?: CareSubject;
  readonly origin: CallBackOrigin;
  readonly askedAt: Instant;
  readonly state: CallBackState;
  readonly owner?: string;
  readonly notes: readonly { readonly at: Instant; readonly by: string; readonly text: string }[];
  readonly again?: readonly AskedAgain[];
};

export const isOpen = (callBack: CallBack): boolean =>
  callBack.state === 'asked' || callBack.state === 'taken' || callBack.state === 'could-not-reach';

/** Which state may follow which. A call that could not be made is taken again; a done one is over. */
export const CALL_BACK_MOVES: Readonly<Record<CallBackState, readonly CallBackState[]>> = {
  asked: ['taken'],
  taken: ['done', 'could-not-reach'],
  'could-not-reach': ['taken', 'done'],
  done: [],
};
