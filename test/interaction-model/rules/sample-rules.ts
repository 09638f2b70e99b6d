import { SAFETY_INTENTS } from './intent-rules.ts';
import {
  customIntentsOf,
  everySample,
  type Given,
  type IntentInModel,
  intentsOf,
  type Rule,
  repeated,
  samplesOf,
  slotNamesIn,
  slotsOf,
  typesOf,
  wordsAround,
} from './model-file.ts';

const MOST_CHARACTERS = 200;
const MOST_WORDS = 25;
const LEAST_SAMPLES = 30;
const LEAST_FRAMES_PER_SLOT = 10;

const samplesWhere = (given: Given, isBroken: (sample: string) => boolean): readonly string[] =>
  everySample(given)
    .filter(({ sample }) => isBroken(sample))
    .map(({ intent, sample }) => `${intent.name}: "${sample}"`);

/** A sample as Alexa compares it: lower case, single spaces, each slot by its type. */
const byTypes = (intent: IntentInModel, sample: string): string =>
  sample
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /\{([^{}]*)\}/g,
      (_, name: string) => `{${slotsOf(intent).find((slot) => slot.name.toLowerCase() === name)?.type}}`,
    );

const ABBREVIATIONS = ['gp', 'tv', 'ot', 'nhs', 'bbc', 'mp', 'uk'];
const spelled = (abbreviation: string): string => [...abbreviation].map((letter) => `${letter}.`).join(' ');
const holds = (text: string, part: string): boolean => ` ${text} `.includes(` ${part} `);

/** The abbreviations that a list of texts has in one form only: "gp" wants "g. p." beside it. */
const halfWritten = (texts: readonly string[]): readonly string[] =>
  ABBREVIATIONS.filter((abbreviation) => {
    const isPlain = texts.some((text) => holds(text, abbreviation));
    return isPlain !== texts.some((text) => holds(text, spelled(abbreviation)));
  });

const QUESTION = /^(?:who|what|when|where|why|which|how|is|are|am|have|has|do|does|did|can|could|would|will|was)\b/;
const POLITE = /\b(?:please|could you|can you|would you|could i|can i)\b/;

const missingForms = (intent: IntentInModel): readonly string[] => {
  const samples = samplesOf(intent);
  const wanted: readonly (readonly [string, (sample: string) => boolean])[] = [
    ['a question', (sample) => QUESTION.test(sample)],
    ['a polite form', (sample) => POLITE.test(sample)],
    ['a form of one or two words', (sample) => sample.split(' ').length <= 2],
  ];
  return wanted.filter(([, fits]) => !samples.some(fits)).map(([form]) => `${intent.name} has not ${form}`);
};

export const SAMPLE_RULES: readonly Rule[] = [
  {
    id: 'IM-17',
    says: 'no two intents share a sample',
    breaches: (given) => {
      const all = intentsOf(given).flatMap((intent) =>
        samplesOf(intent).map((sample) => ({ name: intent.name, sample: byTypes(intent, sample) })),
      );
      return [...Map.groupBy(all, ({ sample }) => sample)]
        .filter(([, same]) => new Set(same.map(({ name }) => name)).size > 1)
        .map(([sample, same]) => `"${sample}" in ${same.map(({ name }) => name).join(' and ')}`);
    },
  },
  {
    id: 'IM-18',
    says: 'no sample stands twice in one intent',
    breaches: (given) =>
      intentsOf(given).flatMap((intent) => repeated(samplesOf(intent).map((s) => byTypes(intent, s)))),
  },
  {
    id: 'IM-29',
    says: 'samples use letters, spaces, full stops, underscores, apostrophes and hyphens only',
    breaches: (given) =>
      samplesWhere(given, (sample) => !/^[\p{L} ._'-]*$/u.test(wordsAround(sample).replace(/\d/g, ''))),
  },
  {
    id: 'IM-30',
    says: 'samples have no digits and no typographic quotes',
    breaches: (given) => samplesWhere(given, (sample) => /[\d‘’“”]/.test(sample)),
  },
  {
    id: 'IM-36',
    says: 'a slot stands between spaces, but for a possessive',
    breaches: (given) => samplesWhere(given, (sample) => /\S\{|\}(?!'s\b|\s|$)/.test(sample)),
  },
  {
    id: 'IM-42',
    says: 'a sample begins in lower case and has no spaces to spare',
    breaches: (given) => samplesWhere(given, (sample) => /^\p{Lu}|^\s|\s$|\s\s/u.test(sample)),
  },
  {
    id: 'IM-43',
    says: 'an abbreviation is written both spelled out and plain',
    breaches: (given) => [
      ...intentsOf(given).flatMap((intent) => halfWritten(samplesOf(intent)).map((half) => `${intent.name}: ${half}`)),
      ...typesOf(given).flatMap(({ values }) =>
        values.flatMap(({ name }) =>
          halfWritten([name.value, ...name.synonyms]).map((half) => `${name.value}: ${half}`),
        ),
      ),
    ],
  },
  {
    id: 'IM-44',
    says: 'a sample is at most 200 characters and 25 words',
    breaches: (given) =>
      samplesWhere(given, (sample) => sample.length > MOST_CHARACTERS || sample.split(/\s+/).length > MOST_WORDS),
  },
  {
    id: 'IM-45',
    says: 'a custom intent has 30 samples, 10 for each slot, and questions, polite and short forms among them',
    breaches: (given) =>
      customIntentsOf(given).flatMap((intent) => [
        ...(samplesOf(intent).length < LEAST_SAMPLES ? [`${intent.name} has only ${samplesOf(intent).length}`] : []),
        ...slotsOf(intent)
          .filter(
            ({ name }) => samplesOf(intent).filter((s) => slotNamesIn(s).includes(name)).length < LEAST_FRAMES_PER_SLOT,
          )
          .map(({ name }) => `${intent.name}: fewer than ${LEAST_FRAMES_PER_SLOT} with {${name}}`),
        ...(SAFETY_INTENTS.includes(intent.name) ? [] : missingForms(intent)),
      ]),
  },
  {
    id: 'IM-46',
    says: 'no American word stands in a sample',
    breaches: (given) =>
      samplesWhere(given, (sample) =>
        /\b(?:mom|vacation|cell phone|nine one one|trash|apartment|center|color)\b/.test(sample),
      ),
  },
];
