// `npm run sending -- --pause everything --reason "…" …`: holds back, or lets go on, the sending of every council in a table.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'scripts/sending.ts', ...process.argv.slice(2)]);
