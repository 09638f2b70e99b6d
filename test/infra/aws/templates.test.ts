import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ACCEPTED_FINDINGS } from '../../../infra/aws/accepted-findings.ts';
import { unaccepted } from '../../../infra/aws/findings.ts';
import { tableDefinition } from '../../../lambda/adapters/dynamodb/table-definition.ts';
import { SET_BY_LAMBDA, SETTINGS } from '../../../lambda/entry/settings.ts';
import { type Asked, isAllowed, type Statement, statementsOfRoles } from './policy-simulator.ts';
import { ofType, type Resource, type Resources, rendered, type Synthesised, synthesised } from './synthesised.ts';

const root = join(import.meta.dirname, '../../..');
const FUNCTIONS = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];

let folder: string;
let made: Synthesised;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'bellbird-cdk-'));
  made = synthesised(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const functions = () =>
  ofType(made.care, 'AWS::Lambda::Function').map(([, { Properties }]) => ({
    name: String(Properties.FunctionName).replace('bellbird-harbour-live-', ''),
    properties: Properties,
    role: rendered(Properties.Role).replace(/^<|\.Arn>$/g, ''),
  }));

describe('the rule packs', () => {
  test('SEC-28 AwsSolutions and Serverless find nothing that nobody accepted with a reason, for a time', () => {
    assert.deepEqual(unaccepted(made.findings.gating, new Date().toISOString().slice(0, 10)), []);
  });

  test('every accepted finding has a reason, a day, and is still found', () => {
    for (const { rule, at, reason, until } of ACCEPTED_FINDINGS) {
      assert.ok(reason.length > 30, rule);
      assert.match(until, /^\d{4}-\d\d-\d\d$/);
      assert.ok(
        made.findings.gating.some((finding) => finding.rule === rule && at.test(finding.at)),
        `${rule} at ${at} is no longer found: take it off the list`,
      );
    }
  });

  test('an acceptance that has run out is a finding again', () => {
    assert.ok(unaccepted(made.findings.gating, '2099-01-01').length > 10);
  });
});

describe('each function', () => {
  test('C25 is given exactly the settings it reads', () => {
    assert.deepEqual(
      functions()
        .map(({ name }) => name)
        .sort(),
      [...FUNCTIONS].sort(),
    );
    for (const { name, properties } of functions()) {
      const { Variables } = properties.Environment as { Variables: Record<string, unknown> };
      const wanted = SETTINGS[name as keyof typeof SETTINGS].filter(
        (one) => !(SET_BY_LAMBDA as readonly string[]).includes(one),
      );
      assert.deepEqual(Object.keys(Variables).sort(), [...wanted].sort(), name);
    }
  });

  test('SEC-25 no secret stands in its settings: only the name of one', () => {
    for (const { name, properties } of functions()) {
      const { Variables } = properties.Environment as { Variables: Record<string, unknown> };
      for (const [setting, value] of Object.entries(Variables))
        if (/KEY|SECRET|TOKEN$/.test(setting)) assert.match(rendered(value), /secret/i, `${name} ${setting}`);
    }
  });

  test('runs on the present Node on arm64, is traced, keeps its own log for a month, and its settings are sealed', () => {
    for (const { properties } of functions()) {
      assert.equal(properties.Runtime, 'nodejs24.x');
      assert.deepEqual(properties.Architectures, ['arm64']);
      assert.deepEqual(properties.TracingConfig, { Mode: 'Active' });
      assert.ok(properties.KmsKeyArn);
      const { LogGroup } = properties.LoggingConfig as { LogGroup: { Ref: string } };
      assert.equal(made.care[LogGroup.Ref]?.Properties.RetentionInDays, 30);
    }
  });

  test('SEC-34 what speaks has processes of its own, so a flood at the doors cannot keep it waiting', () => {
    const reserved = functions().filter(({ properties }) => properties.ReservedConcurrentExecutions !== undefined);
    assert.deepEqual(reserved.map(({ name }) => name).sort(), ['deliver', 'tick']);
  });
});

describe('who may do what', () => {
  const rows = (...keys: string[]) => ({ context: { 'dynamodb:LeadingKeys': keys } });
  const may = (name: string, asked: Asked): boolean => {
    const { role } = functions().find((one) => one.name === name) ?? assert.fail(name);
    return isAllowed(statements().get(role) ?? [], asked);
  };
  const statements = (): ReadonlyMap<string, readonly Statement[]> => statementsOfRoles(made.care);
  const table = (): string => {
    const [first] = statements().values();
    const found = first?.find(({ actions }) => actions.includes('dynamodb:GetItem'))?.resources[0];
    return found ?? assert.fail('no table');
  };
  const queue = (id: RegExp): string => {
    const found = ofType(made.care, 'AWS::SQS::Queue').find(([name]) => id.test(name)) ?? assert.fail(String(id));
    return `<${found[0]}.Arn>`;
  };
  const secretsReadBy = (name: string): readonly string[] => {
    const { role } = functions().find((one) => one.name === name) ?? assert.fail(name);
    return (statements().get(role) ?? [])
      .filter(({ actions }) => actions.includes('secretsmanager:GetSecretValue'))
      .flatMap(({ resources }) => resources.map((one) => one.replace(/^<|secret[0-9A-F]{8}.*$/g, '')))
      .sort();
  };

  test('each function has a role of its own, with no managed policy', () => {
    const roles = functions().map(({ role }) => role);
    assert.equal(new Set(roles).size, roles.length);
    for (const role of roles) assert.equal(made.care[role]?.Properties.ManagedPolicyArns, undefined);
  });

  test('SEC-28 no statement has a star but the two of X-Ray, which knows no narrower resource', () => {
    for (const [role, all] of statements())
      for (const { actions, resources } of all) {
        assert.ok(
          actions.every((action) => !action.includes('*')),
          role,
        );
        if (!resources.some((resource) => resource.includes('*'))) continue;
        assert.deepEqual([...actions].sort(), ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], role);
      }
  });

  test('SEC-12 every function reaches rows of its own council and no other, whatever it asks', () => {
    for (const name of FUNCTIONS) {
      const asked = { action: 'dynamodb:GetItem', resource: table() };
      assert.equal(may(name, { ...asked, ...rows('C#harbour#RES#1') }), true, name);
      assert.equal(may(name, { ...asked, ...rows('COUNCILS') }), true, name);
      assert.equal(may(name, { ...asked, ...rows('C#harbourside#RES#1') }), false, name);
      assert.equal(may(name, { ...asked, ...rows('C#other#RES#1') }), false, name);
      assert.equal(may(name, asked), false, `${name} without a key`);
    }
  });

  test('nobody may scan, write blindly or many rows at once, or change the table, its key or a secret', () => {
    const forbidden = [
      'Scan',
      'PutItem',
      'BatchWriteItem',
      'TransactWriteItems',
      'DeleteTable',
      'UpdateTable',
      'PartiQLSelect',
    ];
    for (const name of FUNCTIONS) {
      for (const action of forbidden)
        assert.equal(may(name, { action: `dynamodb:${action}`, resource: table(), ...rows('C#harbour#RES#1') }), false);
      for (const action of [
        'secretsmanager:PutSecretValue',
        'kms:ScheduleKeyDeletion',
        'iam:PassRole',
        'sts:AssumeRole',
      ])
        assert.equal(may(name, { action, resource: table() }), false);
    }
  });

  test('only the console removes rows, and only it and the tick look at the due index', () => {
    for (const name of FUNCTIONS) {
      const own = rows('C#harbour#SESSION#1');
      assert.equal(may(name, { action: 'dynamodb:DeleteItem', resource: table(), ...own }), name === 'console', name);
      const index = { action: 'dynamodb:Query', resource: `${table()}/index/due`, ...rows('C#harbour#E#0') };
      assert.equal(may(name, index), ['console', 'tick'].includes(name), name);
    }
  });

  test('bells are rung by whoever makes something due, and answered by the worker alone', () => {
    for (const name of FUNCTIONS) {
      const rings = ['skill', 'console', 'tick', 'deliver'].includes(name);
      for (const lane of [/^urgentbells/, /^routinebells/])
        assert.equal(may(name, { action: 'sqs:SendMessage', resource: queue(lane) }), rings, name);
      assert.equal(may(name, { action: 'sqs:SendMessage', resource: queue(/^urgentdead/) }), false, name);
      assert.equal(
        may(name, { action: 'sqs:ReceiveMessage', resource: queue(/^urgentbells/) }),
        name === 'deliver',
        name,
      );
      assert.equal(may(name, { action: 'sqs:PurgeQueue', resource: queue(/^urgentbells/) }), false, name);
      assert.equal(may(name, { action: 'sqs:ReceiveMessage', resource: queue(/^urgentdead/) }), false, name);
    }
  });

  test('SEC-25 the secrets of Amazon and of Notify are read by the sender alone, and each function reads only its own', () => {
    assert.deepEqual(secretsReadBy('tick'), []);
    assert.deepEqual(secretsReadBy('screen'), ['hashkey']);
    assert.deepEqual(secretsReadBy('skill'), ['hashkey', 'sealkey']);
    assert.deepEqual(secretsReadBy('console'), ['hashkey', 'signinclientsecret']);
    assert.deepEqual(secretsReadBy('deliver'), [
      ...[
        'hashkey',
        'notifyapikey',
        'propertiesclientsecret',
        'propertiesrefreshtoken',
        'sealkey',
        'skillclientsecret',
      ],
    ]);
  });

  test('SEC-01 only Alexa calls the skill, and only for this skill', () => {
    const calls = ofType(made.care, 'AWS::Lambda::Permission').filter(
      ([, { Properties }]) => Properties.Principal === 'alexa-appkit.amazon.com',
    );
    assert.equal(calls.length, 1);
    assert.match(String(calls[0]?.[1].Properties.EventSourceToken), /^amzn1\.ask\.skill\.22222222-/);
    for (const [, { Properties }] of ofType(made.care, 'AWS::Lambda::Permission'))
      assert.ok(
        Properties.EventSourceToken ?? Properties.SourceArn,
        'a permission that anybody of a service could use',
      );
  });

  test('the minute bell can be taken on by this account’s schedules only, and rings the tick only', () => {
    const [id, role] =
      ofType(made.care, 'AWS::IAM::Role').find(([name]) => name.startsWith('minutebell')) ?? assert.fail();
    assert.match(JSON.stringify(role.Properties.AssumeRolePolicyDocument), /aws:SourceAccount.*aws:SourceArn/);
    const rung =
      statements()
        .get(id)
        ?.filter(({ actions }) => actions.includes('lambda:InvokeFunction')) ?? [];
    assert.equal(rung.flatMap(({ resources }) => resources).filter((one) => /^<tick/.test(one)).length, 1);
  });
});

