// `npm run synth`: builds every Lambda, then the CloudFormation templates of every council in infra/aws/councils, into build/aws.
// `npm run synth -- --councils folder` reads another folder's parameters.
import { spawnSync } from 'node:child_process';
import { ready, root, run } from './ready.mjs';

const node = ready();
const built = spawnSync(node, ['--disable-warning=ExperimentalWarning', 'scripts/build.ts'], {
  cwd: root,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(built.status ?? 1);
run(node, ['--disable-warning=ExperimentalWarning', 'infra/aws/main.ts', ...process.argv.slice(2)]);
