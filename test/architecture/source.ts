import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Comment, type Program, parseSync } from 'oxc-parser';

/** One parsed file; `path` is below the root, with slashes. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
};

/** Something that a rule found: where, and one sentence that says what to do. */
export type Finding = { readonly path: string; readonly line: number; readonly says: string };

const code = /\.[mc]?[jt]sx?$/;

/** Parses every code file in the given folders of `root`. Throws when a file cannot be parsed, and when there is none at all. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  const sources = folders.flatMap((folder) => filesOf(root, folder)).map((path) => readSource(root, path));
  assert.notEqual(sources.length, 0, `There is no code in ${folders.join(', ')} of ${root}: nothing was checked.`);
  return sources;
}

function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  assert.deepEqual(errors, [], `${path} cannot be parsed.`);
  return { path, text, program, comments };
}

/** The files of a folder at any depth; a folder that is not there has none. */
function filesOf(root: string, folder: string): string[] {
  return readdirSync(root, { withFileTypes: true }).some((entry) => entry.name === folder && entry.isDirectory())
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
        .filter((path) => code.test(path) && !path.includes('node_modules/'))
        .sort()
    : [];
}

/** A finding at a place in a source, given as the offset of its first character. */
export function finding(source: Source, at: number, says: string): Finding {
  return { path: source.path, line: source.text.slice(0, at).split('\n').length, says };
}

/** All findings in one text, a line each; the empty text when there are none. */
export function listed(findings: readonly Finding[]): string {
  return findings.map(({ path, line, says }) => `${path}:${line} ${says}`).join('\n');
}
