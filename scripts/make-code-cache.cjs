// Run by code-cache.ts in a process of its own: loads one Lambda, lets it answer some events, and keeps what V8 compiled.
const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const [folder, events] = process.argv.slice(2);
const { first, later } = JSON.parse(readFileSync(events, 'utf8'));
const lambda = require(join(folder, 'index.cjs'));
process.stdout.write = () => true; // what it logs of a practice is of no interest

const kept = new Set();
const keep = () => {
  for (const [part, cache] of lambda.codeCaches().filter(([name]) => !kept.has(name))) {
    writeFileSync(join(folder, part.replace(/cjs$/, 'cache')), cache);
    kept.add(part);
  }
};

// An event that cannot be answered here has warmed what it ran through all the same.
const answer = async (event) => void (await lambda.handler(event, {}).catch(() => undefined));

const practise = async () => {
  for (const event of first) await answer(event);
  keep();
  for (const part of readdirSync(folder).filter((file) => /^part-.*\.cjs$/.test(file))) lambda.load(part);
  for (const event of later) await answer(event);
  keep();
};

practise().then(
  () => process.exit(0),
  (fault) => {
    console.error(fault);
    process.exit(1);
  },
);
