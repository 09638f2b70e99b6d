import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schemas } from '../../schema/json-schema.ts';
import { schemaFaults } from '../../schema/schema-faults.ts';

/** What this Alexa checks by schema: the envelopes, and the bodies of the APIs that Amazon's model describes. */
const NAMES = {
  request: 'RequestEnvelope',
  response: 'ResponseEnvelope',
  reminder: 'services.reminderManagement.ReminderRequest',
  'proactive-event': 'services.proactiveEvents.CreateProactiveEventRequest',
  'skill-message': 'services.skillMessaging.SendSkillMessagingRequest',
  directive: 'services.directive.SendDirectiveRequest',
  'data-store-commands': 'services.datastore.v1.CommandsRequest',
} as const;

/** The schemas compiled from the declarations of `ask-sdk-model`; a test holds that they are current. */
export const alexaSchemas: Schemas = JSON.parse(
  readFileSync(join(import.meta.dirname, 'schema/ask-sdk-model.json'), 'utf8'),
);

const faults = schemaFaults(alexaSchemas);

/**
 * Where something does not have the shape that Amazon's own model gives it: the first fault, as a path with what was expected
 * there, or `undefined`. A field that the model does not know is a fault. No value is repeated.
 */
export const alexaSchemaFault = (of: keyof typeof NAMES, value: unknown): string | undefined =>
  faults(NAMES[of], value)[0];
