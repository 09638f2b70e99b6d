import { CASES, NOT_BUILT } from './cases.ts';
import { coverage } from './coverage.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const found = coverage();
for (const [id, titles] of found) {
  say(`${id.padEnd(8)}${CASES[id] ?? ''}`);
  for (const { path, text } of titles) say(`        ${path}: ${text}`);
  if (titles.length === 0) say(id in NOT_BUILT ? `        (not built: ${NOT_BUILT[id]})` : '        (no test)');
}
const missing = [...found].filter(([, titles]) => titles.length === 0).map(([id]) => id);
say('');
say(`${found.size - missing.length} of ${found.size} cases are covered by a test that names them.`);
if (missing.length > 0) say(`Without one: ${missing.join(' ')}`);
