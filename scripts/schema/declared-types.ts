import { parseSync, type Statement, type TSInterfaceDeclaration, type TSTypeAliasDeclaration } from 'oxc-parser';

type Declaration = TSInterfaceDeclaration | TSTypeAliasDeclaration;

/** A type as it is declared, and the namespace it stands in: where its own names are looked for first. */
export type DeclaredType = { readonly within: readonly string[]; readonly declaration: Declaration };

/** `a.b.c` of a name in a declaration. */
export const nameParts = (name: { readonly type: string }): readonly string[] => {
  if ('left' in name && 'right' in name && isNode(name.left) && isNode(name.right))
    return [...nameParts(name.left), ...nameParts(name.right)];
  return 'name' in name && typeof name.name === 'string' ? [name.name] : [];
};

const isNode = (value: unknown): value is { readonly type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const declaredIn = (statement: Statement, within: readonly string[]): readonly [string, DeclaredType][] => {
  const declaration =
    statement.type === 'ExportNamedDeclaration' && statement.declaration !== null ? statement.declaration : statement;
  switch (declaration.type) {
    case 'TSModuleDeclaration': {
      if (declaration.body?.type !== 'TSModuleBlock') return [];
      const inside = [...within, ...nameParts(declaration.id)];
      return declaration.body.body.flatMap((one) => declaredIn(one, inside));
    }
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return [[[...within, declaration.id.name].join('.'), { within, declaration }]];
    default:
      return [];
  }
};

/** Every interface and type alias of a declaration file, by its full name. Throws for what cannot be parsed. */
export const declaredTypes = (fileName: string, text: string): ReadonlyMap<string, DeclaredType> => {
  const { program, errors } = parseSync(fileName, text);
  if (errors.length > 0) throw new Error(`${fileName} cannot be parsed: ${errors[0]?.message}`);
  return new Map(program.body.flatMap((statement) => ('type' in statement ? declaredIn(statement, []) : [])));
};
