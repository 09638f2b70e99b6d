// `npm run ask -- "who's coming today"`: says one phrase to the skill and prints the answer.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'infra/local/ask.ts', ...process.argv.slice(2)]);
