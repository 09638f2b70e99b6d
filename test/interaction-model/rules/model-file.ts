import * as v from 'valibot';

const texts = v.array(v.string());

const slotInModel = v.strictObject({
  name: v.string(),
  type: v.string(),
  samples: v.optional(texts),
  multipleValues: v.optional(v.strictObject({ enabled: v.boolean() })),
});

const intentInModel = v.strictObject({
  name: v.string(),
  slots: v.optional(v.array(slotInModel)),
  samples: v.optional(texts),
});

const value = v.strictObject({
  id: v.optional(v.string()),
  name: v.strictObject({ value: v.string(), synonyms: texts }),
});

const typeInModel = v.strictObject({ name: v.string(), values: v.array(value) });

const dialogPrompts = v.strictObject({ elicitation: v.optional(v.string()), confirmation: v.optional(v.string()) });

const validation = v.strictObject({
  type: v.string(),
  prompt: v.string(),
  values: v.optional(texts),
  value: v.optional(v.string()),
  start: v.optional(v.string()),
  end: v.optional(v.string()),
});

const slotInDialog = v.strictObject({
  name: v.string(),
  type: v.string(),
  elicitationRequired: v.optional(v.boolean()),
  confirmationRequired: v.optional(v.boolean()),
  prompts: dialogPrompts,
  validations: v.optional(v.array(validation)),
});

const intentInDialog = v.strictObject({
  name: v.string(),
  delegationStrategy: v.optional(v.string()),
  confirmationRequired: v.optional(v.boolean()),
  prompts: v.optional(dialogPrompts),
  slots: v.optional(v.array(slotInDialog)),
});

const prompt = v.strictObject({
  id: v.string(),
  variations: v.array(v.strictObject({ type: v.string(), value: v.string() })),
});

/** The whole file, with nothing in it that Amazon's schema does not name (voice model 1.1, rule IM-02). */
export const modelFileSchema = v.strictObject({
  version: v.optional(v.string()),
  description: v.optional(v.string()),
  interactionModel: v.strictObject({
    languageModel: v.strictObject({
      invocationName: v.string(),
      modelConfiguration: v.optional(
        v.strictObject({ fallbackIntentSensitivity: v.optional(v.strictObject({ level: v.string() })) }),
      ),
      intents: v.array(intentInModel),
      types: v.optional(v.array(typeInModel)),
    }),
    dialog: v.optional(
      v.strictObject({ delegationStrategy: v.optional(v.string()), intents: v.array(intentInDialog) }),
    ),
    prompts: v.optional(v.array(prompt)),
    _nameFreeInteraction: v.optional(v.looseObject({})),
  }),
});

export type ModelFile = v.InferOutput<typeof modelFileSchema>;
export type IntentInModel = v.InferOutput<typeof intentInModel>;
export type SlotInModel = v.InferOutput<typeof slotInModel>;
export type TypeInModel = v.InferOutput<typeof typeInModel>;

/** A model file under inspection: its locale, its text as it stands on disk, and what the text says. */
export type Given = { readonly locale: string; readonly text: string; readonly model: ModelFile };

/** One rule of voice model 1.7. `breaches` says where it is broken, in words for the writer of the model; nothing when it holds. */
export type Rule = {
  readonly id: string;
  readonly says: string;
  readonly breaches: (given: Given) => readonly string[];
};

export const languageModel = ({ model }: Given) => model.interactionModel.languageModel;
export const intentsOf = (given: Given): readonly IntentInModel[] => languageModel(given).intents;
export const typesOf = (given: Given): readonly TypeInModel[] => languageModel(given).types ?? [];
export const slotsOf = (intent: IntentInModel): readonly SlotInModel[] => intent.slots ?? [];
export const samplesOf = (intent: IntentInModel): readonly string[] => intent.samples ?? [];
export const isBuiltIn = ({ name }: IntentInModel): boolean => name.startsWith('AMAZON.');
export const customIntentsOf = (given: Given): readonly IntentInModel[] =>
  intentsOf(given).filter((intent) => !isBuiltIn(intent));
export const dialogIntentsOf = ({ model }: Given) => model.interactionModel.dialog?.intents ?? [];
export const promptsOf = ({ model }: Given) => model.interactionModel.prompts ?? [];

/** Every sample with the intent it belongs to, the slots' own samples too. */
export const everySample = (given: Given): readonly { readonly intent: IntentInModel; readonly sample: string }[] =>
  intentsOf(given).flatMap((intent) =>
    [...samplesOf(intent), ...slotsOf(intent).flatMap((slot) => slot.samples ?? [])].map((sample) => ({
      intent,
      sample,
    })),
  );

export const slotNamesIn = (sample: string): readonly string[] =>
  [...sample.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');

export const wordsAround = (sample: string): string => sample.replace(/\{[^{}]*\}/g, ' ');

/** The texts that occur more than once, ignoring case. */
export const repeated = (texts: readonly string[]): readonly string[] =>
  [...Map.groupBy(texts, (text) => text.toLowerCase())].filter(([, same]) => same.length > 1).map(([text]) => text);
