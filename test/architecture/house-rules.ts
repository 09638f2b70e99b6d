import { basename, dirname } from 'node:path';
import { type MemberExpression, type Node, Visitor, type VisitorObject } from 'oxc-parser';
import { sharedByEntries } from '../../scripts/build.ts';
import { moduleScopeFaults } from './module-scope.ts';
import { type Finding, finding, readSources, type Source } from './source.ts';

/** A rule looks at one file and says what is wrong, and at which offset. */
type Rule = (source: Source) => Fault[];
type Fault = { readonly at: number; readonly says: string };

const longest = 220;

/** Whatever in `lambda`, `infra` and `scripts` of `root` breaks a house rule. Throws when there is no file to check. */
export function checkHouseRules(root: string): Finding[] {
  return readSources(root, ['lambda', 'infra', 'scripts']).flatMap((source) =>
    rules.flatMap((rule) => rule(source).map(({ at, says }) => finding(source, at, says))),
  );
}

const settings = 'lambda/entry/settings.ts';
const pure = /^lambda\/(core|render|skill|console|worker)\//;
const page = /^lambda\/screen\/page\//;

const edges = 'lambda/entry/process-edges.ts'; // hands out the real clock and the real output

const isLambda = ({ path }: Source) => dirname(path) === 'lambda/entry' && !sharedByEntries.includes(basename(path));
const inLambda = ({ path }: Source) => path.startsWith('lambda/');
const inPage = ({ path }: Source) => page.test(path); // runs in a television's browser, where there is nobody to hand anything in
const mayPrint = ({ path }: Source) => path.startsWith('lambda/adapters/log/') || path === edges;
const isPure = ({ path }: Source) => pure.test(path);
const isUkTime = ({ path }: Source) => /^lambda\/core\/kernel\/uk-(time|offset)\.ts$/.test(path);

/** Applies a rule only to the files that `applies` picks. */
const only =
  (applies: (source: Source) => boolean, rule: Rule): Rule =>
  (source) =>
    applies(source) ? rule(source) : [];

/** Finds nodes: `visitorFor` is given a function that notes one with its sentence. */
const nodes =
  (visitorFor: (note: (node: Node, says: string) => void) => VisitorObject): Rule =>
  ({ program }) => {
    const faults: Fault[] = [];
    new Visitor(visitorFor((node, says) => faults.push({ at: node.start, says }))).visit(program);
    return faults;
  };

const isNamed = (node: Node, name: string) => node.type === 'Identifier' && node.name === name;

/** Whether a node reads `object.property` (any property, if none is named), also as `globalThis.object` and as `object['property']`. */
const isMember = (node: Node, object: string, ...properties: string[]): boolean =>
  node.type === 'MemberExpression' &&
  (properties.length === 0 || properties.includes(propertyOf(node))) &&
  (isNamed(node.object, object) || (node.object.type === 'MemberExpression' && propertyOf(node.object) === object));

const propertyOf = ({ property }: MemberExpression): string => {
  if (property.type === 'Identifier') return property.name;
  return property.type === 'Literal' ? String(property.value) : '';
};

const environment = nodes((note) => ({
  MemberExpression: (node) => {
    if (isMember(node, 'process', 'env')) note(node, `reads the environment: only ${settings} may.`);
  },
  VariableDeclarator: (node) => {
    if (node.init && isNamed(node.init, 'process')) note(node, `takes the process apart: only ${settings} may.`);
  },
}));

const anyDate = nodes((note) => ({
  NewExpression: (node) => {
    if (isNamed(node.callee, 'Date'))
      note(node, 'makes a Date: time is handed in, and reckoned by core/kernel/uk-time.ts.');
  },
  CallExpression: (node) => {
    if (isNamed(node.callee, 'Date')) note(node, 'asks for the time: it is handed in.');
  },
}));

const clock = nodes((note) => ({
  NewExpression: (node) => {
    if (isNamed(node.callee, 'Date') && node.arguments.length === 0) note(node, 'asks for the time: it is handed in.');
  },
  MemberExpression: (node) => {
    if (isMember(node, 'Date', 'now') || isMember(node, 'Temporal', 'Now'))
      note(node, 'asks for the time: it is handed in.');
  },
}));

