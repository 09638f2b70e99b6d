import type { Saved, Versioned } from '../kernel/version.ts';
import type { Reminder } from './reminder.ts';

export type Reminders = {
  readonly ofId: (council: string, residentId: string, id: string) => Promise<Versioned<Reminder> | undefined>;
  /** Writes a Reminder; while it is on, it is due at its next occurrence. */
  readonly save: (reminder: Versioned<Reminder>) => Promise<Saved>;
  /** All Reminders of a Resident that are not cancelled, those due soonest first. */
  readonly ofResident: (council: string, residentId: string) => Promise<readonly Reminder[]>;
};
