import fc from 'fast-check';
import type { JsonSchema, Schemas } from '../../infra/schema/json-schema.ts';

/** Nested further than this, optional parts are left out: Amazon's types refer to themselves. */
const DEEPEST = 7;

const TEXTS = ['', 'Bill', '2026-11-24', 'PRESENT_REF', '?', '08:00', '<speak>', 'é'.repeat(50), '__proto__', '\u0000'];

const text = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...TEXTS) },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** Random values that have the shape of a schema; what may be left out is left out half the time. */
export const schemaArbitrary = (schemas: Schemas, root: string): fc.Arbitrary<unknown> => {
  const named = (name: string): JsonSchema => {
    const schema = schemas[name];
    if (schema === undefined) throw new Error(`no schema is named ${name}`);
    return schema;
  };

  const object = ({ properties = {}, required = [], additionalProperties }: JsonSchema, depth: number) => {
    const kept = Object.entries(properties).filter(([key]) => depth < DEEPEST || required.includes(key));
    const known = fc.record(Object.fromEntries(kept.map(([key, schema]) => [key, arbitraryOf(schema, depth + 1)])), {
      requiredKeys: [...required],
    });
    if (typeof additionalProperties !== 'object') return known;
    const more = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 12 }),
      arbitraryOf(additionalProperties, depth + 1),
      {
        maxKeys: 3,
      },
    );
    return fc.tuple(known, more).map(([fixed, rest]) => ({ ...rest, ...fixed }));
  };

  const byType = (schema: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    switch (schema.type) {
      case 'string':
        return text;
      case 'number':
      case 'integer':
        return fc.oneof(fc.integer(), fc.constantFrom(0, -1, 0.5));
      case 'boolean':
        return fc.boolean();
      case 'array':
        return depth < DEEPEST
          ? fc.array(arbitraryOf(schema.items ?? {}, depth + 1), { maxLength: 3 })
          : fc.constant([]);
      case 'object':
        return object(schema, depth);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  };

  const made = new Map<string, fc.Arbitrary<unknown>>();
  const ofName = (name: string, depth: number): fc.Arbitrary<unknown> => {
    const key = `${name} ${depth}`;
    const arbitrary = made.get(key) ?? arbitraryOf(named(name), depth);
    made.set(key, arbitrary);
    return arbitrary;
  };

  const arbitraryOf = (schema: JsonSchema, depth: number): fc.Arbitrary<unknown> => {
    if (schema.$ref !== undefined) return ofName(nameIn(schema.$ref), depth);
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((one) => arbitraryOf(one, depth)));
    return byType(schema, depth);
  };
  return arbitraryOf(named(root), 0);
};