const chance = nodes((note) => ({
  MemberExpression: (node) => {
    if (isMember(node, 'Math', 'random') || isMember(node, 'crypto', 'randomUUID', 'getRandomValues'))
      note(node, 'throws dice: ids and chance are handed in.');
  },
}));

const printing = nodes((note) => ({
  MemberExpression: (node) => {
    const prints = isMember(node, 'console') || isMember(node, 'process', 'stdout', 'stderr');
    if (prints) note(node, 'prints: only adapters/log may, from the register.');
  },
}));

const unchecked = nodes((note) => ({
  TSAsExpression: (node) => {
    const isConst = node.typeAnnotation.type === 'TSTypeReference' && isNamed(node.typeAnnotation.typeName, 'const');
    if (!isConst) note(node, 'asserts a type with `as`: parse, or use a type predicate.');
  },
  TSTypeAssertion: (node) => note(node, 'asserts a type: parse, or use a type predicate.'),
  TSNonNullExpression: (node) => note(node, 'asserts with `!` that something is there: ask.'),
  ClassDeclaration: (node) => {
    if (!node.superClass) note(node, 'declares a class: use functions and values.');
  },
}));

const defaultExport = nodes((note) => ({
  ExportDefaultDeclaration: (node) => note(node, 'exports a default: name it.'),
  ExportSpecifier: (node) => {
    if (isNamed(node.exported, 'default')) note(node, 'exports a default: name it.');
  },
}));

const silencing: Rule = ({ comments }) =>
  comments
    .filter(({ value }) => /@ts-(ignore|nocheck|expect-error)|^\/\s*<reference/.test(value))
    .map(({ start }) => ({ at: start, says: 'silences or steers the compiler in a comment.' }));

const unfinished: Rule = ({ comments }) =>
  comments
    .filter(({ value }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(value))
    .map(({ start }) => ({ at: start, says: 'leaves something unfinished.' }));

const naming: Rule = ({ path }) => {
  const faults: Fault[] = [];
  if (/(^|\/)utils?\//.test(path)) faults.push({ at: 0, says: 'lies in a utils folder: put it where it is used.' });
  if (/^index\./.test(basename(path))) faults.push({ at: 0, says: 'is named index: name it for its main export.' });
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.[a-z]+$/.test(basename(path)))
    faults.push({ at: 0, says: 'is not named in kebab-case.' });
  return faults;
};

const barrel: Rule = ({ program }) => {
  const isHandedOn = (node: Node) =>
    node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source !== null);
  const isBarrel = program.body.length > 0 && program.body.every(isHandedOn);
  return isBarrel ? [{ at: 0, says: 'only hands on what others export: import from them.' }] : [];
};

const length: Rule = ({ text }) => {
  const lines = text.trimEnd().split('\n').length;
  return lines > longest ? [{ at: 0, says: `has ${lines} lines: ${longest} is the most.` }] : [];
};

/** What AWS calls: at most 15 lines besides imports, comments and blank lines. */
const entryLength: Rule = ({ text, program }) => {
  const lines = program.body
    .filter((node) => node.type !== 'ImportDeclaration')
    .flatMap((node) => text.slice(node.start, node.end).split('\n'))
    .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
  return lines.length > 15
    ? [{ at: 0, says: `has ${lines.length} lines besides its imports: an entry has at most 15.` }]
    : [];
};

/** A Lambda keeps what it wired for the next call; nobody else keeps anything. */
const moduleScope: Rule = (source) => moduleScopeFaults(source.program, { mayKeep: isLambda(source) });

const rules: readonly Rule[] = [
  naming,
  barrel,
  length,
  only(({ path }) => !path.endsWith('.d.ts'), defaultExport), // a declaration describes somebody else's package
  silencing,
  unfinished,
  only((source) => !source.path.startsWith('scripts/'), unchecked),
  only((source) => inLambda(source) && source.path !== settings, environment),
  only((source) => isPure(source) && !isUkTime(source), anyDate),
  only((source) => inLambda(source) && ![settings, edges].includes(source.path) && !inPage(source), clock),
  only(isPure, chance),
  only((source) => inLambda(source) && !mayPrint(source) && !inPage(source), printing),
  only((source) => inLambda(source) && !inPage(source), moduleScope),
  only(isLambda, entryLength),
];
