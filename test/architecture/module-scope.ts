import { type Expression, type Node, type Program, visitorKeys } from 'oxc-parser';

/** What runs or changes at module scope: there may be nothing but constants, types and functions, and where `mayKeep` says so a `let`. */
export function moduleScopeFaults(program: Program, { mayKeep }: { mayKeep: boolean }): { at: number; says: string }[] {
  return program.body
    .flatMap((statement) => nodesAtModuleScope(statement))
    .flatMap((node) => {
      const says = faultOf(node, mayKeep);
      return says ? [{ at: node.start, says }] : [];
    });
}

function faultOf(node: Node, mayKeep: boolean): string | undefined {
  if (node.type === 'AwaitExpression') return 'awaits at module scope: do it in a function.';
  if (node.type === 'VariableDeclaration' && node.kind !== 'const' && !mayKeep && !node.declare) {
    return `keeps state at module scope (\`${node.kind}\`): hand it in.`;
  }
  if (node.type === 'NewExpression' && !isConstant(node.callee, node.arguments.length)) {
    return 'makes something with `new` at module scope: make it in a function.';
  }
  return undefined;
}

/** A regular expression, a formatter or a filled set is a constant; an empty set or map would be a store. */
function isConstant(callee: Expression, given: number): boolean {
  if (callee.type === 'MemberExpression') return callee.object.type === 'Identifier' && callee.object.name === 'Intl';
  return callee.type === 'Identifier' && ['Set', 'Map', 'RegExp', 'URL'].includes(callee.name) && given > 0;
}

const laterOnly = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'MethodDefinition']);

/** A statement and what is in it, without the bodies that run only when something is called. */
function nodesAtModuleScope(node: Node): Node[] {
  if (laterOnly.has(node.type)) return [];
  const inside = new Map<string, unknown>(Object.entries(node));
  const children = (visitorKeys[node.type] ?? []).flatMap((key) => inside.get(key));
  return [node, ...children.filter(isNode).flatMap(nodesAtModuleScope)];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
