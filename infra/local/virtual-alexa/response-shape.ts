import type { ResponseEnvelope } from 'ask-sdk-model';
import * as v from 'valibot';

const speech = v.variant('type', [
  v.looseObject({ type: v.literal('SSML'), ssml: v.string() }),
  v.looseObject({ type: v.literal('PlainText'), text: v.string() }),
]);

const card = v.variant('type', [
  v.looseObject({ type: v.literal('Simple'), title: v.optional(v.string()), content: v.optional(v.string()) }),
  v.looseObject({ type: v.literal('Standard'), title: v.optional(v.string()), text: v.optional(v.string()) }),
  v.looseObject({ type: v.literal('LinkAccount') }),
  v.looseObject({
    type: v.literal('AskForPermissionsConsent'),
    permissions: v.pipe(v.array(v.string()), v.minLength(1)),
  }),
]);

const slot = v.looseObject({ name: v.string(), confirmationStatus: v.picklist(['NONE', 'CONFIRMED', 'DENIED']) });

const intent = v.looseObject({
  name: v.string(),
  confirmationStatus: v.picklist(['NONE', 'CONFIRMED', 'DENIED']),
  slots: v.optional(v.record(v.string(), slot)),
});

const entity = v.looseObject({
  id: v.optional(v.string()),
  name: v.looseObject({ value: v.string(), synonyms: v.optional(v.array(v.string())) }),
});

const directive = v.variant('type', [
  v.looseObject({ type: v.literal('Dialog.Delegate'), updatedIntent: v.optional(intent) }),
  v.looseObject({ type: v.literal('Dialog.ElicitSlot'), slotToElicit: v.string(), updatedIntent: v.optional(intent) }),
  v.looseObject({
    type: v.literal('Dialog.ConfirmSlot'),
    slotToConfirm: v.string(),
    updatedIntent: v.optional(intent),
  }),
  v.looseObject({ type: v.literal('Dialog.ConfirmIntent'), updatedIntent: v.optional(intent) }),
  v.looseObject({
    type: v.literal('Dialog.UpdateDynamicEntities'),
    updateBehavior: v.picklist(['REPLACE', 'CLEAR']),
    types: v.optional(v.array(v.looseObject({ name: v.string(), values: v.array(entity) }))),
  }),
  v.looseObject({
    type: v.literal('Alexa.Presentation.APL.RenderDocument'),
    token: v.optional(v.string()),
    document: v.record(v.string(), v.unknown()),
    datasources: v.optional(v.record(v.string(), v.unknown())),
  }),
  v.looseObject({
    type: v.literal('Alexa.Presentation.APL.ExecuteCommands'),
    token: v.string(),
    commands: v.array(v.unknown()),
  }),
  v.looseObject({ type: v.literal('Connections.SendRequest'), name: v.string(), token: v.optional(v.string()) }),
  v.looseObject({ type: v.literal('Connections.StartConnection'), uri: v.string(), token: v.optional(v.string()) }),
]);

const shape = v.looseObject({
  version: v.string(),
  sessionAttributes: v.nullish(v.record(v.string(), v.unknown())),
  response: v.looseObject({
    outputSpeech: v.optional(speech),
    reprompt: v.optional(v.looseObject({ outputSpeech: v.optional(speech) })),
    card: v.optional(card),
    directives: v.optional(v.array(directive)),
    shouldEndSession: v.nullish(v.boolean()),
  }),
});

/**
 * Whether what came over the wire has the shape of a skill's response. Directives are the ones this Alexa plays
 * (dialogue, APL and connections); any other is not a response to her.
 */
export const isResponseEnvelope = (wire: unknown): wire is ResponseEnvelope => v.is(shape, wire);

/** Where the shape is wrong: the path only, never the words. */
export const shapeFault = (wire: unknown): string => {
  const parsed = v.safeParse(shape, wire);
  const path = parsed.success ? null : v.getDotPath(parsed.issues[0]);
  return `the response does not have the shape of one, at ${path ?? 'its top'}`;
};
