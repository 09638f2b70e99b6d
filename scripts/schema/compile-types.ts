import type { TSSignature, TSType, TSTypeReference } from 'oxc-parser';
import type { JsonSchema, Schemas } from '../../infra/schema/json-schema.ts';
import { type DeclaredType, nameParts } from './declared-types.ts';

type Types = ReadonlyMap<string, DeclaredType>;

/** Looks a name up as TypeScript does: from the innermost namespace outwards. */
const fullName = (types: Types, parts: readonly string[], within: readonly string[]): string => {
  for (let depth = within.length; depth >= 0; depth -= 1) {
    const name = [...within.slice(0, depth), ...parts].join('.');
    if (types.has(name)) return name;
  }
  throw new Error(`no type is declared as ${parts.join('.')}`);
};

const referenceSchema = (types: Types, type: TSTypeReference, within: readonly string[]): JsonSchema => {
  const parts = nameParts(type.typeName);
  const [of] = type.typeArguments?.params ?? [];
  if (parts.length === 1 && parts[0] === 'Array' && of !== undefined)
    return { type: 'array', items: schemaOf(types, of, within) };
  return { $ref: `#/$defs/${fullName(types, parts, within)}` };
};

const isText = (schema: JsonSchema): schema is JsonSchema & { readonly const: string } =>
  typeof schema.const === 'string';

/** Words of a closed list become an enumeration; one word stays what it is. */
const union = (of: readonly JsonSchema[]): JsonSchema =>
  of.every(isText) ? { enum: of.map((one) => one.const) } : { anyOf: of };

const literal = (type: TSType & { readonly type: 'TSLiteralType' }): JsonSchema => {
  const value = 'value' in type.literal ? type.literal.value : undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return { const: value };
  throw new Error('a literal type that is not text, a number or a boolean');
};

const schemaOf = (types: Types, type: TSType, within: readonly string[]): JsonSchema => {
  switch (type.type) {
    case 'TSStringKeyword':
      return { type: 'string' };
    case 'TSNumberKeyword':
      return { type: 'number' };
    case 'TSBooleanKeyword':
      return { type: 'boolean' };
    case 'TSAnyKeyword':
      return {};
    case 'TSLiteralType':
      return literal(type);
    case 'TSUnionType':
      return union(type.types.map((one) => schemaOf(types, one, within)));
    case 'TSTypeLiteral':
      return objectSchema(types, type.members, within);
    case 'TSTypeReference':
      return referenceSchema(types, type, within);
    default:
      throw new Error(`a type of the kind ${type.type} is not compiled`);
  }
};

const keyOf = (member: TSSignature & { readonly type: 'TSPropertySignature' }): string => {
  if (member.key.type === 'Identifier') return member.key.name;
  if (member.key.type === 'Literal') return String(member.key.value);
  throw new Error('a property without a plain name');
};

/** Whatever is not declared is not allowed, unless the declaration has an index signature. */
const objectSchema = (types: Types, members: readonly TSSignature[], within: readonly string[]): JsonSchema => {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  let additionalProperties: boolean | JsonSchema = false;
  for (const member of members) {
    if (member.type === 'TSIndexSignature')
      additionalProperties = schemaOf(types, member.typeAnnotation.typeAnnotation, within);
    if (member.type !== 'TSPropertySignature' || member.typeAnnotation === null) continue;
    const key = keyOf(member);
    properties[key] = schemaOf(types, member.typeAnnotation.typeAnnotation, within);
    if (!member.optional) required.push(key);
  }
  return { type: 'object', properties, required, additionalProperties };
};

const declaredSchema = (types: Types, { declaration, within }: DeclaredType): JsonSchema =>
  declaration.type === 'TSInterfaceDeclaration'
    ? objectSchema(types, declaration.body.body, within)
    : schemaOf(types, declaration.typeAnnotation, within);

const referencesIn = (schema: JsonSchema): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].flatMap(([, name]) => name ?? []);

/** The schemas of these types and of every type they are made of, sorted by name. */
export const compileTypes = (types: Types, roots: readonly string[]): Schemas => {
  const compiled = new Map<string, JsonSchema>();
  const waiting = [...roots];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (compiled.has(name)) continue;
    const type = types.get(name);
    if (type === undefined) throw new Error(`no type is declared as ${name}`);
    const schema = declaredSchema(types, type);
    compiled.set(name, schema);
    waiting.push(...referencesIn(schema));
  }
  return Object.fromEntries([...compiled].sort(([a], [b]) => (a < b ? -1 : 1)));
};
