import type { CareSubject } from '../core/answers/answer.ts';
import type { Instant } from '../core/kernel/clock.ts';
import { type Council, officeHours } from '../core/people/council.ts';
import { factsATurn, type Voice } from '../render/voice.ts';
import type { Reply } from './feature.ts';
import type { SaidList } from './said.ts';

/** Whether anybody rings back at all. Where nobody does, a call is never offered. */
export const mayOfferCall = ({ council, now }: { readonly council: Council; readonly now: Instant }): boolean =>
  officeHours(council, now).kind !== 'never-staffed';

type Asks = Pick<Reply, 'asks'>;

/** The offer that somebody rings, if anybody does. */
export const offerCall = (
  turn: { readonly council: Council; readonly now: Instant },
  about: { readonly subject?: CareSubject; readonly office?: true; readonly missed?: true } = {},
): Asks => (mayOfferCall(turn) ? { asks: { kind: 'ring-you', ...about } } : {});

/** A list after a few of it were told: where to go on, and the offer to, if anything is left. A closed Echo tells none of it. */
export const walked = (said: SaidList, length: number, voice: Voice): Pick<Reply, 'said' | 'asks'> => {
  const { next: _next, ...here } = said;
  const next = said.from + factsATurn(voice);
  const left = length - next;
  return left > 0 && voice.level !== 'closed'
    ? { said: { ...here, next }, asks: { kind: 'go-on', left } }
    : { said: here };
};
