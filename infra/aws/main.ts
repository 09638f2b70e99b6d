// `npm run synth`: the templates of every council in a folder, checked; no account and no network.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bellbirdApp } from './bellbird-app.ts';
import { builtCode } from './built-code.ts';
import { councilParameters } from './council-parameters.ts';
import { findingsIn, unaccepted } from './findings.ts';

const root = join(import.meta.dirname, '..', '..');
const { values } = parseArgs({
  options: { councils: { type: 'string', default: join(import.meta.dirname, 'councils') } },
});

const report = (name: string, findings: ReturnType<typeof findingsIn>['gating']): string[] =>
  findings.map(({ rule, at, says }) => `${name}: ${rule} at ${at}: ${says}`);

/** Writes one stage's templates to `build/aws/<name>` and gives what must be mended first. */
const synthesise = (file: string): readonly string[] => {
  const name = file.replace(/\.json$/, '');
  const outdir = join(root, 'build', 'aws', name);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true });
  const council = councilParameters(readFileSync(join(values.councils, file), 'utf8'));
  const { app } = bellbirdApp(council, builtCode(join(root, 'build')), outdir);
  const { gating, reported } = findingsIn(app);
  app.synth();
  writeFileSync(join(outdir, 'nist-800-53-r5.txt'), `${report(name, reported).join('\n')}\n`);
  const faults = report(name, unaccepted(gating, new Date().toISOString().slice(0, 10)));
  console.log(`${name}: ${faults.length} findings to mend, ${reported.length} lines in the NIST report`);
  return faults;
};

try {
  const files = readdirSync(values.councils).filter((file) => file.endsWith('.json'));
  if (files.length === 0) throw new Error(`There are no parameters in ${values.councils}.`);
  const faults = files.flatMap(synthesise);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
