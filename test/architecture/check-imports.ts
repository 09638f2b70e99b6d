import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './import-table.ts';
import { type Import, importsOf, packageName, type Target, targetOf } from './imports.ts';
import { type Finding, finding, readSources, type Source } from './source.ts';

/** What a root's package.json declares: for the running code, and in all. */
type Declared = { readonly toRun: ReadonlySet<string>; readonly all: ReadonlySet<string> };

/** Every import under `lambda` and `infra` of `root` that the table does not list. Throws when there is no file to check. */
export function checkImports(root: string, table: readonly Row[]): Finding[] {
  const declared = readDeclared(root);
  return readSources(root, ['lambda', 'infra']).flatMap((source) => checkSource(source, table, declared));
}

function checkSource(source: Source, table: readonly Row[], declared: Declared): Finding[] {
  const row = rowFor(source.path, table);
  if (!row) return [finding(source, 0, 'is in no row of the import table: give its folder one.')];
  return importsOf(source).flatMap((each) => {
    const says = fault(source.path, each, row, declared);
    return says ? [finding(source, each.at, says)] : [];
  });
}

/** The row whose folder or file fits the path best. */
function rowFor(path: string, table: readonly Row[]): Row | undefined {
  const fitting = table.filter(({ at }) => isIn(path, at));
  return fitting.sort((one, other) => other.at.length - one.at.length)[0];
}

function fault(path: string, { names, typeOnly }: Import, row: Row, declared: Declared): string | undefined {
  if (names === null) return 'imports a computed path: name it, so that it can be checked.';
  const target = targetOf(path, names);
  if (!isListed(target, typeOnly, row, declared)) {
    return `imports ${typeOnly ? 'types of ' : ''}${names}: ${row.at} may not (test/architecture/import-table.ts).`;
  }
  const mustRun = path.startsWith('lambda/') && !typeOnly && 'package' in target && !target.package.startsWith('node:');
  return mustRun && !declared.toRun.has(packageName(target.package))
    ? `imports ${names}, which is not in "dependencies" of package.json.`
    : undefined;
}

function isListed(target: Target, typeOnly: boolean, row: Row, declared: Declared): boolean {
  if ('file' in target)
    return [row.at, ...row.may].some((entry) => lets(entry, typeOnly, (at) => isIn(target.file, at)));
  return row.packages.some((entry) => lets(entry, typeOnly, (name) => isPackage(target.package, name, declared)));
}

/** Whether an entry of the table, with `types of` or without, lets an import in. */
function lets(entry: string, typeOnly: boolean, fits: (entry: string) => boolean): boolean {
  const bare = entry.replace(/^types of /, '');
  return (typeOnly || bare === entry) && fits(bare);
}

function isIn(path: string, at: string): boolean {
  return path === at || path.startsWith(`${at}/`);
}

function isPackage(specifier: string, listed: string, declared: Declared): boolean {
  if (listed === 'node:*') return specifier.startsWith('node:');
  if (listed === 'any in package.json') return declared.all.has(packageName(specifier));
  return specifier === listed || specifier.startsWith(`${listed}/`);
}

function readDeclared(root: string): Declared {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const toRun = Object.keys(dependencies);
  const all = [...toRun, ...Object.keys(devDependencies)].map((name) => name.replace(/^@types\//, ''));
  return { toRun: new Set(toRun), all: new Set(all) };
}
