// `npm run bench`: measures; asserts nothing.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'test/bench/main.ts', ...process.argv.slice(2)]);
