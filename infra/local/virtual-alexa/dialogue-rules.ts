import type { Directive, dialog, er, Intent, Response } from 'ask-sdk-model';
import { dialogueIntent, type InteractionModel, isSlotType, slotNames } from './interaction-model.ts';

export type DialogueDirective =
  | dialog.DelegateDirective
  | dialog.ElicitSlotDirective
  | dialog.ConfirmSlotDirective
  | dialog.ConfirmIntentDirective;

const MOST_ENTITIES = 100;

const isDialogueDirective = (directive: Directive): directive is DialogueDirective =>
  ['Dialog.Delegate', 'Dialog.ElicitSlot', 'Dialog.ConfirmSlot', 'Dialog.ConfirmIntent'].includes(directive.type);

const isDynamicEntities = (directive: Directive): directive is dialog.DynamicEntitiesDirective =>
  directive.type === 'Dialog.UpdateDynamicEntities';

export const dialogueDirectives = (response: Response): readonly DialogueDirective[] =>
  response.directives?.filter(isDialogueDirective) ?? [];

export const entityUpdates = (response: Response): readonly dialog.DynamicEntitiesDirective[] =>
  response.directives?.filter(isDynamicEntities) ?? [];

const isOwnVoice = (response: Response): boolean =>
  response.outputSpeech !== undefined || response.reprompt !== undefined || response.shouldEndSession === true;

/** The slot must belong to the intent, and so must every slot of an updated intent. */
const slotFault = (directive: DialogueDirective, intent: Intent, model: InteractionModel): string | undefined => {
  const known = slotNames(model, intent.name);
  const asked =
    directive.type === 'Dialog.ElicitSlot'
      ? [directive.slotToElicit]
      : directive.type === 'Dialog.ConfirmSlot'
        ? [directive.slotToConfirm]
        : [];
  const strange = [...asked, ...Object.keys(directive.updatedIntent?.slots ?? {})].find(
    (slot) => !known.includes(slot),
  );
  return strange === undefined ? undefined : `${directive.type} names a slot that ${intent.name} does not have`;
};

const directiveFault = (
  directive: DialogueDirective,
  response: Response,
  current: Intent | undefined,
  model: InteractionModel,
) => {
  const intent = directive.updatedIntent ?? current;
  if (intent === undefined) return `${directive.type} without an intent`;
  if (dialogueIntent(model, intent.name) === undefined)
    return `${directive.type} for ${intent.name}, which has no dialogue model`;
  if (directive.type === 'Dialog.Delegate' && isOwnVoice(response))
    return 'Dialog.Delegate with speech or an end of its own';
  const isOpen = response.shouldEndSession === false || response.shouldEndSession === null;
  if (directive.type !== 'Dialog.Delegate' && !isOpen)
    return `${directive.type} with a session that does not stay open`;
  return slotFault(directive, intent, model);
};

const entityCount = (types: readonly er.dynamic.EntityListItem[]): number =>
  types.flatMap(({ values }) => values).reduce((sum, { name }) => sum + 1 + (name.synonyms?.length ?? 0), 0);

const entitiesFault = (
  { types = [] }: dialog.DynamicEntitiesDirective,
  model: InteractionModel,
): string | undefined => {
  if (types.some(({ name }) => !isSlotType(model, name)))
    return 'Dialog.UpdateDynamicEntities for a slot type that the model does not use';
  return entityCount(types) > MOST_ENTITIES
    ? `more than ${MOST_ENTITIES} dynamic entities, synonyms included`
    : undefined;
};

/**
 * What Amazon refuses in the dialogue directives of a response: an intent without a dialogue model, a slot that is not
 * the intent's, a question with a closed session, Delegate with words of its own, two questions at once, entities for
 * an unknown slot type (Amazon, "Dialog Interface Reference"). `undefined` if there is nothing.
 */
export const dialogueFault = (
  response: Response,
  current: Intent | undefined,
  model: InteractionModel,
): string | undefined => {
  const directives = dialogueDirectives(response);
  if (directives.length > 1) return 'more than one dialogue directive';
  const updates = entityUpdates(response);
  if (updates.length > 1) return 'more than one Dialog.UpdateDynamicEntities';
  const faults = [
    ...directives.map((directive) => directiveFault(directive, response, current, model)),
    ...updates.map((update) => entitiesFault(update, model)),
  ];
  return faults.find((fault) => fault !== undefined);
};
