// `npm test`: every test, or with `npm test -- core/reminders screen` those whose path holds one of the words.
// Arguments that begin with a dash go to Node's test runner.
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fail, ready, root, run } from './ready.mjs';

const words = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('-'));

const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((path) => `test/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.test.ts'))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
  .sort();
if (files.length === 0) fail(`No test file's path holds ${words.map((word) => `"${word}"`).join(' or ')}.`);

// Half of the long files wait for a page or a clock most of the time, so two a processor keep it busy.
const concurrency = `--test-concurrency=${2 * availableParallelism()}`;
run(ready(), ['--disable-warning=ExperimentalWarning', '--test', concurrency, ...options, ...files], {
  // The AWS SDK v2 that ask-sdk-test brings prints a notice in every process that loads it.
  env: { AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1' },
});
