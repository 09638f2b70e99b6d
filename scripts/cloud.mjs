// `npm run cloud -- diff harbour.live` and `npm run cloud -- deploy harbour.live`: what `npm run synth` made, against the account that
// the AWS credentials at hand belong to. A deployment asks before it widens any permission.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ready, root, run } from './ready.mjs';

const [action, name = '', ...more] = process.argv.slice(2);
if (!['diff', 'deploy', 'destroy'].includes(action))
  fail('Say diff, deploy or destroy, and whose: npm run cloud -- diff harbour.live');
const app = join(root, 'build', 'aws', name);
if (!existsSync(join(app, 'manifest.json'))) fail(`There is no ${name} in build/aws: npm run synth`);
const asks = action === 'deploy' ? ['--require-approval', 'broadening', '--rollback'] : [];
const cdk = join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk');
run(ready(), [cdk, action, '--app', app, '--all', '--no-notices', ...asks, ...more]);
