/**
 * The register of everything that may be logged. A line is a code from this list and a few fields that cannot hold a
 * person: no name, no words, no ids of residents, homes or accounts.
 */
export const LOG_REGISTER = {
  'skill.turn': 'info',
  'skill.session-ended': 'info',
  'skill.background-request': 'info',
  'skill.wrong-skill-id': 'warn',
  'skill.fault': 'error',
  'console.request': 'info',
  'console.refused': 'warn',
  'console.fault': 'error',
  'screen.request': 'info',
  'screen.refused': 'warn',
  'screen.fault': 'error',
  'tick.done': 'info',
  'tick.look-failed': 'error',
  'tick.row-closed': 'alarm',
  'tick.shard-failed': 'error',
  'bell.not-rung': 'alarm',
  'deliver.done': 'info',
  'deliver.late': 'warn',
  'deliver.fault': 'error',
  'deliver.clock-skew': 'alarm',
  'dispatch.fenced': 'alarm',
  'dispatch.paused': 'alarm',
  'night.done': 'info',
  'night.mended': 'alarm',
  'night.fault': 'error',
  'directory.taken-in': 'info',
  'directory.not-taken-in': 'warn',
  'directory.fault': 'error',
  'channel.refused': 'warn',
  'channel.unknown': 'warn',
  'channel.rests': 'alarm',
  'alert.member-not-refreshed': 'error',
  'alert.asked-again': 'alarm',
  'alert.moved': 'info',
  'alert.not-marked': 'error',
  'alert.repaired': 'alarm',
  'audit.repaired': 'warn',
  'mirror.not-woken': 'warn',
  'mirror.refused': 'warn',
  'pin.refused': 'warn',
  'widget.refused': 'warn',
  'duty.not-noted': 'alarm',
  'duty.overdue': 'alarm',
  'pairing.guessed': 'alarm',
  'pairing.unasked': 'warn',
  'table.unreadable-row': 'alarm',
} as const;

export type LogCode = keyof typeof LOG_REGISTER;

/** Counts, milliseconds, and words from closed lists (`kind`, `intent`, `channel`, `reason`); `fault` is an error's class name. */
export type LogFields = {
  readonly council?: string;
  readonly requestId?: string;
  readonly kind?: string;
  readonly intent?: string;
  readonly channel?: string;
  readonly reason?: string;
  readonly fault?: string;
  readonly shard?: string;
  readonly count?: number;
  readonly status?: number;
  readonly ms?: number;
};

export type Log = (code: LogCode, fields?: LogFields) => void;

/** What of a thrown value may be logged: its class, never its message. */
export const faultName = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);
