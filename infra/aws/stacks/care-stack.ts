import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission, EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { DUE_INDEX } from '../../../lambda/adapters/dynamodb/table-definition.ts';
import { type CareFunction, type CareFunctions, careFunction } from '../care-function.ts';
import type { CouncilParameters } from '../council-parameters.ts';
import { prefixOf } from '../prefix.ts';
import { type Bells, bellQueues, WORKER_SECONDS } from './bells.ts';
import type { DataStack } from './data-stack.ts';
import { minuteBell } from './minute-bell.ts';
import { webDoor } from './web-door.ts';

export type CareStack = {
  readonly stack: Stack;
  readonly functions: readonly CareFunction[];
  readonly bells: Bells;
};

/** Alexa in Europe: a UK device knows no other. */
const ALEXA_API_URL = 'https://api.eu.amazonalexa.com';

const READ_AND_WRITE = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'] as const;

/** One council's functions, bells and doors; nothing in it is kept, so it can be made afresh at any time. */
export const careStack = (
  scope: Construct,
  council: CouncilParameters,
  { key, inUse: table, secrets }: DataStack,
  codeOf: CareFunctions['codeOf'],
): CareStack => {
  const prefix = prefixOf(council);
  const stack = new Stack(scope, `${prefix}-care`, {
    env: { account: council.account, region: council.region },
    terminationProtection: council.stage === 'live',
    description: `Bellbird for ${council.sender} (${council.stage}): functions, bells and doors`,
  });
  const bells = bellQueues(stack, prefix, key);
  const own = { prefix, key, codeOf };
  const settings = {
    COUNCIL: council.council,
    TABLE_NAME: table.tableName,
    HASH_KEY: secrets.hash,
    URGENT_QUEUE_URL: bells.urgent.queue.queueUrl,
    ROUTINE_QUEUE_URL: bells.routine.queue.queueUrl,
    DISPATCH_EPOCH: council.dispatchEpoch,
  };
  const { COUNCIL, TABLE_NAME, HASH_KEY, URGENT_QUEUE_URL, ROUTINE_QUEUE_URL, DISPATCH_EPOCH } = settings;
  const queues = { URGENT_QUEUE_URL, ROUTINE_QUEUE_URL };
  const consoleUrl = `https://${council.consoleHost}/console`;

  /** Only rows of this council: whatever a bug asks for, another council's key is refused by AWS. */
  const onRows = (actions: readonly string[]) =>
    new PolicyStatement({
      actions: [...actions],
      resources: [table.tableArn],
      conditions: leadingKeys(council),
    });
  const onIndex = () =>
    new PolicyStatement({
      actions: ['dynamodb:Query'],
      resources: [`${table.tableArn}/index/${DUE_INDEX}`],
      conditions: leadingKeys(council),
    });
  const ringing = {
    actions: ['sqs:SendMessage'],
    on: [bells.urgent.queue.queueArn, bells.routine.queue.queueArn],
  };

  const skill = careFunction(stack, 'skill', own, {
    settings: {
      COUNCIL,
      TABLE_NAME,
      SKILL_ID: council.skillId,
      HASH_KEY,
      SEAL_KEY: secrets.seal,
      ALEXA_API_URL,
      ...queues,
    },
    may: [onRows(READ_AND_WRITE), ringing],
    harm: 'People who speak to their Echo get no answer: they do not hear who is coming, nor what they were told.',
    runbook: 'R6',
    memory: 1024,
    timeout: 8, // Alexa waits no longer
  });
  const tick = careFunction(stack, 'tick', own, {
    settings: { COUNCIL, TABLE_NAME, ...queues, DISPATCH_EPOCH, DIRECTORY_URL: council.directoryUrl },
    may: [onRows(READ_AND_WRITE), onIndex(), ringing],
    harm: 'Reminders and alerts that are due are not started.',
    runbook: 'R1',
    memory: 512,
    timeout: 55,
    reserved: 2,
  });
  const deliver = careFunction(stack, 'deliver', own, {
    settings: {
      COUNCIL,
      TABLE_NAME,
      HASH_KEY,
      ...queues,
      DISPATCH_EPOCH,
      COUNCIL_SENDER: council.sender,
      SEAL_KEY: secrets.seal,
      LWA_TOKEN_URL: 'https://api.amazon.com/auth/o2/token',
      ALEXA_API_URL,
      PROACTIVE_EVENTS_PATH:
        council.stage === 'live' ? '/v1/proactiveEvents' : '/v1/proactiveEvents/stages/development',
      SKILL_CLIENT_ID: council.skillClientId,
      SKILL_CLIENT_SECRET: secrets.skillClient,
      PROPERTIES_CLIENT_ID: council.propertiesClientId,
      PROPERTIES_CLIENT_SECRET: secrets.propertiesClient,
      PROPERTIES_REFRESH_TOKEN: secrets.propertiesRefresh,
      PROPERTIES_UNIT_ID: council.propertiesUnitId,
      CONSOLE_URL: consoleUrl,
      NOTIFY_URL: 'https://api.notifications.service.gov.uk',
      NOTIFY_API_KEY: secrets.notify,
      NOTIFY_TEXT_TEMPLATE: council.notify.textTemplate,
      NOTIFY_EMAIL_TEMPLATE: council.notify.emailTemplate,
    },
    may: [
      onRows(READ_AND_WRITE),
      ringing,
      {
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'],
        on: [bells.urgent.queue.queueArn, bells.routine.queue.queueArn],
      },
    ],
    harm: 'Reminders are not spoken and alerts do not reach anybody.',
    runbook: 'R2',
    memory: 1024,
    timeout: WORKER_SECONDS,
    reserved: council.stage === 'live' ? 30 : 5,
  });
  const console = careFunction(stack, 'console', own, {
    settings: {
      COUNCIL,
      TABLE_NAME,
      HASH_KEY,
      ...queues,
      DISPATCH_EPOCH,
      CONSOLE_URL: consoleUrl,
      SIGN_IN_ISSUER: council.signIn.issuer,
      SIGN_IN_CLIENT_ID: council.signIn.clientId,
      SIGN_IN_CLIENT_SECRET: secrets.signIn,
      PROPERTIES_UNIT_ID: council.propertiesUnitId,
    },
    may: [onRows([...READ_AND_WRITE, 'dynamodb:DeleteItem']), onIndex(), ringing],
    harm: 'Carers and officers cannot open their pages: nobody can set a reminder, send an alert or stop one.',
    runbook: 'R12',
    memory: 1024,
    timeout: 20,
  });
  const screen = careFunction(stack, 'screen', own, {
    settings: { COUNCIL, TABLE_NAME, HASH_KEY, SCREEN_URL: `https://${council.screenHost}/screen` },
    may: [onRows(READ_AND_WRITE)],
    harm: 'Televisions show nothing new; the Echo still speaks.',
    runbook: 'R12',
    memory: 512,
    timeout: 10,
  });

  minuteBell(stack, prefix, key, tick);
  rungBy(stack, deliver, bells, council);
  calledByAlexa(stack, skill, council.skillId);
  for (const [door, host] of [
    [console, council.consoleHost],
    [screen, council.screenHost],
  ] as const)
    webDoor(stack, { prefix, key, door, host, certificateArn: council.certificateArn });
  return { stack, functions: [skill, tick, deliver, console, screen], bells };
};