describe('what is kept', () => {
  test('SEC-30 the table is sealed with our own key, can go back 35 days, is copied each night, and nobody deletes it by mistake', () => {
    const [[, table] = assert.fail()] = ofType(made.data, 'AWS::DynamoDB::GlobalTable');
    assert.equal(table.DeletionPolicy, 'Retain');
    assert.match(JSON.stringify(table.Properties.Replicas), /"DeletionProtectionEnabled":true/);
    assert.match(JSON.stringify(table.Properties.Replicas), /"RecoveryPeriodInDays":35/);
    assert.match(JSON.stringify(table.Properties.SSESpecification), /"SSEType":"KMS"/);
    const [[, key] = assert.fail()] = ofType(made.data, 'AWS::KMS::Key');
    assert.equal(key.Properties.EnableKeyRotation, true);
    const [[, vault] = assert.fail()] = ofType(made.data, 'AWS::Backup::BackupVault');
    assert.deepEqual(vault.Properties.LockConfiguration, { MinRetentionDays: 35 });
    const [[, plan] = assert.fail()] = ofType(made.data, 'AWS::Backup::BackupPlan');
    assert.doesNotMatch(JSON.stringify(plan), /CopyActions/);
  });

  test('each night’s copy goes to another account’s vault where the council names one, for as long and no longer', () => {
    const backupCopyVault = 'arn:aws:backup:eu-west-2:333333333333:backup-vault:bellbird-copies';
    const { data, findings } = synthesised(join(folder, 'copied'), { backupCopyVault });
    const [[, plan] = assert.fail()] = ofType(data, 'AWS::Backup::BackupPlan');
    assert.match(
      JSON.stringify(plan.Properties),
      /"CopyActions":\[\{"DestinationBackupVaultArn":"arn:aws:backup:eu-west-2:333333333333:backup-vault:bellbird-copies","Lifecycle":\{"DeleteAfterDays":35\}\}\]/,
    );
    assert.deepEqual(unaccepted(findings.gating, new Date().toISOString().slice(0, 10)), []);
  });

  test('the table is the one the code knows: same keys, same index, same expiry', () => {
    const [[, { Properties }] = assert.fail()] = ofType(made.data, 'AWS::DynamoDB::GlobalTable');
    const wanted = tableDefinition('any');
    assert.deepEqual(Properties.KeySchema, wanted.KeySchema);
    const [index] = Properties.GlobalSecondaryIndexes as readonly Record<string, unknown>[];
    assert.deepEqual(index, wanted.GlobalSecondaryIndexes[0]);
    assert.deepEqual(Properties.TimeToLiveSpecification, { AttributeName: 'ttl', Enabled: true });
  });

  test('every secret stays when its stack goes', () => {
    const secrets = ofType(made.data, 'AWS::SecretsManager::Secret');
    assert.equal(secrets.length, 7);
    for (const [, { DeletionPolicy }] of secrets) assert.equal(DeletionPolicy, 'Retain');
  });
});

