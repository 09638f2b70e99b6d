import { isBuiltin } from 'node:module';
import { dirname, posix } from 'node:path';
import { type Expression, type ImportOrExportKind, Visitor } from 'oxc-parser';
import type { Source } from './source.ts';

/** One import of a file: what it names, in which form, and where (offset in the text). `names` is null when it is computed. */
export type Import = { readonly names: string | null; readonly typeOnly: boolean; readonly at: number };

/** What an import leads to: a file below the root, or a package with its subpath (a built-in of Node always as `node:x`). */
export type Target = { readonly file: string } | { readonly package: string };

/** Every import of a file: static, type-only, re-exported, dynamic, in a type (`import('x').Y`), and `require`. */
export function importsOf({ program }: Source): Import[] {
  const found: Import[] = [];
  const add = (source: Expression | null, typeOnly: boolean, at: number) =>
    found.push({ names: literal(source), typeOnly, at });
  new Visitor({
    ImportDeclaration: (node) => add(node.source, isType(node.importKind), node.start),
    ExportAllDeclaration: (node) => add(node.source, isType(node.exportKind), node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source, isType(node.exportKind), node.start);
    },
    ImportExpression: (node) => add(node.source, false, node.start),
    TSImportType: (node) => add(node.source, true, node.start),
    TSExternalModuleReference: (node) => add(node.expression, false, node.start),
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || !first) return;
      add(first.type === 'SpreadElement' ? null : first, false, node.start);
    },
  }).visit(program);
  return found;
}

/** Where an import of the file at `path` leads. */
export function targetOf(path: string, names: string): Target {
  if (names.startsWith('.')) return { file: posix.join(dirname(path), names) };
  if (isBuiltin(names)) return { package: names.startsWith('node:') ? names : `node:${names}` };
  return { package: names };
}

/** The name of the package that a subpath belongs to: `hono/aws-lambda` → `hono`, `@scope/name/x` → `@scope/name`. */
export function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** A `type` on each name is not enough: the import itself stays and runs. */
function isType(kind: ImportOrExportKind | undefined): boolean {
  return kind === 'type';
}

function literal(source: Expression | null): string | null {
  if (source?.type === 'Literal' && typeof source.value === 'string') return source.value;
  const isPlain = source?.type === 'TemplateLiteral' && source.expressions.length === 0;
  return isPlain ? (source.quasis[0]?.value.cooked ?? null) : null;
}
