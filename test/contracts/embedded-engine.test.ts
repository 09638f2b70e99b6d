import { startEmbeddedEngine } from '../../infra/local/dynamodb/embedded-engine.ts';
import { sdkTableOnTrial } from './sdk-table-on-trial.ts';
import { signedTableOnTrial } from './signed-table-on-trial.ts';
import { tableContract } from './table-contract.ts';

tableContract('through the SDK on the embedded engine', async () => sdkTableOnTrial(await startEmbeddedEngine({})));

tableContract('without the SDK on the embedded engine', async () => signedTableOnTrial(await startEmbeddedEngine({})));
