import type { Alert } from '../../core/alerts/alert.ts';
import type { NotReached } from '../../core/alerts/not-reached.ts';
import type { Words } from '../words/en.ts';

type Why = keyof Words['alertReport']['why'];

const isOver = ({ state }: Pick<Alert, 'state'>): boolean => state === 'stopped' || state === 'expired';

/** What Channels and plans call differently, said with the same words. */
const ALIKE: Readonly<Record<string, Why>> = {
  'no-token': 'refused',
  'token-refused': 'refused',
  'unreadable-answer': 'alexa-error',
  'no-result': 'no-answer',
  'no-turn': 'too-many-calls',
};

const whyKey = (
  { reason, awayFor }: NotReached,
  alert: Pick<Alert, 'state'>,
  why: Words['alertReport']['why'],
): Why | undefined => {
  if (reason === undefined) return undefined;
  if (reason === 'away' && awayFor !== undefined) return awayFor;
  if (reason === 'not-queued' && isOver(alert)) return 'never-queued';
  const isKnown = (name: string): name is Why => Object.hasOwn(why, name);
  const known = ALIKE[reason] ?? reason;
  return isKnown(known) ? known : undefined;
};

/** Why somebody has not been reached, in words that follow the evidence (promise G13). A reason of a newer version is named by the state. */
export const notReachedWords = (row: NotReached, alert: Pick<Alert, 'state'>, { alertReport }: Words): string => {
  const { why, states } = alertReport;
  if (row.state === 'sent') {
    if (row.by === 'smart-properties') return why.announced;
    return row.by === 'proactive-events' ? why.chimed : states.sent;
  }
  const key = whyKey(row, alert, why);
  return key === undefined ? states[row.state] : why[key];
};
