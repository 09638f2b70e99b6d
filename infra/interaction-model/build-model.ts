import type { IntentSource, ModelSource, SlotSource, TypeSource } from './read-source.ts';

const INVOCATION_NAME = 'bell bird';

const short = (intent: string): string => intent.replace(/Intent$/, '');
const elicitationId = (intent: string, slot: string): string => `Elicit.${short(intent)}.${slot}`;
const confirmationId = (intent: string): string => `Confirm.${short(intent)}`;

/** The intents with what stands elsewhere (`@also`) joined to them; a sample counts once. */
const merged = (intents: readonly IntentSource[]): readonly IntentSource[] => {
  const names = new Set(intents.filter(({ isMore }) => !isMore).map(({ name }) => name));
  const stray = intents.find(({ name }) => !names.has(name));
  if (stray !== undefined) throw new Error(`@also ${stray.name}: there is no such @intent`);
  return intents
    .filter(({ isMore }) => !isMore)
    .map((intent) => ({
      ...intent,
      samples: [...new Set(intents.filter(({ name }) => name === intent.name).flatMap(({ samples }) => samples))],
    }));
};

const slotInModel = ({ name, type, answers }: SlotSource) => ({
  name,
  type,
  ...(answers.length === 0 ? {} : { samples: answers }),
});

const intentInModel = ({ name, slots, samples }: IntentSource) => ({
  name,
  ...(slots.length === 0 ? {} : { slots: slots.map(slotInModel) }),
  samples,
});

const typeInModel = ({ name, values }: TypeSource) => ({
  name,
  values: values.map(({ id, forms: [value = '', ...synonyms] }) => ({ id, name: { value, synonyms } })),
});

const hasDialogue = ({ slots, confirms }: IntentSource): boolean =>
  confirms.length > 0 || slots.some(({ asks }) => asks.length > 0);

const slotInDialogue = (intent: string, { name, type, asks }: SlotSource) => ({
  name,
  type,
  elicitationRequired: asks.length > 0,
  confirmationRequired: false,
  prompts: asks.length === 0 ? {} : { elicitation: elicitationId(intent, name) },
});

const intentInDialogue = ({ name, slots, confirms }: IntentSource) => ({
  name,
  delegationStrategy: 'SKILL_RESPONSE',
  confirmationRequired: confirms.length > 0,
  prompts: confirms.length === 0 ? {} : { confirmation: confirmationId(name) },
  slots: slots.map((slot) => slotInDialogue(name, slot)),
});

const prompt = (id: string, wordings: readonly string[]) => ({
  id,
  variations: wordings.map((value) => ({ type: 'PlainText', value })),
});

const promptsOf = ({ name, slots, confirms }: IntentSource) => [
  ...slots.filter(({ asks }) => asks.length > 0).map((slot) => prompt(elicitationId(name, slot.name), slot.asks)),
  ...(confirms.length === 0 ? [] : [prompt(confirmationId(name), confirms)]),
];

/** The interaction model as the ASK CLI takes it (voice model 1.1), from its sources in order. */
export const buildModel = (sources: readonly ModelSource[]) => {
  const intents = merged(sources.flatMap((source) => source.intents));
  return {
    interactionModel: {
      languageModel: {
        invocationName: INVOCATION_NAME,
        modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        intents: intents.map(intentInModel),
        types: sources.flatMap((source) => source.types).map(typeInModel),
      },
      dialog: { delegationStrategy: 'SKILL_RESPONSE', intents: intents.filter(hasDialogue).map(intentInDialogue) },
      prompts: intents.flatMap(promptsOf),
    },
  };
};