describe('the bells and the doors', () => {
  test('D25 a bell that fails four times is kept for fourteen days, sealed, and only over TLS', () => {
    const queues = ofType(made.care, 'AWS::SQS::Queue');
    const isDead = ([name]: readonly [string, Resource]) => name.includes('dead');
    assert.equal(queues.length, 4);
    for (const [, { Properties }] of queues.filter(isDead))
      assert.equal(Properties.MessageRetentionPeriod, 14 * 86_400);
    for (const [, { Properties }] of queues.filter((queue) => !isDead(queue))) {
      assert.equal((Properties.RedrivePolicy as { maxReceiveCount: number }).maxReceiveCount, 4);
      assert.ok(Properties.KmsMasterKeyId);
    }
    assert.equal(ofType(made.care, 'AWS::SQS::QueuePolicy').length, 4);
  });

  test('D26 D40 the worker hands back only what failed, and a bell stays hidden six times as long as it may take', () => {
    const worker = functions().find(({ name }) => name === 'deliver')?.properties ?? assert.fail();
    for (const [, { Properties }] of ofType(made.care, 'AWS::Lambda::EventSourceMapping'))
      assert.deepEqual(Properties.FunctionResponseTypes, ['ReportBatchItemFailures']);
    for (const [name, { Properties }] of ofType(made.care, 'AWS::SQS::Queue'))
      if (!name.includes('dead')) assert.ok(Number(Properties.VisibilityTimeout) >= 6 * Number(worker.Timeout));
  });

  test('D57 the worker speaks to Alexa in Europe', () => {
    const { Variables } = (functions().find(({ name }) => name === 'deliver')?.properties.Environment ?? {}) as {
      Variables: Record<string, string>;
    };
    assert.equal(Variables.ALEXA_API_URL, 'https://api.eu.amazonalexa.com');
    assert.equal(Variables.PROACTIVE_EVENTS_PATH, '/v1/proactiveEvents');
  });

  test('each door has a firewall, a ceiling, TLS 1.2, one name only, and a log without address, path or query', () => {
    const doors = ofType(made.care, 'AWS::ApiGateway::RestApi');
    assert.equal(doors.length, 2);
    for (const [, { Properties }] of doors) assert.equal(Properties.DisableExecuteApiEndpoint, true);
    assert.equal(ofType(made.care, 'AWS::WAFv2::WebACLAssociation').length, 2);
    for (const [, { Properties }] of ofType(made.care, 'AWS::ApiGateway::DomainName'))
      assert.equal(Properties.SecurityPolicy, 'TLS_1_2');
    for (const [, { Properties }] of ofType(made.care, 'AWS::ApiGateway::Stage')) {
      const { Format } = Properties.AccessLogSetting as { Format: string };
      assert.doesNotMatch(Format, /sourceIp|path|query|user/i);
      assert.match(JSON.stringify(Properties.MethodSettings), /"ThrottlingRateLimit":500/);
    }
  });
});

