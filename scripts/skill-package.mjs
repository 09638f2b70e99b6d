// `npm run skill-package -- --council-name … --skill-name … --invocation-name … --lambda-arn …`: build/skill-package/ for the ASK CLI.
import { ready, run } from './ready.mjs';

run(ready(), ['scripts/skill-package.ts', ...process.argv.slice(2)]);
