// `npm run leave -- export-resident …`: hands over, and forgets, what is held about one resident or a whole council.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'infra/aws/leaving/main.ts', ...process.argv.slice(2)]);
