import * as v from 'valibot';

const values = v.array(
  v.object({
    id: v.optional(v.string()),
    name: v.object({ value: v.string(), synonyms: v.optional(v.array(v.string()), []) }),
  }),
);

const slot = v.object({ name: v.string(), type: v.string(), samples: v.optional(v.array(v.string()), []) });

const intent = v.object({
  name: v.string(),
  slots: v.optional(v.array(slot), []),
  samples: v.optional(v.array(v.string()), []),
});

const interactionModel = v.object({
  interactionModel: v.object({
    languageModel: v.object({
      invocationName: v.string(),
      intents: v.array(intent),
      types: v.optional(v.array(v.object({ name: v.string(), values })), []),
    }),
  }),
});

/** What understanding needs of a model file of the ASK CLI (`interactionModels/custom/<locale>.json`): what residents say. */
export type LanguageModel = v.InferOutput<typeof interactionModel>['interactionModel']['languageModel'];
export type ModelIntent = LanguageModel['intents'][number];
export type ModelSlot = ModelIntent['slots'][number];
export type ModelType = LanguageModel['types'][number];

/** Reads the text of a model file. Throws when it is not JSON or not a model: a broken model is a fault of ours. */
export const readLanguageModel = (text: string): LanguageModel =>
  v.parse(interactionModel, JSON.parse(text)).interactionModel.languageModel;
