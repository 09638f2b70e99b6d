// `npm run cost -- --residents 50,50000,1000000`: what a month costs, by service, and what one alert to 50,000 people costs.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'infra/aws/cost.ts', ...process.argv.slice(2)]);