const leadingKeys = ({ council }: CouncilParameters) => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`C#${council}#*`, 'COUNCILS'] },
  Null: { 'dynamodb:LeadingKeys': 'false' }, // an empty list of keys would pass the condition above
});

/** Urgent bells have processes of their own, so that a morning of reminders never keeps a flood waiting. */
const rungBy = (stack: Stack, { lambda }: CareFunction, bells: Bells, { stage }: CouncilParameters): void => {
  for (const lane of ['urgent', 'routine'] as const)
    new EventSourceMapping(stack, `${lane}-rings`, {
      target: lambda,
      eventSourceArn: bells[lane].queue.queueArn,
      batchSize: 10,
      reportBatchItemFailures: true,
      maxConcurrency: stage === 'live' ? 14 : 2,
    });
};

/** Only Alexa, and only for this skill. Source: https://developer.amazon.com/docs/custom-skills/host-a-custom-skill-as-an-aws-lambda-function.html */
const calledByAlexa = (stack: Stack, { lambda }: CareFunction, skillId: string): void => {
  new CfnPermission(stack, 'alexa-calls', {
    action: 'lambda:InvokeFunction',
    functionName: lambda.functionArn,
    principal: new ServicePrincipal('alexa-appkit.amazon.com').service,
    eventSourceToken: skillId,
  });
};
