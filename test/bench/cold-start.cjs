// One cold start, in a process of its own: loads the function, lets it answer one event, and says what it took.
const { readFileSync } = require('node:fs');

const [file, eventFile, warmRuns] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
const real = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true; // a function's log lines
const cpuFrom = process.cpuUsage();
const began = performance.now();
const { handler } = require(file);
const loaded = performance.now();
handler(event, {}).then(async (answer) => {
  const ms = performance.now() - began;
  const spent = process.cpuUsage(cpuFrom);
  const cold = {
    ms,
    cpu: (spent.user + spent.system) / 1_000,
    load: loaded - began,
    memory: process.memoryUsage.rss(),
    answer: (JSON.stringify(answer) ?? '').length,
  };
  const runs = Number(warmRuns ?? 0);
  for (let n = 0; n < runs / 10; n += 1) await handler(event, {});
  const from = process.cpuUsage();
  const took = [];
  for (let n = 0; n < runs; n += 1) {
    const at = performance.now();
    await handler(event, {});
    took.push((performance.now() - at) * 1_000);
  }
  const { user, system } = process.cpuUsage(from);
  const warmP99Us = took.sort((a, b) => a - b)[Math.floor(runs * 0.99)] ?? 0;
  real(JSON.stringify({ ...cold, warmUs: runs === 0 ? 0 : (user + system) / runs, warmP99Us }));
  process.exit(0);
});
