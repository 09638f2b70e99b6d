import type { Intent, Slot } from 'ask-sdk-model';

/** The part of an Alexa interaction model file (`en-GB.json`) that governs dialogues. */
export type InteractionModel = {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly {
        readonly name: string;
        readonly slots?: readonly { readonly name: string; readonly type: string }[];
      }[];
    };
    readonly dialog?: { readonly delegationStrategy?: string; readonly intents: readonly DialogueIntent[] };
    readonly prompts?: readonly { readonly id: string; readonly variations: readonly PromptVariation[] }[];
  };
};

export type PromptVariation = { readonly type: string; readonly value: string };

type Prompts = { readonly elicitation?: string; readonly confirmation?: string };

export type DialogueIntent = {
  readonly name: string;
  readonly delegationStrategy?: string;
  readonly confirmationRequired?: boolean;
  readonly prompts?: Prompts;
  readonly slots?: readonly DialogueSlot[];
};

export type DialogueSlot = {
  readonly name: string;
  readonly elicitationRequired?: boolean;
  readonly confirmationRequired?: boolean;
  readonly prompts?: Prompts;
};

export const dialogueIntent = (model: InteractionModel, name: string): DialogueIntent | undefined =>
  model.interactionModel.dialog?.intents.find((intent) => intent.name === name);

/** Whether Alexa conducts the whole dialogue herself and calls the skill only when it is complete. */
export const isAlwaysDelegated = (model: InteractionModel, intent: DialogueIntent): boolean =>
  (intent.delegationStrategy ?? model.interactionModel.dialog?.delegationStrategy) === 'ALWAYS';

export const slotNames = (model: InteractionModel, intent: string): readonly string[] =>
  model.interactionModel.languageModel.intents.find(({ name }) => name === intent)?.slots?.map(({ name }) => name) ??
  [];

export const isSlotType = (model: InteractionModel, type: string): boolean =>
  model.interactionModel.languageModel.intents.some(({ slots }) => slots?.some((slot) => slot.type === type) ?? false);

/** The first wording of a prompt: this Alexa always chooses the first, so that a conversation is the same every time. */
export const promptOf = (model: InteractionModel, id: string | undefined): PromptVariation | undefined =>
  model.interactionModel.prompts?.find((prompt) => prompt.id === id)?.variations[0];

/** Alexa sends every slot of the intent, also those that were not spoken: then without `value`. */
export const withAllSlots = (model: InteractionModel, intent: Intent): Intent => {
  const names = slotNames(model, intent.name);
  if (names.length === 0) return intent;
  const silent = names.map((name): [string, Slot] => [name, { name, confirmationStatus: 'NONE' }]);
  return { ...intent, slots: { ...Object.fromEntries(silent), ...intent.slots } };
};