describe('the alarms', () => {
  const alarms = () => ofType(made.alarms, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);

  test('each tells somebody, says the harm to people, and names a runbook that exists', () => {
    assert.ok(alarms().length > 20);
    for (const { AlarmActions, AlarmDescription, AlarmName } of alarms()) {
      assert.equal((AlarmActions as readonly unknown[]).length, 1, String(AlarmName));
      const [, harm = '', path = ''] = /^(.{20,}?) Do this: R\d+, (docs\/\S+)$/.exec(String(AlarmDescription)) ?? [];
      assert.ok(harm, String(AlarmDescription));
      assert.ok(existsSync(join(root, path)), path);
    }
  });

  test('every function, bell queue and dead letter queue has one, and so has a bell that falls silent', () => {
    const names = alarms().map(({ AlarmName }) => String(AlarmName).replace('bellbird-harbour-live ', ''));
    for (const name of FUNCTIONS) assert.ok(names.includes(`${name}-fails`), name);
    for (const lane of ['urgent', 'routine'])
      for (const what of ['bells-wait', 'dead-letters'])
        assert.ok(names.includes(`${lane}-${what}`), `${lane}-${what}`);
    const silent = alarms().find(({ AlarmName }) => String(AlarmName).endsWith('bell-silent'));
    assert.equal(silent?.TreatMissingData, 'breaching');
  });

  test('there are two dashboards, and no figure on them is of one person', () => {
    const boards = ofType(made.alarms, 'AWS::CloudWatch::Dashboard');
    assert.equal(boards.length, 2);
    assert.doesNotMatch(JSON.stringify(boards), /resident|RES#/i);
  });
});

test('every resource carries what it is for, whose it is, and how its data is classed', () => {
  const untagged = (['data', 'care'] as const).flatMap((stack) =>
    Object.entries(made[stack] as Resources)
      .filter(([, { Type }]) => /::(Function|Queue|GlobalTable|Key|Secret)$/.test(Type))
      .filter(([, resource]) => !JSON.stringify(resource).includes('data-class'))
      .map(([id]) => id),
  );
  assert.deepEqual(untagged, []);
});

test('every runbook is a page that says what it means, what to look at, what to press and what not to do', async () => {
  const { RUNBOOKS, runbookPath } = await import('../../../infra/aws/runbooks.ts');
  for (const runbook of Object.keys(RUNBOOKS) as (keyof typeof RUNBOOKS)[]) {
    const page = readFileSync(join(root, runbookPath(runbook)), 'utf8');
    for (const heading of ['What it means for residents', 'What to look at', 'What to press', 'What not to do'])
      assert.match(page, new RegExp(`^## ${heading}$`, 'm'), `${runbook}: ${heading}`);
  }
});
