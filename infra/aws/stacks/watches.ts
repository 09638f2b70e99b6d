import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { CareFunction } from '../care-function.ts';
import type { Runbook } from '../runbooks.ts';
import type { CareStack } from './care-stack.ts';
import type { DataStack } from './data-stack.ts';

/** Whom an alarm wakes: `page` at any hour, `ticket` in working hours. */
export type Level = 'page' | 'ticket';

export type Watch = {
  readonly id: string;
  readonly level: Level;
  readonly metric: IMetric;
  readonly above: number;
  readonly minutes: number;
  /** Also when nothing at all is measured. */
  readonly silenceIsBad?: boolean;
  readonly below?: boolean;
  readonly harm: string;
  readonly runbook: Runbook;
};

/** What is watched of the functions, the bells and the table. */
export const watchesOf = (data: DataStack, care: CareStack): readonly Watch[] => [
  ...care.functions.flatMap(functionWatches),
  ...laneWatches(care),
  ...bellWatches(care),
  ...tableWatches(data),
];

const MINUTE = { period: Duration.minutes(1) };

const functionWatches = ({ name, lambda, harm, runbook }: CareFunction): readonly Watch[] => {
  const level = name === 'screen' ? 'ticket' : 'page';
  return [
    {
      id: `${name}-fails`,
      level,
      metric: lambda.metricErrors({ ...MINUTE, statistic: 'Sum' }),
      above: 0,
      minutes: 3,
      harm,
      runbook,
    },
    {
      id: `${name}-turned-away`,
      level,
      metric: lambda.metricThrottles({ ...MINUTE, statistic: 'Sum' }),
      above: 0,
      minutes: 3,
      harm,
      runbook: 'R12',
    },
    {
      id: `${name}-slow`,
      level: 'ticket',
      metric: lambda.metricDuration({ ...MINUTE, statistic: 'p95' }),
      above: SLOW_AT[name],
      minutes: 5,
      harm: `It takes too long. If it gets worse: ${harm.charAt(0).toLowerCase()}${harm.slice(1)}`,
      runbook: 'R12',
    },
  ];
};

/** Milliseconds at the 95th of a hundred, from the service levels (docs/operate.md). */
const SLOW_AT = { skill: 1_500, console: 1_500, screen: 1_500, tick: 50_000, deliver: 45_000 } as const;

const bellWatches = ({ functions }: CareStack): readonly Watch[] =>
  functions
    .filter(({ name }) => name === 'tick')
    .map(({ lambda }) => ({
      id: 'bell-silent',
      level: 'page' as const,
      metric: lambda.metricInvocations({ ...MINUTE, statistic: 'Sum' }),
      above: 1,
      below: true,
      minutes: 3,
      silenceIsBad: true,
      harm: 'Nothing that is due has been looked at for three minutes: reminders and alerts do not start.',
      runbook: 'R1' as const,
    }));

const laneWatches = ({ bells }: CareStack): readonly Watch[] =>
  (['urgent', 'routine'] as const).flatMap((lane): readonly Watch[] => {
    const level = lane === 'urgent' ? 'page' : 'ticket';
    return [
      {
        id: `${lane}-bells-wait`,
        level,
        metric: bells[lane].queue.metricApproximateAgeOfOldestMessage({ ...MINUTE, statistic: 'Maximum' }),
        above: lane === 'urgent' ? 60 : 300,
        minutes: 2,
        harm: lane === 'urgent' ? 'An urgent alert is reaching people late.' : 'Reminders are being spoken late.',
        runbook: 'R2',
      },
      {
        id: `${lane}-dead-letters`,
        level,
        metric: bells[lane].dead.metricApproximateNumberOfMessagesVisible({ ...MINUTE, statistic: 'Maximum' }),
        above: 0,
        minutes: 1,
        harm: 'Somebody may not have been told something: a bell was given up after four tries.',
        runbook: 'R3',
      },
    ];
  });

const tableWatches = ({ table }: DataStack): readonly Watch[] => [
  {
    id: 'table-turns-away',
    level: 'page',
    metric: table.metric('ThrottledRequests', { ...MINUTE, statistic: 'Sum' }),
    above: 10,
    minutes: 2,
    harm: 'The table is asked more than it can take: reminders and answers come late.',
    runbook: 'R12',
  },
];
