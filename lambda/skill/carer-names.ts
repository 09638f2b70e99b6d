import type { Directive, dialog, er } from 'ask-sdk-model';
import { localDate } from '../core/kernel/uk-time.ts';
import { holdsOn } from '../core/people/circle-of-care.ts';
import type { Resident } from '../core/people/resident.ts';
import type { Asked } from './asked.ts';
import type { Reply } from './feature.ts';

/** At most 100 entities a session, synonyms counted (voice model 1.4); a circle of care is far smaller. */
const MOST_NAMES = 30;
/** What stands before a surname: such a name is not sent at all, for a surname never is. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'doctor', 'sister', 'nurse', 'rev', 'sir', 'lady']);
const A_NAME = /^\p{L}[\p{L}'’-]*$/u;

const firstNameOf = (name: string): string | undefined => {
  const [first = ''] = name.trim().split(/\s+/);
  return A_NAME.test(first) && !TITLES.has(first.toLowerCase()) ? first : undefined;
};

const namesOf = ({ circle }: Resident, reply: Reply): readonly er.dynamic.Entity[] => {
  const today = localDate(reply.voice.now);
  const holding = circle.filter((member) => holdsOn(member, today));
  const named = holding.flatMap(({ carerId, name }) => {
    const value = firstNameOf(name);
    return value === undefined ? [] : [{ id: carerId, name: { value, synonyms: [] } }];
  });
  return [...new Map(named.map((entity) => [entity.id, entity])).values()].slice(0, MOST_NAMES);
};

const CLEAR: dialog.DynamicEntitiesDirective = { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR' };

/** After these nobody of theirs is listened for any more. */
const LEFT: readonly Reply['outcome']['kind'][] = ['consent-withdrawn', 'echo-unpaired', 'forgetting-asked'];

/** What Alexa is told to listen for, and whose circle that is from then on; nothing where she is told nothing new. */
export type ListenFor = { readonly directive: Directive; readonly named?: string } | undefined;

/**
 * The first names of a Resident's Carers, for Alexa to recognise in this conversation: once, when it is first known who is speaking
 * and the session stays open; again when somebody else speaks. A place in the circle must hold today. Never a surname. They are
 * cleared when somebody without Carers speaks, and when the service or the Echo is left.
 */
export const listenFor = (reply: Reply, { session, inSession }: Asked, isOpen: boolean): ListenFor => {
  const { named } = session;
  if (LEFT.includes(reply.outcome.kind)) return named === undefined ? undefined : { directive: CLEAR };
  if (reply.known === undefined || reply.known.id === named || !isOpen || !inSession) return undefined;
  const values = namesOf(reply.known, reply);
  if (values.length === 0) return named === undefined ? undefined : { directive: CLEAR };
  return {
    directive: { ...CLEAR, updateBehavior: 'REPLACE', types: [{ name: 'CarerName', values: [...values] }] },
    named: reply.known.id,
  };
};
