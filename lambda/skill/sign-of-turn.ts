import { faultName } from '../core/kernel/log.ts';
import type { Sign } from '../core/people/sign-of-life.ts';
import type { Asked } from './asked.ts';
import type { Reply } from './feature.ts';
import type { TurnNeeds } from './needs.ts';

/**
 * What a turn tells of the Home where it was heard: somebody opened the skill, or asked something that was understood, once a
 * conversation. At an Echo that is not paired, or where the service is off, it tells nothing; a safety turn leaves no trace at all.
 */
export const signOf = ({ type, session }: Asked, { homeId, isMiss, outcome }: Reply): Sign | undefined => {
  if (homeId === undefined || outcome.kind === 'safety') return undefined;
  if (type === 'LaunchRequest') return 'opened';
  return isMiss === true || session.noted === true ? undefined : 'asked';
};

/** Writes it down. When that cannot be done the answer is still given: hearing it matters more. */
export const noteSignOfTurn = async (needs: TurnNeeds, asked: Asked, reply: Reply): Promise<void> => {
  const sign = signOf(asked, reply);
  if (sign === undefined || reply.homeId === undefined) return;
  const { council } = needs;
  try {
    await needs.noteSign(council, reply.homeId, sign, needs.clock());
  } catch (fault) {
    needs.log('skill.fault', { council, fault: faultName(fault) });
  }
};
