import * as v from 'valibot';
import type { JsonSchema, Schemas } from './json-schema.ts';

/** Says where a value breaks the schema of that name: a path with what was expected there, never the value itself. */
export type SchemaFaults = (name: string, value: unknown) => readonly string[];

type Check = v.GenericSchema;

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const text = ({ minLength, maxLength, pattern }: JsonSchema): Check => {
  const least = minLength ?? 0;
  const most = maxLength ?? Number.MAX_SAFE_INTEGER;
  const shape = new RegExp(pattern ?? '');
  return v.pipe(v.string(), v.minLength(least), v.maxLength(most), v.regex(shape));
};

const number = ({ minimum, maximum }: JsonSchema): Check =>
  v.pipe(v.number(), v.minValue(minimum ?? -Infinity), v.maxValue(maximum ?? Infinity));

/** What was expected, in few words: a long list of possible words is not repeated. */
const expectedIn = ({ expected }: v.BaseIssue<unknown>): string => {
  if (expected === null) return 'another value';
  if (expected === 'never') return 'no such field';
  return expected.length > 80 ? 'a word of a closed list' : expected;
};

/** The property by which the members of a union are told apart, if each of them has its own words for it. */
const tagOf = (members: readonly JsonSchema[]): string | undefined =>
  Object.keys(members[0]?.properties ?? {}).find((key) =>
    members.every(({ properties }) => typeof properties?.[key]?.const === 'string'),
  );

/** Checks JSON against schemas, with valibot doing the checking. Each schema is made ready once, when it is first needed. */
export const schemaFaults = (schemas: Schemas): SchemaFaults => {
  const ready = new Map<string, Check>();

  const namedSchema = (name: string): JsonSchema => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`no schema is named ${name}`);
    return schema;
  };
  const named = (name: string): Check => {
    const known = ready.get(name) ?? checkOf(namedSchema(name));
    ready.set(name, known);
    return known;
  };
  const resolved = (schema: JsonSchema): JsonSchema =>
    schema.$ref === undefined ? schema : resolved(namedSchema(nameIn(schema.$ref)));

  /** Members are told apart by their tag, so that the fault named is the one in the member that was meant. */
  const union = (of: readonly JsonSchema[]): Check => {
    const tag = tagOf(of.map(resolved));
    if (tag === undefined) return v.union(of.map(checkOf));
    const byTag = new Map(of.map((member) => [resolved(member).properties?.[tag]?.const, member]));
    return v.lazy((input) => {
      const given = typeof input === 'object' && input !== null ? Reflect.get(input, tag) : undefined;
      const member = byTag.get(typeof given === 'string' ? given : undefined);
      return member === undefined
        ? v.looseObject({ [tag]: v.picklist([...byTag.keys()].map(String)) })
        : checkOf(member);
    });
  };

  const object = ({ properties = {}, required = [], additionalProperties }: JsonSchema): Check => {
    const entries = Object.fromEntries(
      Object.entries(properties).map(([key, schema]) => {
        const check = checkOf(schema);
        return [key, required.includes(key) ? check : v.optional(check)];
      }),
    );
    if (additionalProperties === false) return v.strictObject(entries);
    const rest = typeof additionalProperties === 'object' ? checkOf(additionalProperties) : v.unknown();
    return v.objectWithRest(entries, rest);
  };

  const checkOf = (schema: JsonSchema): Check => {
    const { $ref, enum: words, anyOf, allOf } = schema;
    if ($ref !== undefined) return v.lazy(() => named(nameIn($ref)));
    if (schema.const !== undefined) return v.literal(schema.const);
    if (words !== undefined) return v.picklist(words);
    if (anyOf !== undefined) return union(anyOf);
    if (allOf !== undefined) return v.pipe(v.unknown(), ...allOf.map(checkOf));
    switch (schema.type) {
      case 'string':
        return text(schema);
      case 'number':
      case 'integer':
        return number(schema);
      case 'boolean':
        return v.boolean();
      case 'array':
        return v.pipe(
          v.array(checkOf(schema.items ?? {})),
          v.minLength(schema.minItems ?? 0),
          v.maxLength(schema.maxItems ?? Number.MAX_SAFE_INTEGER),
        );
      case 'object':
        return object(schema);
      default:
        return schema.properties === undefined ? v.unknown() : object(schema);
    }
  };

  return (name, value) => {
    const parsed = v.safeParse(named(name), value);
    if (parsed.success) return [];
    return parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'its top'} (expected ${expectedIn(issue)})`);
  };
};
