import type { Asked } from './asked.ts';
import type { Reply } from './feature.ts';
import type { Pending } from './pending.ts';
import type { Session } from './session.ts';

/** What is asked after a reply: its own question; in a conversation that was opened, whether there is anything else. */
export const asksAfter = (reply: Reply, { session }: Asked): Pending | undefined => {
  if (reply.asks !== undefined) return reply.asks;
  return reply.ends === true || !session.opened ? undefined : { kind: 'anything-else' };
};

/** The session after a turn. What was said stays until something else is said, so that "pardon" finds it. */
export const nextSession = ({ session }: Asked, reply: Reply, asks: Pending | undefined): Session => {
  const speaker = reply.speaker ?? session.speaker;
  const said = reply.said ?? session.said;
  const before = reply.before ?? session.before;
  return {
    v: 1,
    opened: session.opened,
    ...(speaker === undefined ? {} : { speaker }),
    ...(asks === undefined ? {} : { asks }),
    ...(said === undefined ? {} : { said }),
    ...(before === undefined ? {} : { before }),
    ...(reply.told === undefined ? {} : { told: reply.told }),
    read: reply.read ?? session.read,
    repeats: reply.isRepeat === true ? session.repeats + 1 : 0,
    misses: reply.isMiss === true ? session.misses + 1 : 0,
    faults: reply.outcome.kind === 'fault' ? session.faults + 1 : 0,
  };
};
