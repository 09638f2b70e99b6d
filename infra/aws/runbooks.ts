/** The runbooks, by number; each is a page in docs/runbooks. */
export const RUNBOOKS = {
  R1: 'bell-silent',
  R2: 'backlog',
  R3: 'dead-letters',
  R4: 'something-was-repaired',
  R5: 'unknown-outcomes',
  R6: 'alexa-is-down',
  R7: 'changing-a-secret',
  R8: 'many-unlinked',
  R9: 'wrong-message',
  R10: 'suspected-breach',
  R11: 'clock-change',
  R12: 'capacity',
  R13: 'unreachable-residents',
  R14: 'cost',
  R15: 'restore',
  R16: 'subject-request',
  R17: 'leaving',
} as const;

export type Runbook = keyof typeof RUNBOOKS;

/** Where a runbook lies in the project. */
export const runbookPath = (runbook: Runbook): string =>
  `docs/runbooks/${runbook.toLowerCase()}-${RUNBOOKS[runbook]}.md`;

/** What whoever is told reads: what it does to people first, then where to go on. */
export const alarmText = (harm: string, runbook: Runbook): string =>
  `${harm} Do this: ${runbook}, ${runbookPath(runbook)}`;
