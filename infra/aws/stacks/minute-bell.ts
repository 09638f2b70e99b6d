import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { CfnSchedule, CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { CareFunction } from '../care-function.ts';

/**
 * The tick, once a minute. A minute that fails is not tried again: the next one finds the same truth. The role can be taken on for
 * this account's schedules only. Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
export const minuteBell = (stack: Stack, prefix: string, key: Key, { lambda }: CareFunction): void => {
  const group = new CfnScheduleGroup(stack, 'schedules', { name: prefix });
  const role = new Role(stack, 'minute-bell-role', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': group.attrArn } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [lambda.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: [key.keyArn] }));
  new CfnSchedule(stack, 'minute-bell', {
    name: `${prefix}-minute`,
    groupName: group.ref,
    scheduleExpression: 'rate(1 minute)',
    flexibleTimeWindow: { mode: 'OFF' },
    kmsKeyArn: key.keyArn,
    target: {
      arn: lambda.functionArn,
      roleArn: role.roleArn,
      input: '{}',
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  });
};
