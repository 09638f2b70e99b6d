import { type Expression, Visitor } from 'oxc-parser';
import type { Source } from '../architecture/source.ts';

/** A title as it stands in a test file; what is put into it at run time is left out. */
export type Title = { readonly path: string; readonly text: string };

const TITLED: readonly string[] = ['test', 'it', 'describe', 'suite'];

const textOf = (node: Expression): string | undefined => {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? '').join('…');
  return undefined;
};

const calleeOf = (node: Expression): string | undefined => {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && node.object.type === 'Identifier' ? node.object.name : undefined;
};

/** The titles of all tests and groups of a file: the first argument of `test`, `it` and `describe`, and of `t.test`. */
export const titlesOf = ({ path, program }: Source): readonly Title[] => {
  const titles: Title[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [first] }) => {
      if (first === undefined || first.type === 'SpreadElement') return;
      const name = calleeOf(callee);
      const isInner =
        callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 'test';
      const text = name !== undefined && (TITLED.includes(name) || isInner) ? textOf(first) : undefined;
      if (text !== undefined) titles.push({ path, text });
    },
  }).visit(program);
  return titles;
};

const ID = /\b([A-Z]+)(-?)(\d{2})(?:\s*[–-]\s*\1?-?(\d{2}))?\b/g;

/** The ids in a title; a range as T11–T13 names all in between. */
export const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(ID)].flatMap(([, family = '', dash = '', from = '', to = from]) => {
    const [first, last] = [Number(from), Number(to)];
    return Array.from(
      { length: Math.max(0, last - first) + 1 },
      (_, n) => `${family}${dash}${String(first + n).padStart(2, '0')}`,
    );
  });
