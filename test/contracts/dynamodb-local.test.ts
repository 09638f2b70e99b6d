import { test } from 'node:test';
import { startDynamoDbLocal } from '../../infra/local/dynamodb/dynamodb-local.ts';
import { sdkTableOnTrial } from './sdk-table-on-trial.ts';
import { signedTableOnTrial } from './signed-table-on-trial.ts';
import { tableContract } from './table-contract.ts';

const NO_JAVA = 'NOT TESTED: the table contract on DynamoDB Local, for there is no Java on this machine';

const engine = await startDynamoDbLocal();

if (engine.kind === 'running') {
  tableContract("through the SDK on Amazon's DynamoDB Local", () => sdkTableOnTrial(engine));
  const second = await startDynamoDbLocal();
  if (second.kind === 'running')
    tableContract("without the SDK on Amazon's DynamoDB Local", () => signedTableOnTrial(second));
} else if (process.env.BELLBIRD_REQUIRE_JAVA === '1') {
  test('the table contract on DynamoDB Local', () => {
    throw new Error(NO_JAVA);
  });
} else {
  console.warn(NO_JAVA);
  test('the table contract on DynamoDB Local', { skip: NO_JAVA });
}
