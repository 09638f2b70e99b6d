// `npm run bench`: measures; `due`, `fanout` and `cold` end with 1 when a bar is missed.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'test/bench/main.ts', ...process.argv.slice(2)]);
