import { INTENTS } from '../../../lambda/skill/intents.ts';
import {
  customIntentsOf,
  type Given,
  type IntentInModel,
  intentsOf,
  promptsOf,
  type Rule,
  samplesOf,
  slotNamesIn,
  slotsOf,
  wordsAround,
} from './model-file.ts';

/** Only the samples about health have this intent: a model without them need not declare it. */
const OPTIONAL = ['HealthQuestionIntent'];

const signature = (intent: IntentInModel): string =>
  slotsOf(intent)
    .map(({ type }) => type)
    .toSorted()
    .join(' ');

/** The words that a sample with a slot says around it, without articles and courtesies. */
const carriersOf = (intent: IntentInModel): ReadonlySet<string> =>
  new Set(
    samplesOf(intent)
      .filter((sample) => slotNamesIn(sample).length > 0)
      .map((sample) =>
        wordsAround(sample)
          .replace(/\b(?:the|a|an|my|please|love)\b/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((carrier) => carrier !== ''),
  );

const nameFree = ({ model }: Given): Readonly<Record<string, unknown>> =>
  model.interactionModel._nameFreeInteraction ?? {};

type Ingress = { readonly type?: unknown; readonly name?: unknown; readonly sampleUtterances?: unknown };

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isIngress = (value: unknown): value is Ingress => typeof value === 'object' && value !== null;

const phrasesOf = ({ sampleUtterances }: Ingress): readonly string[] =>
  listIn(sampleUtterances).map((one) => JSON.stringify(one) ?? '');

const ingressFaults = (given: Given, ingress: Ingress): readonly string[] => {
  const phrases = phrasesOf(ingress);
  const isKnown = intentsOf(given).some(({ name }) => name === ingress.name);
  return [
    ...(ingress.type === 'LAUNCH' || ingress.type === 'INTENT' ? [] : [`type ${String(ingress.type)}`]),
    ...(ingress.type === 'LAUNCH' && ingress.name !== undefined ? ['LAUNCH has a name'] : []),
    ...(ingress.type === 'LAUNCH' && phrases.length > 5 ? ['LAUNCH has more than five phrases'] : []),
    ...(ingress.type === 'INTENT' && !isKnown ? [`no intent ${String(ingress.name)}`] : []),
    ...phrases.filter((phrase) => !phrase.includes('"format":"RAW_TEXT"')).map((phrase) => `not RAW_TEXT: ${phrase}`),
    ...phrases.filter((phrase) => /"value":"[^"]*[{}]/.test(phrase)).map((phrase) => `a slot: ${phrase}`),
  ];
};

const isOneSpeak = (text: string): boolean =>
  /^<speak>[^<]*(?:<(?:break|p|s|sub|say-as|prosody|emphasis|w|phoneme)\b[^<>]*\/?>[^<]*|<\/(?:p|s|sub|say-as|prosody|emphasis|w|phoneme)>[^<]*)*<\/speak>$/.test(
    text,
  );

export const SKILL_RULES: readonly Rule[] = [
  {
    id: 'IM-54',
    says: 'an SSML prompt is one speak element with tags that Alexa knows, and a prompt names declared slots only',
    breaches: (given) => {
      const slots = new Set(intentsOf(given).flatMap((intent) => slotsOf(intent).map(({ name }) => name)));
      const variations = promptsOf(given).flatMap((prompt) => prompt.variations);
      return [
        ...variations.filter(({ type, value }) => type === 'SSML' && !isOneSpeak(value)).map(({ value }) => value),
        ...variations.flatMap(({ value }) => slotNamesIn(value)).filter((name) => !slots.has(name)),
      ];
    },
  },
  {
    id: 'IM-59',
    says: 'a phrase without the name opens the skill or an intent that is there, complete and without slots',
    breaches: (given) =>
      listIn(nameFree(given).ingressPoints)
        .filter(isIngress)
        .flatMap((one) => ingressFaults(given, one)),
  },
  {
    id: 'IM-60',
    says: 'every intent has a handler, and every handler an intent',
    breaches: (given) => {
      const inModel = new Set(intentsOf(given).map(({ name }) => name));
      return [
        ...[...inModel].filter((name) => !INTENTS.some((known) => known === name)),
        ...INTENTS.filter((name) => !inModel.has(name) && !OPTIONAL.includes(name)),
      ];
    },
  },
  {
    id: 'IM-62',
    says: 'two intents with the same slots differ in the words around them',
    breaches: (given) =>
      [...Map.groupBy(customIntentsOf(given), signature)]
        .filter(([slots]) => slots !== '')
        .flatMap(([, alike]) => {
          const carriers = alike.map((intent) => ({ name: intent.name, words: carriersOf(intent) }));
          return carriers.flatMap((one, at) =>
            carriers
              .slice(at + 1)
              .flatMap((other) =>
                [...one.words]
                  .filter((carrier) => other.words.has(carrier))
                  .map((carrier) => `${one.name} and ${other.name}: "${carrier}"`),
              ),
          );
        }),
  },
];
