// `npm run catalogue`: each case of the catalogue with the tests that cover it, and the cases without one.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'test/catalogue/main.ts', ...process.argv.slice(2)]);
