import type { LOG_REGISTER, LogCode } from '../../lambda/core/kernel/log.ts';
import type { Runbook } from './runbooks.ts';

type AtLevel<L extends string> = { [C in LogCode]: (typeof LOG_REGISTER)[C] extends L ? C : never }[LogCode];

type LogAlarm = {
  readonly level: 'page' | 'ticket';
  /** In one minute. */
  readonly above: number;
  readonly harm: string;
  readonly runbook: Runbook;
};

/** Every code of the register at level `alarm` has one, or this does not compile; some others are watched beside them. */
export const LOG_ALARMS = {
  'bell.not-rung': {
    level: 'ticket',
    above: 0,
    harm: 'A bell could not be rung; the next minute finds what it was for, so somebody is told up to a minute late.',
    runbook: 'R2',
  },
  'tick.row-closed': {
    level: 'page',
    above: 0,
    harm: 'Something owed to a person was given up after five tries: they have not been told.',
    runbook: 'R3',
  },
  'deliver.clock-skew': {
    level: 'page',
    above: 0,
    harm: 'A clock is wrong, so nothing is told until it is right.',
    runbook: 'R11',
  },
  'dispatch.fenced': {
    level: 'page',
    above: 0,
    harm: 'Nobody is told anything: the table was restored and waits for an officer to let it go.',
    runbook: 'R15',
  },
  'channel.rests': {
    level: 'page',
    above: 0,
    harm: 'Amazon takes nothing from us for a while: people are told late, or by their screen only.',
    runbook: 'R6',
  },
  'dispatch.paused': {
    level: 'ticket',
    above: 0,
    harm: 'Sending is held back by a switch: people are not told until somebody turns it back.',
    runbook: 'R2',
  },
  'night.mended': {
    level: 'ticket',
    above: 0,
    harm: 'A night found something broken and mended it: somebody may have been told late, or not at all.',
    runbook: 'R4',
  },
  'alert.asked-again': {
    level: 'page',
    above: 0,
    harm: 'An alert waits: whom it is for has changed since it was approved, and nobody is told until it is approved again.',
    runbook: 'R9',
  },
  'alert.repaired': {
    level: 'ticket',
    above: 0,
    harm: 'An alert had people missing from its count; they have been added.',
    runbook: 'R4',
  },
  'table.unreadable-row': {
    level: 'page',
    above: 0,
    harm: 'A row cannot be read: one person may not be told what is theirs.',
    runbook: 'R3',
  },
  'deliver.late': {
    level: 'ticket',
    above: 5,
    harm: 'Reminders are late for several people.',
    runbook: 'R2',
  },
  'channel.unknown': {
    level: 'ticket',
    above: 10,
    harm: 'Amazon does not say whether people were told.',
    runbook: 'R5',
  },
  'channel.refused': {
    level: 'ticket',
    above: 20,
    harm: 'Many Echos refuse what is sent to them: their people are not told by the Echo.',
    runbook: 'R8',
  },
  'duty.not-noted': {
    level: 'page',
    above: 0,
    harm: 'Words about danger may not have reached the duty list: nobody was going to look. The person heard whom to ring.',
    runbook: 'R3',
  },
  'duty.overdue': {
    level: 'page',
    above: 0,
    harm: 'Somebody on the duty list waits longer than was agreed: nobody has looked.',
    runbook: 'R2',
  },
  'pairing.guessed': {
    level: 'ticket',
    above: 0,
    harm: 'Numbers for pairing are being guessed: whoever hits one could hear what is meant for somebody else.',
    runbook: 'R10',
  },
  'skill.wrong-skill-id': {
    level: 'page',
    above: 5,
    harm: 'Somebody else’s skill calls ours: somebody may be trying to get in.',
    runbook: 'R10',
  },
} as const satisfies Readonly<Record<AtLevel<'alarm'>, LogAlarm>> & Readonly<Partial<Record<LogCode, LogAlarm>>>;
