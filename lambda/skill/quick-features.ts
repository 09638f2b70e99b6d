import type { Feature } from './feature.ts';
import { launch } from './handlers/launch.ts';
import { reminders } from './handlers/reminders.ts';
import { reminderDone, reminderNotYet } from './handlers/replies.ts';
import { visits } from './handlers/visits.ts';
import type { TurnNeeds } from './needs.ts';

/**
 * What people open the skill for, and ask of it first: ready at once, while everything else is loaded by the first turn that needs it.
 * A feature belongs here if it is among the commonest; what it imports, every launch waits for.
 */
export const quickFeatures = (needs: TurnNeeds): readonly Feature[] => [
  launch(needs),
  visits(needs),
  reminders(needs),
  reminderDone(needs),
  reminderNotYet(needs),
];
