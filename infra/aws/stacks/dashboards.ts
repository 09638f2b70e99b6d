import { Duration, type Stack } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { CareStack } from './care-stack.ts';
import type { DataStack } from './data-stack.ts';

type Shown = { readonly data: DataStack; readonly care: CareStack; readonly namespace: string };

const FIVE_MINUTES = { period: Duration.minutes(5) };

/** Two dashboards in plain words: what people notice, and what the machine room looks like. No figure names anybody. */
export const dashboards = (stack: Stack, prefix: string, shown: Shown): void => {
  new Dashboard(stack, 'people', { dashboardName: `${prefix}-people`, widgets: forPeople(shown) });
  new Dashboard(stack, 'machine', { dashboardName: `${prefix}-machine`, widgets: forTheMachine(shown) });
};

const lineOf = (namespace: string, code: string, label: string): Metric =>
  new Metric({ namespace, metricName: code, label, statistic: 'Sum', ...FIVE_MINUTES });

const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 12 });

const forPeople = ({ care: { bells, functions }, namespace }: Shown) => [
  [
    new TextWidget({
      markdown:
        '# Is everybody being told?\nWaiting bells are things that are about to be said. Dead letters and repairs should be none. Each alarm says what to do.',
      width: 24,
      height: 3,
    }),
  ],
  [
    new SingleValueWidget({
      title: 'Right now',
      width: 24,
      metrics: (['urgent', 'routine'] as const).flatMap((lane) => [
        bells[lane].queue.metricApproximateAgeOfOldestMessage({ label: `${lane}: the oldest waits, seconds` }),
        bells[lane].dead.metricApproximateNumberOfMessagesVisible({ label: `${lane}: dead letters` }),
      ]),
    }),
  ],
  [
    graph(
      'The minute bell',
      ...functions
        .filter(({ name }) => name === 'tick')
        .map(({ lambda }) => lambda.metricInvocations({ label: 'ticks', ...FIVE_MINUTES })),
    ),
    graph('Told late', lineOf(namespace, 'deliver.late', 'more than their handling allows')),
  ],
  [
    graph(
      'Amazon',
      lineOf(namespace, 'channel.unknown', 'did not say'),
      lineOf(namespace, 'channel.refused', 'refused'),
    ),
    graph(
      'Needs a person',
      lineOf(namespace, 'tick.row-closed', 'given up'),
      lineOf(namespace, 'table.unreadable-row', 'unreadable'),
      lineOf(namespace, 'alert.repaired', 'repaired'),
      lineOf(namespace, 'dispatch.fenced', 'fenced after a restore'),
    ),
  ],
];

const forTheMachine = ({ care: { functions, bells }, data: { table } }: Shown) => [
  [new TextWidget({ markdown: '# The machine room\nEach function, the bells and the table.', width: 24, height: 2 })],
  ...functions.map(({ name, lambda }) => [
    graph(
      `${name}: calls, faults, turned away`,
      lambda.metricInvocations(FIVE_MINUTES),
      lambda.metricErrors(FIVE_MINUTES),
      lambda.metricThrottles(FIVE_MINUTES),
    ),
    graph(
      `${name}: how long, milliseconds`,
      lambda.metricDuration({ ...FIVE_MINUTES, statistic: 'p50', label: 'half' }),
      lambda.metricDuration({ ...FIVE_MINUTES, statistic: 'p99', label: '99 of 100' }),
    ),
  ]),
  [
    graph(
      'Bells waiting',
      ...(['urgent', 'routine'] as const).map((lane) =>
        bells[lane].queue.metricApproximateNumberOfMessagesVisible({ label: lane }),
      ),
    ),
    graph(
      'The table, units',
      table.metricConsumedReadCapacityUnits({ label: 'read', ...FIVE_MINUTES }),
      table.metricConsumedWriteCapacityUnits({ label: 'written', ...FIVE_MINUTES }),
    ),
  ],
];
