import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { AttributeType, Billing, ProjectionType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import {
  DUE_AT,
  DUE_INDEX,
  DUE_SHARD,
  KIND,
  PARTITION_KEY,
  SORT_KEY,
  TTL,
} from '../../../lambda/adapters/dynamodb/table-definition.ts';
import type { CouncilParameters } from '../council-parameters.ts';
import { prefixOf } from '../prefix.ts';

export type Secrets = Readonly<
  Record<'hash' | 'seal' | 'skillClient' | 'propertiesClient' | 'propertiesRefresh' | 'notify' | 'signIn', Secret>
>;

export type DataStack = {
  readonly stack: Stack;
  readonly key: Key;
  readonly table: TableV2;
  /** The table that the functions use: this one, or the copy that was restored from it. */
  readonly inUse: { readonly tableName: string; readonly tableArn: string };
  readonly secrets: Secrets;
};

/** What must outlive every deployment: the table, its backups, the key, the secrets. Deleting the stack leaves them standing. */
export const dataStack = (scope: Construct, council: CouncilParameters): DataStack => {
  const prefix = prefixOf(council);
  const stack = new Stack(scope, `${prefix}-data`, {
    env: { account: council.account, region: council.region },
    terminationProtection: council.stage === 'live',
    description: `Bellbird for ${council.sender} (${council.stage}): what is kept`,
  });
  const key = new Key(stack, 'key', {
    alias: prefix,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const service of [`logs.${council.region}`, 'cloudwatch', 'sns', 'sqs'])
    key.grantEncryptDecrypt(new ServicePrincipal(`${service}.amazonaws.com`));
  const table = careTable(stack, prefix, key);
  backedUp(stack, council, key, table);
  const { restoredTable } = council;
  const inUse =
    restoredTable === undefined
      ? table
      : {
          tableName: restoredTable,
          tableArn: stack.formatArn({ service: 'dynamodb', resource: 'table', resourceName: restoredTable }),
        };
  return { stack, key, table, inUse, secrets: secretsOf(stack, prefix, key) };
};

const careTable = (stack: Stack, prefix: string, encryptionKey: Key): TableV2 =>
  new TableV2(stack, 'table', {
    tableName: prefix,
    partitionKey: { name: PARTITION_KEY, type: AttributeType.STRING },
    sortKey: { name: SORT_KEY, type: AttributeType.STRING },
    billing: Billing.onDemand(),
    encryption: TableEncryptionV2.customerManagedKey(encryptionKey),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    timeToLiveAttribute: TTL,
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    globalSecondaryIndexes: [
      {
        indexName: DUE_INDEX,
        partitionKey: { name: DUE_SHARD, type: AttributeType.STRING },
        sortKey: { name: DUE_AT, type: AttributeType.NUMBER },
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: [KIND],
      },
    ],
  });

const KEPT = Duration.days(35);

const copyTo = (stack: Stack, arn: string) => ({
  destinationBackupVault: BackupVault.fromBackupVaultArn(stack, 'copy-vault', arn),
  deleteAfter: KEPT,
});

/** A copy each night that nobody can delete within its 35 days, beside point-in-time recovery; and where one is named, a copy of it in another vault. */
const backedUp = (stack: Stack, council: CouncilParameters, encryptionKey: Key, table: TableV2): void => {
  const vault = new BackupVault(stack, 'vault', {
    backupVaultName: prefixOf(council),
    encryptionKey,
    lockConfiguration: { minRetention: KEPT },
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const { backupCopyVault } = council;
  const plan = new BackupPlan(stack, 'nightly', { backupVault: vault });
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'nightly',
      scheduleExpression: Schedule.cron({ hour: '2', minute: '30' }),
      deleteAfter: KEPT,
      ...(backupCopyVault === undefined ? {} : { copyActions: [copyTo(stack, backupCopyVault)] }),
    }),
  );
  plan.addSelection('table', { resources: [BackupResource.fromDynamoDbTable(table)] });
};

/** Two keys are made here; what others issue is filled in by hand once (docs/deploy.md) and read by the functions that need it. */
const secretsOf = (stack: Stack, prefix: string, encryptionKey: Key): Secrets => {
  const secret = (name: string, description: string) =>
    new Secret(stack, `${name}-secret`, {
      secretName: `${prefix}/${name}`,
      description,
      encryptionKey,
      generateSecretString: { passwordLength: 43, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  return {
    hash: secret('hash-key', 'Made once, never changed: every Echo and Screen is found by it'),
    seal: secret('seal-key', 'Made once, never changed: the ids of Echos are sealed with it'),
    skillClient: secret('skill-client-secret', 'From the Alexa console: messaging credentials of the skill'),
    propertiesClient: secret('properties-client-secret', 'From Login with Amazon: the Smart Properties profile'),
    propertiesRefresh: secret('properties-refresh-token', 'From the one-time agreement with Smart Properties'),
    notify: secret('notify-api-key', 'From GOV.UK Notify'),
    signIn: secret('sign-in-client-secret', 'From the OpenID provider'),
  };
};
