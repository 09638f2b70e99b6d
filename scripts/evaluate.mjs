// `npm run evaluate -- labelled.tsv`: how well labelled phrases are understood, by family, with what was taken for what.
import { ready, run } from './ready.mjs';

run(ready(), ['--disable-warning=ExperimentalWarning', 'infra/local/evaluate.ts', ...process.argv.slice(2)]);
