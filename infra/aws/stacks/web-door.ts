import { RemovalPolicy, type Stack } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LambdaRestApi,
  LogGroupLogDestination,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { CareFunction } from '../care-function.ts';

export type WebDoorProps = {
  readonly prefix: string;
  readonly key: Key;
  readonly door: CareFunction;
  readonly host: string;
  readonly certificateArn: string;
};

/** Requests from one address in five minutes: a council's whole office may share one. */
const MOST_FROM_ONE_ADDRESS = 20_000;

/**
 * A door for browsers under the council's own name: a firewall, a ceiling on the rate, a log that holds no address and no query, and
 * no second way in beside the name.
 */
export const webDoor = (stack: Stack, { prefix, key, door, host, certificateArn }: WebDoorProps): void => {
  const name = `${prefix}-${door.name}`;
  const log = new LogGroup(stack, `${door.name}-door-log`, {
    logGroupName: `/bellbird/${name}-door`,
    retention: RetentionDays.ONE_MONTH,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const api = new LambdaRestApi(stack, `${door.name}-door`, {
    restApiName: name,
    handler: door.lambda,
    proxy: true,
    cloudWatchRole: false,
    disableExecuteApiEndpoint: true,
    endpointConfiguration: { types: [EndpointType.REGIONAL] },
    domainName: {
      domainName: host,
      certificate: Certificate.fromCertificateArn(stack, `${door.name}-certificate`, certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    },
    deployOptions: {
      stageName: 'live',
      throttlingRateLimit: 500,
      throttlingBurstLimit: 1_000,
      tracingEnabled: true,
      metricsEnabled: true,
      accessLogDestination: new LogGroupLogDestination(log),
      accessLogFormat: AccessLogFormat.custom(
        JSON.stringify({
          requestId: AccessLogField.contextRequestId(),
          method: AccessLogField.contextHttpMethod(),
          status: AccessLogField.contextStatus(),
          ms: AccessLogField.contextResponseLatency(),
        }),
      ),
    },
  });
  const wall = new CfnWebACL(stack, `${door.name}-wall`, {
    name,
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: seen(`${name}-wall`),
    rules: [
      {
        name: 'one-address-too-often',
        priority: 0,
        action: { block: {} },
        statement: { rateBasedStatement: { limit: MOST_FROM_ONE_ADDRESS, aggregateKeyType: 'IP' } },
        visibilityConfig: seen('one-address-too-often'),
      },
      ...['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesKnownBadInputsRuleSet'].map((rules, n) => ({
        name: rules,
        priority: n + 1,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: rules } },
        visibilityConfig: seen(rules),
      })),
    ],
  });
  new CfnWebACLAssociation(stack, `${door.name}-walled`, {
    resourceArn: api.deploymentStage.stageArn,
    webAclArn: wall.attrArn,
  });
};

/** Counted, and no request is kept as a sample: it may hold a cookie. */
const seen = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  sampledRequestsEnabled: false,
});
