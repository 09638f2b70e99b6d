/** The plain permissions of council staff. `duty`: sees the list of safety words, and nobody else does. */
export const OFFICER_RIGHTS = ['see', 'set-reminders', 'write-alerts', 'approve-alerts', 'manage', 'duty'] as const;
export type OfficerRight = (typeof OFFICER_RIGHTS)[number];

/** A signed-in member of council staff. */
export type Officer = {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly rights: readonly OfficerRight[];
};
