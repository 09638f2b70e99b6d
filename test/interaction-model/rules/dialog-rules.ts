import {
  dialogIntentsOf,
  type Given,
  intentsOf,
  promptsOf,
  type Rule,
  repeated,
  slotsOf,
  typesOf,
} from './model-file.ts';

const ON_CUSTOM_TYPES = ['hasEntityResolutionMatch', 'isInSet', 'isNotInSet'];
const ON_NUMBERS = [
  ...['isInSet', 'isNotInSet', 'isGreaterThan', 'isGreaterThanOrEqualTo', 'isLessThan', 'isLessThanOrEqualTo'],
];
const ON_DATES = [
  'isInDuration',
  'isNotInDuration',
  'isGreaterThan',
  'isGreaterThanOrEqualTo',
  'isLessThan',
  'isLessThanOrEqualTo',
];
const DATES = ['AMAZON.DATE', 'AMAZON.TIME'];

const allowedValidations = (given: Given, type: string): readonly string[] => {
  if (typesOf(given).some(({ name }) => name === type)) return ON_CUSTOM_TYPES;
  return DATES.includes(type) ? ON_DATES : ON_NUMBERS;
};

const dialogSlots = (given: Given) =>
  dialogIntentsOf(given).flatMap((intent) => (intent.slots ?? []).map((slot) => ({ intent, slot })));

const promptIdsInUse = (given: Given): readonly string[] => [
  ...dialogIntentsOf(given).flatMap(({ prompts }) => Object.values(prompts ?? {}).flatMap((id) => id ?? [])),
  ...dialogSlots(given).flatMap(({ slot }) => [
    ...Object.values(slot.prompts).flatMap((id) => id ?? []),
    ...(slot.validations ?? []).map(({ prompt }) => prompt),
  ]),
];

const modelIntent = (given: Given, name: string) => intentsOf(given).find((intent) => intent.name === name);

export const DIALOG_RULES: readonly Rule[] = [
  {
    id: 'IM-47',
    says: 'a slot that is elicited has a prompt for it',
    breaches: (given) =>
      dialogSlots(given)
        .filter(({ slot }) => slot.elicitationRequired === true && slot.prompts.elicitation === undefined)
        .map(({ intent, slot }) => `${intent.name}.${slot.name}`),
  },
  {
    id: 'IM-48',
    says: 'an intent or slot that is confirmed has a prompt for it',
    breaches: (given) => [
      ...dialogIntentsOf(given)
        .filter(
          ({ confirmationRequired, prompts }) => confirmationRequired === true && prompts?.confirmation === undefined,
        )
        .map(({ name }) => name),
      ...dialogSlots(given)
        .filter(({ slot }) => slot.confirmationRequired === true && slot.prompts.confirmation === undefined)
        .map(({ intent, slot }) => `${intent.name}.${slot.name}`),
    ],
  },
  {
    id: 'IM-49',
    says: 'every prompt named in the dialogue is there',
    breaches: (given) => {
      const known = new Set(promptsOf(given).map(({ id }) => id));
      return promptIdsInUse(given).filter((id) => !known.has(id));
    },
  },
  {
    id: 'IM-50',
    says: 'prompts are unique and used',
    breaches: (given) => {
      const ids = promptsOf(given).map(({ id }) => id);
      const used = new Set(promptIdsInUse(given));
      return [...repeated(ids), ...ids.filter((id) => !used.has(id))];
    },
  },
  {
    id: 'IM-51',
    says: 'the dialogue names intents and slots of the model, with the same types',
    breaches: (given) => [
      ...dialogIntentsOf(given)
        .map(({ name }) => name)
        .filter((name) => modelIntent(given, name) === undefined),
      ...dialogSlots(given)
        .filter(({ intent, slot }) => {
          const declared = modelIntent(given, intent.name);
          return !(declared?.slots ?? []).some(({ name, type }) => name === slot.name && type === slot.type);
        })
        .map(({ intent, slot }) => `${intent.name}.${slot.name}`),
    ],
  },
  {
    id: 'IM-52',
    says: 'every slot of a dialogue intent is in its dialogue',
    breaches: (given) =>
      dialogIntentsOf(given).flatMap((intent) => {
        const declared = modelIntent(given, intent.name);
        const listed = new Set((intent.slots ?? []).map(({ name }) => name));
        const slots = declared === undefined ? [] : slotsOf(declared);
        return slots.filter(({ name }) => !listed.has(name)).map(({ name }) => `${intent.name}.${name}`);
      }),
  },
  {
    id: 'IM-53',
    says: 'a validation fits the type of its slot and its values are of that type',
    breaches: (given) =>
      dialogSlots(given).flatMap(({ intent, slot }) => {
        const type = typesOf(given).find(({ name }) => name === slot.type);
        const known = new Set(type?.values.flatMap(({ name }) => [name.value, ...name.synonyms]));
        return (slot.validations ?? []).flatMap((validation) => [
          ...(allowedValidations(given, slot.type).includes(validation.type)
            ? []
            : [`${intent.name}.${slot.name}: ${validation.type}`]),
          ...(type === undefined ? [] : (validation.values ?? []).filter((value) => !known.has(value))),
        ]);
      }),
  },
  {
    id: 'IM-55',
    says: 'a plain prompt has no mark-up',
    breaches: (given) =>
      promptsOf(given)
        .flatMap(({ variations }) => variations)
        .filter(({ type, value }) => type === 'PlainText' && /[<&]/.test(value))
        .map(({ value }) => value),
  },
  {
    id: 'IM-56',
    says: 'who leads the dialogue is ALWAYS or SKILL_RESPONSE',
    breaches: (given) =>
      [
        given.model.interactionModel.dialog?.delegationStrategy,
        ...dialogIntentsOf(given).map((intent) => intent.delegationStrategy),
      ]
        .flatMap((strategy) => strategy ?? [])
        .filter((strategy) => !['ALWAYS', 'SKILL_RESPONSE'].includes(strategy)),
  },
];
