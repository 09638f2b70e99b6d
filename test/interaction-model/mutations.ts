import type { ModelFile } from './rules/model-file.ts';

/** A fault put into a copy of the model, which the rule of that id must see. */
export type Mutation = { readonly fault: string; readonly into: (model: ModelFile) => void };

const intent = (model: ModelFile, name: string) => {
  const found = model.interactionModel.languageModel.intents.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no intent ${name}`);
  return found;
};

const addSample =
  (name: string, ...samples: string[]) =>
  (model: ModelFile): void => {
    intent(model, name).samples?.push(...samples);
  };

const addSlot =
  (name: string, slot: string, type: string) =>
  (model: ModelFile): void => {
    const found = intent(model, name);
    found.slots = [...(found.slots ?? []), { name: slot, type }];
  };

const without =
  (name: string) =>
  (model: ModelFile): void => {
    const { languageModel } = model.interactionModel;
    languageModel.intents = languageModel.intents.filter((one) => one.name !== name);
  };

const called =
  (name: string) =>
  (model: ModelFile): void => {
    model.interactionModel.languageModel.invocationName = name;
  };

const type = (model: ModelFile, name: string) => {
  const found = model.interactionModel.languageModel.types?.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no type ${name}`);
  return found;
};

const addType =
  (name: string, ...values: string[]) =>
  (model: ModelFile): void => {
    const added = values.map((value) => ({ id: value.toUpperCase(), name: { value, synonyms: [] } }));
    model.interactionModel.languageModel.types?.push({ name, values: added });
  };

const addSynonym =
  (synonym: string) =>
  (model: ModelFile): void => {
    type(model, 'CareSubject').values[0]?.name.synonyms.push(synonym);
  };

