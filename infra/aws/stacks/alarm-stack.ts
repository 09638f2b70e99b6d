import { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import type { CouncilParameters } from '../council-parameters.ts';
import { prefixOf } from '../prefix.ts';
import { alarmText } from '../runbooks.ts';
import type { CareStack } from './care-stack.ts';
import { dashboards } from './dashboards.ts';
import type { DataStack } from './data-stack.ts';
import { logWatches } from './log-watches.ts';
import { type Level, type Watch, watchesOf } from './watches.ts';

export type AlarmStack = { readonly stack: Stack };

/** What is watched, whom it tells, and in which words: the harm to people first. */
export const alarmStack = (
  scope: Construct,
  council: CouncilParameters,
  data: DataStack,
  care: CareStack,
): AlarmStack => {
  const prefix = prefixOf(council);
  const stack = new Stack(scope, `${prefix}-alarms`, {
    env: { account: council.account, region: council.region },
    description: `Bellbird for ${council.sender} (${council.stage}): alarms and dashboards`,
  });
  const topics = {
    page: topicOf(stack, prefix, 'page', data, council),
    ticket: topicOf(stack, prefix, 'ticket', data, council),
  };
  const watches = [...watchesOf(data, care), ...logWatches(stack, namespaceOf(prefix), care)];
  for (const watch of watches) alarmOf(stack, prefix, watch, topics[watch.level]);
  budgetOf(stack, prefix, council);
  dashboards(stack, prefix, { data, care, namespace: namespaceOf(prefix) });
  return { stack };
};

const namespaceOf = (prefix: string): string => `Bellbird/${prefix}`;

const topicOf = (
  stack: Stack,
  prefix: string,
  level: Level,
  { key }: DataStack,
  { onCall }: CouncilParameters,
): Topic => {
  const topic = new Topic(stack, level, { topicName: `${prefix}-${level}`, masterKey: key, enforceSSL: true });
  for (const address of onCall) topic.addSubscription(new EmailSubscription(address));
  return topic;
};

const alarmOf = (stack: Stack, prefix: string, watch: Watch, topic: Topic): void => {
  const alarm = new Alarm(stack, watch.id, {
    alarmName: `${prefix} ${watch.id}`,
    alarmDescription: alarmText(watch.harm, watch.runbook),
    metric: watch.metric,
    threshold: watch.above,
    evaluationPeriods: watch.minutes,
    datapointsToAlarm: watch.minutes,
    comparisonOperator: watch.below
      ? ComparisonOperator.LESS_THAN_THRESHOLD
      : ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: watch.silenceIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
};

const budgetOf = (stack: Stack, prefix: string, { monthlyBudgetUsd, onCall }: CouncilParameters): void => {
  new CfnBudget(stack, 'budget', {
    budget: {
      budgetName: prefix,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
    },
    notificationsWithSubscribers: [50, 100].map((threshold) => ({
      notification: { notificationType: 'FORECASTED', comparisonOperator: 'GREATER_THAN', threshold },
      subscribers: onCall.map((address) => ({ subscriptionType: 'EMAIL', address })),
    })),
  });
};
