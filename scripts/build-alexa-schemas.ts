import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Schemas } from '../infra/schema/json-schema.ts';
import { compileTypes } from './schema/compile-types.ts';
import { declaredTypes } from './schema/declared-types.ts';

const root = join(import.meta.dirname, '..');

/** Where the compiled schemas are kept: what the virtual Alexa checks with. */
export const alexaSchemaPath = join(root, 'infra/local/virtual-alexa/schema/ask-sdk-model.json');

/** What Amazon sends to the skill and takes from it, and the bodies of the APIs that the model describes. */
const ROOTS = [
  'RequestEnvelope',
  'ResponseEnvelope',
  'services.reminderManagement.ReminderRequest',
  'services.proactiveEvents.CreateProactiveEventRequest',
  'services.skillMessaging.SendSkillMessagingRequest',
  'services.directive.SendDirectiveRequest',
  'services.datastore.v1.CommandsRequest',
];

/** The schemas of these types, compiled from the declarations of an installed package of Amazon's. */
export const schemasOfPackage = async (name: string, roots: readonly string[]): Promise<Schemas> => {
  const declarations = await readFile(join(root, 'node_modules', name, 'index.d.ts'), 'utf8');
  return compileTypes(declaredTypes(`${name}.d.ts`, declarations), roots);
};

/** The schemas as they are written to the file, compiled from the `ask-sdk-model` that is installed. */
export const alexaSchemaText = async (): Promise<string> =>
  `${JSON.stringify(await schemasOfPackage('ask-sdk-model', ROOTS))}\n`;

if (import.meta.main) await writeFile(alexaSchemaPath, await alexaSchemaText());