const dialogIntent = (model: ModelFile, name: string) => {
  const found = model.interactionModel.dialog?.intents.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no dialogue for ${name}`);
  return found;
};

const dialogSlot = (model: ModelFile, name: string) => {
  const slot = dialogIntent(model, name).slots?.[0];
  if (slot === undefined) throw new Error(`no slot in the dialogue of ${name}`);
  return slot;
};

const freeText =
  (...samples: string[]) =>
  (model: ModelFile): void => {
    addSlot('RingMeIntent', 'body', 'AMAZON.SearchQuery')(model);
    addSample('RingMeIntent', ...samples)(model);
  };

/** One fault or more for each rule that a model can break. IM-01 and IM-02 are about the text and stand in the test. */
export const MUTATIONS: Readonly<Record<string, readonly Mutation[]>> = {
  'IM-04': [
    { fault: 'a capital', into: called('Bell bird') },
    { fault: 'a digit', into: called('bell bird 2') },
    { fault: 'two spaces', into: called('bell  bird') },
    { fault: 'one letter', into: called('b') },
  ],
  'IM-05': [
    { fault: 'one word', into: called('bellbird') },
    { fault: 'a launch word', into: called('open bird') },
    { fault: 'a wake word', into: called('echo bird') },
    { fault: 'the word skill', into: called('bird skill') },
  ],
  'IM-06': [{ fault: 'an article', into: called('the bird') }],
  'IM-07': [{ fault: 'a contraction', into: called("bird can't") }],
  'IM-08': [
    {
      fault: 'no samples at all',
      into: (model) => {
        for (const one of model.interactionModel.languageModel.intents) one.samples = [];
      },
    },
  ],
  'IM-09': [
    {
      fault: 'a name twice but for its case',
      into: (model) => void model.interactionModel.languageModel.intents.push({ name: 'ringmeintent', samples: ['x'] }),
    },
  ],
  'IM-10': [
    {
      fault: 'a digit',
      into: (model) => {
        intent(model, 'RingMeIntent').name = 'RingMe2Intent';
      },
    },
  ],
  'IM-11': [
    {
      fault: 'an invented built-in',
      into: (model) =>
        void model.interactionModel.languageModel.intents.push({ name: 'AMAZON.SingIntent', samples: [] }),
    },
  ],
  'IM-12': [
    { fault: 'no Help', into: without('AMAZON.HelpIntent') },
    { fault: 'no Cancel', into: without('AMAZON.CancelIntent') },
  ],
  'IM-13': [{ fault: 'no NavigateHome', into: without('AMAZON.NavigateHomeIntent') }],
  'IM-14': [
    { fault: 'no Fallback', into: without('AMAZON.FallbackIntent') },
    { fault: 'a sample for Fallback', into: addSample('AMAZON.FallbackIntent', 'anything') },
  ],
  'IM-15': [{ fault: 'no Yes', into: without('AMAZON.YesIntent') }],
  'IM-16': [
    {
      fault: 'an intent without samples',
      into: (model) => {
        intent(model, 'RingMeIntent').samples = [];
      },
    },
  ],
  'IM-17': [
    { fault: 'a sample of another intent', into: addSample('RingMeIntent', 'who is coming') },
    { fault: 'the same frame with the same type', into: addSample('RingMeIntent', 'tell me about {subject}') },
  ],
  'IM-18': [{ fault: 'a sample twice', into: addSample('RingMeIntent', 'ring me') }],
  'IM-19': [
    { fault: 'a slot twice', into: addSlot('RingMeIntent', 'subject', 'CareSubject') },
    { fault: 'a digit', into: addSlot('RingMeIntent', 'day2', 'AMAZON.DATE') },
  ],
  'IM-20': [{ fault: 'another type', into: addSlot('RingMeIntent', 'day', 'AMAZON.TIME') }],
  'IM-21': [
    { fault: 'an unknown type', into: addSlot('RingMeIntent', 'who', 'CareWorkerName') },
    { fault: 'a type that en-GB lacks', into: addSlot('RingMeIntent', 'where', 'AMAZON.PostalAddress') },
  ],
  'IM-22': [{ fault: 'a literal', into: addSlot('RingMeIntent', 'words', 'AMAZON.LITERAL') }],
  'IM-23': [{ fault: 'a digit', into: addType('Colour2', 'red') }],
  'IM-24': [{ fault: 'no value', into: addType('Colour') }],
  'IM-25': [{ fault: 'a type nobody uses', into: addType('Colour', 'red') }],
  'IM-26': [{ fault: "another value's synonym", into: addSynonym('wheelie bin') }],
  'IM-27': [
    {
      fault: 'no id',
      into: (model) => {
        delete type(model, 'CareSubject').values[0]?.id;
      },
    },
    {
      fault: 'an id twice',
      into: (model) => {
        const [first, second] = type(model, 'CareSubject').values;
        if (first?.id !== undefined && second !== undefined) second.id = first.id;
      },
    },
  ],
  'IM-28': [
    { fault: 'a digit', into: addSynonym('5 meals') },
    { fault: 'a comma', into: addSynonym('meals, hot') },
  ],
  'IM-29': [{ fault: 'a question mark', into: addSample('RingMeIntent', 'ring me?') }],
  'IM-30': [
    { fault: 'a digit', into: addSample('RingMeIntent', 'ring me at 8') },
    { fault: 'a smart quote', into: addSample('RingMeIntent', 'i’d like a ring') },
  ],
  'IM-31': [
    { fault: "a custom intent's sample", into: addSample('AMAZON.HelpIntent', 'ring me') },
    { fault: "another built-in's phrase", into: addSample('AMAZON.HelpIntent', 'stop') },
    { fault: 'a phrase of Amazon in a custom intent', into: addSample('RingMeIntent', 'help me') },
  ],
  'IM-32': [{ fault: 'a slot not declared', into: addSample('RingMeIntent', 'ring me on {day}') }],
  'IM-33': [{ fault: 'a slot not used', into: addSlot('RingMeIntent', 'day', 'AMAZON.DATE') }],
  'IM-34': [{ fault: 'a slot twice', into: addSample('RingMeIntent', 'ring me about {subject} or {subject}') }],
  'IM-35': [
    { fault: 'an open brace', into: addSample('RingMeIntent', 'ring me about {subject') },
    { fault: 'the old form', into: addSample('RingMeIntent', 'ring me about {bins|subject}') },
  ],
  'IM-36': [{ fault: 'a slot against a word', into: addSample('RingMeIntent', 'ring me about{subject}') }],
  'IM-37': [{ fault: 'free text alone', into: freeText('{body}') }],
  'IM-38': [{ fault: 'free text and a slot', into: freeText('tell {subject} that {body}') }],
  'IM-39': [{ fault: 'a slot alone, not elicited', into: addSample('RingMeIntent', '{subject}') }],
  'IM-40': [{ fault: 'two slots together', into: addSample('WhoIsComingIntent', 'is she here {day} {partOfDay}') }],
  'IM-41': [
    { fault: 'the wake word', into: addSample('RingMeIntent', 'alexa ring me') },
    { fault: 'the invocation name', into: addSample('RingMeIntent', 'ask bell bird to ring me') },
  ],
  'IM-42': [
    { fault: 'a capital', into: addSample('RingMeIntent', 'Ring me now') },
    { fault: 'a space at the end', into: addSample('RingMeIntent', 'ring me now ') },
  ],
  'IM-43': [
    { fault: 'only the plain form', into: addSample('RingMeIntent', 'can the gp ring me') },
    { fault: 'a synonym only spelled out', into: addSynonym('t. v. dinners') },
  ],
  'IM-44': [{ fault: 'a sermon', into: addSample('RingMeIntent', `ring ${'and ring '.repeat(13)}me`) }],
  'IM-45': [
    {
      fault: '29 samples',
      into: (model) => {
        const found = intent(model, 'LowMoodIntent');
        found.samples = (found.samples ?? []).slice(0, 29);
      },
    },
    {
      fault: 'a slot in too few samples',
      into: (model) => {
        const found = intent(model, 'RingMeIntent');
        const samples = found.samples ?? [];
        found.samples = [
          ...samples.filter((s) => !s.includes('{')),
          ...samples.filter((s) => s.includes('{')).slice(0, 9),
        ];
      },
    },
    {
      fault: 'no question',
      into: (model) => {
        const found = intent(model, 'ReminderDoneIntent');
        found.samples = (found.samples ?? []).filter((sample) => !/^(?:can|could|did)/.test(sample));
      },
    },
  ],
  'IM-46': [{ fault: 'an American word', into: addSample('RingMeIntent', 'ring my mom') }],
  'IM-47': [
    {
      fault: 'no prompt',
      into: (model) => {
        dialogSlot(model, 'PairEchoIntent').prompts = {};
      },
    },
  ],
  'IM-48': [
    {
      fault: 'an intent without one',
      into: (model) => {
        dialogIntent(model, 'RingMeIntent').prompts = {};
      },
    },
    {
      fault: 'a slot without one',
      into: (model) => {
        dialogSlot(model, 'PairEchoIntent').confirmationRequired = true;
      },
    },
  ],
  'IM-49': [
    {
      fault: 'a prompt that is not there',
      into: (model) => {
        dialogSlot(model, 'PairEchoIntent').prompts = { elicitation: 'Elicit.Nothing' };
      },
    },
  ],
  'IM-50': [
    {
      fault: 'a prompt nobody uses',
      into: (model) =>
        void model.interactionModel.prompts?.push({ id: 'Spare', variations: [{ type: 'PlainText', value: 'Spare' }] }),
    },
  ],
  'IM-51': [
    {
      fault: 'an intent the model lacks',
      into: (model) => {
        dialogIntent(model, 'RingMeIntent').name = 'PhoneMeIntent';
      },
    },
    {
      fault: 'another type',
      into: (model) => {
        dialogSlot(model, 'PairEchoIntent').type = 'AMAZON.FOUR_DIGIT_NUMBER';
      },
    },
  ],
  'IM-52': [
    {
      fault: 'a slot left out',
      into: (model) => {
        dialogIntent(model, 'RingMeIntent').slots = [];
      },
    },
  ],
  'IM-53': [
    {
      fault: 'a duration on a custom type',
      into: (model) => {
        dialogSlot(model, 'CareQuestionIntent').validations = [
          { type: 'isInDuration', prompt: 'Elicit.CareQuestion.subject', start: 'P0D', end: 'P1D' },
        ];
      },
    },
    {
      fault: 'a value that the type lacks',
      into: (model) => {
        dialogSlot(model, 'CareQuestionIntent').validations = [
          { type: 'isInSet', prompt: 'Elicit.CareQuestion.subject', values: ['penguins'] },
        ];
      },
    },
  ],
  'IM-54': [
    {
      fault: 'a tag that Alexa does not know',
      into: (model) => {
        const variation = model.interactionModel.prompts?.[0]?.variations[0];
        if (variation !== undefined) Object.assign(variation, { type: 'SSML', value: '<speak>Hello <blink/></speak>' });
      },
    },
    {
      fault: 'a slot that no intent has',
      into: (model) => {
        const variation = model.interactionModel.prompts?.[0]?.variations[0];
        if (variation !== undefined) variation.value = 'Is it {penguin}?';
      },
    },
  ],
  'IM-59': [
    {
      fault: 'a phrase for an intent that is not there',
      into: (model) => {
        model.interactionModel._nameFreeInteraction = { ingressPoints: [{ type: 'INTENT', name: 'PenguinIntent' }] };
      },
    },
    {
      fault: 'a phrase with a slot',
      into: (model) => {
        const sampleUtterances = [{ format: 'RAW_TEXT', value: 'who is coming {day}' }];
        model.interactionModel._nameFreeInteraction = { ingressPoints: [{ type: 'LAUNCH', sampleUtterances }] };
      },
    },
  ],
  'IM-60': [
    {
      fault: 'an intent without a handler',
      into: (model) => void model.interactionModel.languageModel.intents.push({ name: 'PenguinIntent' }),
    },
    { fault: 'a handler without an intent', into: without('RingMeIntent') },
  ],
  'IM-62': [
    { fault: 'the same words, with the slot elsewhere', into: addSample('RingMeIntent', 'tell me {subject} about') },
  ],
  'IM-55': [
    {
      fault: 'a tag',
      into: (model) => {
        const variation = model.interactionModel.prompts?.[0]?.variations[0];
        if (variation !== undefined) variation.value = 'Hello <break/>';
      },
    },
  ],
  'IM-56': [
    {
      fault: 'an invented strategy',
      into: (model) => {
        dialogIntent(model, 'RingMeIntent').delegationStrategy = 'SOMETIMES';
      },
    },
  ],
  'IM-57': [
    {
      fault: 'several free texts',
      into: (model) => {
        freeText('say {body}')(model);
        const slot = intent(model, 'RingMeIntent').slots?.at(-1);
        if (slot !== undefined) slot.multipleValues = { enabled: true };
      },
    },
  ],
  'IM-58': [
    {
      fault: 'an invented level',
      into: (model) => {
        model.interactionModel.languageModel.modelConfiguration = { fallbackIntentSensitivity: { level: 'LOWEST' } };
      },
    },
  ],
  'IM-63': [{ fault: 'a cry for help elsewhere', into: addSample('RingMeIntent', "please i've fallen over") }],
  G14: [
    { fault: 'a medicine in a sample', into: addSample('MyRemindersIntent', 'have i had my tablets') },
    { fault: 'a condition in a value', into: addSynonym('meals for diabetes') },
  ],
  'residents 7.1 rule 16': [
    { fault: 'a bare council', into: addSample('RingMeIntent', 'council') },
    { fault: 'a bare cancel', into: addSynonym('cancel') },
  ],
};
