// `npm start`: the whole system on this machine. Arguments after `--` are handed on, e.g. `npm start -- --reset`.
import { ready, run } from './ready.mjs';

const tied = new URL('end-with-parent.mjs', import.meta.url).href;
run(
  ready(),
  ['--disable-warning=ExperimentalWarning', '--import', tied, 'infra/local/main.ts', ...process.argv.slice(2)],
  {
    apart: true,
  },
);
