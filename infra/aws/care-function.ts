import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  type Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { FunctionName, SET_BY_LAMBDA, Settings } from '../../lambda/entry/settings.ts';
import type { Runbook } from './runbooks.ts';

/** A setting whose value stands in Secrets Manager. */
export type SecretHeld = { readonly secretArn: string };

/** Exactly the settings that an entry reads: a value, or the secret that holds it. One too few does not compile. */
export type CareSettings<F extends FunctionName> = Readonly<
  Record<Exclude<keyof Settings<F>, (typeof SET_BY_LAMBDA)[number]>, string | SecretHeld>
>;

/** What a function may do, each with the exact resources. */
export type Permission = { readonly actions: readonly string[]; readonly on: readonly string[] };

export type CareFunctionProps<F extends FunctionName> = {
  readonly settings: CareSettings<F>;
  readonly may: readonly (Permission | PolicyStatement)[];
  /** What a person comes to if this fails, as a sentence: it becomes the text of its alarm. */
  readonly harm: string;
  readonly runbook: Runbook;
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** Processes that nobody else can take from it, and its own ceiling; left out, it shares the account's. */
  readonly reserved?: number;
};

export type CareFunction = {
  readonly name: FunctionName;
  readonly lambda: LambdaFunction;
  readonly logs: LogGroup;
  readonly harm: string;
  readonly runbook: Runbook;
};

/** What all functions of one council share. `codeOf` gives the built bundle of a function. */
export type CareFunctions = {
  readonly prefix: string;
  readonly key: Key;
  readonly codeOf: (name: FunctionName) => Code;
};

/**
 * A function with a role, a log and an alarm text of its own. It cannot be made without its settings, what it may do, and the
 * harm to a person if it fails.
 */
export const careFunction = <F extends FunctionName>(
  scope: Construct,
  name: F,
  { prefix, key, codeOf }: CareFunctions,
  props: CareFunctionProps<F>,
): CareFunction => {
  const functionName = `${prefix}-${name}`;
  const logs = new LogGroup(scope, `${name}-log`, {
    logGroupName: `/bellbird/${functionName}`,
    retention: RetentionDays.ONE_MONTH,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const role = new Role(scope, `${name}-role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const values: [string, string | SecretHeld][] = Object.entries(props.settings);
  const secrets = values.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]));
  const statements = [
    ...props.may.map(statementOf),
    statementOf({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], on: [logs.logGroupArn] }),
    ...(secrets.length === 0
      ? []
      : [statementOf({ actions: ['secretsmanager:GetSecretValue'], on: secrets.map(({ secretArn }) => secretArn) })]),
    statementOf({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], on: [key.keyArn] }),
  ];
  for (const statement of statements) role.addToPolicy(statement);
  const lambda = new LambdaFunction(scope, name, {
    functionName,
    role,
    code: codeOf(name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: props.memory,
    timeout: Duration.seconds(props.timeout),
    tracing: Tracing.ACTIVE,
    logGroup: logs,
    loggingFormat: LoggingFormat.TEXT, // the lines are JSON already, from the register
    environmentEncryption: key,
    environment: Object.fromEntries(values.map(([one, value]) => [one, textOf(value)])),
    ...(props.reserved === undefined ? {} : { reservedConcurrentExecutions: props.reserved }),
  });
  return { name, lambda, logs, harm: props.harm, runbook: props.runbook };
};

const textOf = (value: string | SecretHeld): string => (typeof value === 'string' ? value : value.secretArn);

const statementOf = (permission: Permission | PolicyStatement): PolicyStatement =>
  permission instanceof PolicyStatement
    ? permission
    : new PolicyStatement({ actions: [...permission.actions], resources: [...permission.on] });
