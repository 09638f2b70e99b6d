import type { Asked } from './asked.ts';
import type { ListenFor } from './carer-names.ts';
import type { Reply } from './feature.ts';
import type { Pending } from './pending.ts';
import type { Session } from './session.ts';
import { signOf } from './sign-of-turn.ts';

/** What is asked after a reply: its own question; in a conversation that was opened, whether there is anything else. */
export const asksAfter = (reply: Reply, { session }: Asked): Pending | undefined => {
  if (reply.connects !== undefined) return undefined;
  if (reply.asks !== undefined) return reply.asks;
  return reply.ends === true || !session.opened ? undefined : (reply.placing ?? { kind: 'anything-else' });
};

const PLACING: readonly Pending['kind'][] = ['place-it', 'offer-routine', 'offer-words'];

/** The same question in other words is not another one. */
const isNewPlacing = (before: Pending | undefined, asks: Pending | undefined): boolean =>
  asks !== undefined && PLACING.includes(asks.kind) && JSON.stringify(asks) !== JSON.stringify(before);

/** The session after a turn. What was said stays until something else is said, so that "pardon" finds it. */
export const nextSession = (asked: Asked, reply: Reply, asks: Pending | undefined, names: ListenFor): Session => {
  const { session } = asked;
  const { named } = names ?? session;
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
    ...(named === undefined ? {} : { named }),
    placed: session.placed + (isNewPlacing(session.asks, asks) ? 1 : 0),
    read: reply.read ?? session.read,
    ...(session.noted === true || signOf(asked, reply) === 'asked' ? { noted: true as const } : {}),
    turn: session.turn + 1,
    repeats: reply.isRepeat === true ? session.repeats + 1 : 0,
    misses: reply.isMiss === true ? session.misses + 1 : 0,
    faults: reply.outcome.kind === 'fault' ? session.faults + 1 : 0,
  };
};
