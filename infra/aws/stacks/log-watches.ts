import { Duration, type Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { LOG_ALARMS } from '../log-alarms.ts';
import type { CareStack } from './care-stack.ts';
import type { Watch } from './watches.ts';

/** Lines of the log that a person must know of, as metrics without anything personal: a code and how often. */
export const logWatches = (stack: Stack, namespace: string, { functions }: CareStack): readonly Watch[] =>
  codesToWatch().map((code) => {
    const id = code.replace('.', '-');
    const metric = new Metric({
      namespace,
      metricName: code,
      statistic: 'Sum',
      period: Duration.minutes(1),
    });
    for (const { name, logs } of functions)
      new MetricFilter(stack, `${name}-${id}`, {
        logGroup: logs,
        filterPattern: FilterPattern.stringValue('$.code', '=', code),
        metricNamespace: namespace,
        metricName: code,
        metricValue: '1',
      });
    return { id: `log-${id}`, metric, minutes: 1, ...LOG_ALARMS[code] };
  });

const codesToWatch = (): readonly (keyof typeof LOG_ALARMS)[] => Object.keys(LOG_ALARMS).filter(isWatched);

const isWatched = (code: string): code is keyof typeof LOG_ALARMS => Object.hasOwn(LOG_ALARMS, code);
