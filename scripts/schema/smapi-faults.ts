import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schemas } from '../../infra/schema/json-schema.ts';
import { schemaFaults } from '../../infra/schema/schema-faults.ts';
import { schemasOfPackage } from '../build-alexa-schemas.ts';

const SPEC = join(import.meta.dirname, '../../node_modules/ask-smapi-model/spec.json');

/** What is handed to Amazon's Skill Management API, by the name of its schema and of its type. */
export const MANIFEST = {
  schema: 'v1.skill.Manifest.SkillManifestEnvelope',
  type: 'v1.skill.Manifest.SkillManifestEnvelope',
};
export const MODEL = {
  schema: 'v1.skill.interactionModel.InteractionModelData',
  type: 'v1.skill.interactionModel.InteractionModelData',
};

/** Interfaces that the specification names and the declarations forgot. */
const UNDECLARED = ['ALEXA_DATA_STORE', 'ALEXA_EXTENSION'];

/** The same without what only the specification can judge. */
const declared = (value: object): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
    key === 'interfaces' && Array.isArray(inner) ? inner.filter(({ type }) => !UNDECLARED.includes(type)) : inner,
  );

/**
 * Where something is not what the Skill Management API takes. Its specification knows the lengths and patterns, its declarations
 * which fields there are; both are asked.
 */
export const smapiFaults = async (of: typeof MANIFEST, value: object): Promise<readonly string[]> => {
  const spec: { readonly definitions: Schemas } = JSON.parse(await readFile(SPEC, 'utf8'));
  const types = await schemasOfPackage('ask-smapi-model', [of.type]);
  return [...schemaFaults(spec.definitions)(of.schema, value), ...schemaFaults(types)(of.type, declared(value))];
};
