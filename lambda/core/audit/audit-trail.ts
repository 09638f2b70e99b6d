import type { Act, Acted } from './act.ts';

/**
 * One entry of the audit trail: what the thing was after act `act.number`. What it was before is the entry before.
 * `item` names the thing inside its council, for example `REM#<id>`.
 */
export type AuditEntry = {
  readonly council: string;
  readonly item: string;
  readonly act: Act;
  readonly after: unknown;
};

export type AuditTrail = {
  /** Writes the entry if there is none for this item and number; says whether it was new. Entries are chained per item. */
  readonly append: (entry: AuditEntry) => Promise<{ readonly kind: 'new' | 'already-there' }>;
  /** All entries of one thing, oldest first. */
  readonly of: (council: string, item: string) => Promise<readonly AuditEntry[]>;
};

/**
 * Promise G11: exactly one entry for every act. Before act n+1 is stored, entry n is made sure of (its writer may have
 * died between the two writes); afterwards entry n+1 is written.
 */
export const withAudit =
  (trail: AuditTrail, council: string, item: string) =>
  async <T extends Acted, R extends { readonly kind: string }>(
    before: T | undefined,
    after: T,
    save: () => Promise<R>,
  ): Promise<R> => {
    if (before) await trail.append({ council, item, act: before.lastAct, after: before });
    const saved = await save();
    if (saved.kind === 'saved') await trail.append({ council, item, act: after.lastAct, after });
    return saved;
  };
