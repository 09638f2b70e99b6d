/** The five plain permissions of council staff. */
export const OFFICER_RIGHTS = ['see', 'set-reminders', 'write-alerts', 'approve-alerts', 'manage'] as const;
export type OfficerRight = (typeof OFFICER_RIGHTS)[number];

/** A signed-in member of council staff. */
export type Officer = {
  readonly council: string;
  readonly id: string;
  readonly name: string;
  readonly rights: readonly OfficerRight[];
};
