// `npm run begin -- people.json --table bellbird-harbour-live`: writes whom a council begins with into its table on AWS.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'infra/aws/begin/main.ts', ...process.argv.slice(2)]);
