// `npm run simulate`: runs the engine over a table, bells and Channels that fail in every way, from a seed.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'test/simulate/main.ts', ...process.argv.slice(2)]);
