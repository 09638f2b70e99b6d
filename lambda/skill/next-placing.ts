import { nextToPlace } from '../core/reminders/placement.ts';
import type { ResidentPage } from '../core/reminders/resident-page.ts';
import type { SkillNeeds } from './needs.ts';
import type { Pending } from './pending.ts';
import type { PageTurn } from './turn.ts';

/** A conversation asks at most so often about the Echo itself: people opened it for something else. */
const MOST_IN_A_CONVERSATION = 2;

/** What may be asked next about reminders on this Echo, in a conversation that was opened; undefined for nothing. */
export const nextPlacing = (
  { placing }: Pick<SkillNeeds, 'placing'>,
  { asked, echo, resident, now }: PageTurn,
  page: ResidentPage,
): Pending | undefined => {
  const { opened, placed } = asked.session;
  if (placing === undefined || !opened || placed >= MOST_IN_A_CONVERSATION) return undefined;
  const next = nextToPlace({ resident, mirror: page.mirror, now }, echo, page.reminders, placing.words);
  switch (next?.kind) {
    case undefined:
      return undefined;
    case 'copy':
      return { kind: 'place-it', reminderId: next.reminder.id, rule: next.copy.rule };
    case 'routine':
      return { kind: 'offer-routine', time: next.time };
    case 'words':
      return { kind: 'offer-words' };
  }
};
