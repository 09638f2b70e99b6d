import { ALEXAS_OWN_PHRASES } from '../../../infra/local/understand/alexas-own-phrases.ts';
import {
  customIntentsOf,
  type Given,
  intentsOf,
  isBuiltIn,
  languageModel,
  type Rule,
  repeated,
  samplesOf,
} from './model-file.ts';

const BUILT_IN = new Set(
  [
    ...'Cancel Fallback Help LoopOff LoopOn More NavigateHome NavigateSettings Next No PageDown PageUp Pause'.split(
      ' ',
    ),
    ...'Previous Repeat Resume ScrollDown ScrollLeft ScrollRight ScrollUp Select ShuffleOff ShuffleOn'.split(' '),
    ...'StartOver Stop Yes'.split(' '),
  ].map((name) => `AMAZON.${name}Intent`),
);

/** Intents whose words must never lead anywhere else (residents 7.1, rule 26). */
export const SAFETY_INTENTS = [
  'UrgentHelpIntent',
  'SelfHarmIntent',
  'AbuseIntent',
  'TooManyTabletsIntent',
  'LowMoodIntent',
];

const missing = (given: Given, names: readonly string[]): readonly string[] =>
  names
    .filter((name) => !intentsOf(given).some((intent) => intent.name === name))
    .map((name) => `${name} is not declared`);

const bare = (sample: string): string =>
  sample
    .toLowerCase()
    .replace(/\b(?:please|help|me)\b/g, ' ')
    .replace(/[^a-z{}]+/g, ' ')
    .trim();

export const INTENT_RULES: readonly Rule[] = [
  {
    id: 'IM-08',
    says: 'at least one custom intent has a sample',
    breaches: (given) => (customIntentsOf(given).some((intent) => samplesOf(intent).length > 0) ? [] : ['none has']),
  },
  {
    id: 'IM-09',
    says: 'intent names are unique, whatever their case',
    breaches: (given) => repeated(intentsOf(given).map(({ name }) => name)),
  },
  {
    id: 'IM-10',
    says: 'a custom intent is named in letters and underscores',
    breaches: (given) =>
      customIntentsOf(given)
        .map(({ name }) => name)
        .filter((name) => !/^[A-Za-z][A-Za-z_]*$/.test(name)),
  },
  {
    id: 'IM-11',
    says: 'an intent of Amazon is one that Amazon has',
    breaches: (given) =>
      intentsOf(given)
        .filter(isBuiltIn)
        .map(({ name }) => name)
        .filter((name) => !BUILT_IN.has(name)),
  },
  {
    id: 'IM-12',
    says: 'Help, Stop and Cancel are declared',
    breaches: (given) => missing(given, ['AMAZON.HelpIntent', 'AMAZON.StopIntent', 'AMAZON.CancelIntent']),
  },
  {
    id: 'IM-13',
    says: 'NavigateHome is declared, as the skill draws on screens',
    breaches: (given) => missing(given, ['AMAZON.NavigateHomeIntent']),
  },
  {
    id: 'IM-14',
    says: 'Fallback is declared, without samples',
    breaches: (given) => [
      ...missing(given, ['AMAZON.FallbackIntent']),
      ...intentsOf(given)
        .filter(({ name }) => name === 'AMAZON.FallbackIntent')
        .flatMap(samplesOf),
    ],
  },
  {
    id: 'IM-15',
    says: 'Yes and No are declared, as the skill asks for them',
    breaches: (given) => missing(given, ['AMAZON.YesIntent', 'AMAZON.NoIntent']),
  },
  {
    id: 'IM-16',
    says: 'every custom intent has samples',
    breaches: (given) =>
      customIntentsOf(given)
        .filter((intent) => samplesOf(intent).length === 0)
        .map(({ name }) => name),
  },
  {
    id: 'IM-31',
    says: "a built-in's own sample is neither a custom intent's nor a phrase of another built-in",
    breaches: (given) => {
      const elsewhere = (name: string): ReadonlySet<string> =>
        new Set([
          ...intentsOf(given)
            .filter((intent) => intent.name !== name)
            .flatMap(samplesOf),
          ...Object.entries(ALEXAS_OWN_PHRASES)
            .filter(([other]) => other !== name)
            .flatMap(([, phrases]) => phrases),
        ]);
      const added = intentsOf(given)
        .filter(isBuiltIn)
        .flatMap((intent) => {
          const others = elsewhere(intent.name);
          return samplesOf(intent).filter((sample) => others.has(sample));
        });
      const own = new Set(Object.values(ALEXAS_OWN_PHRASES).flat());
      const taken = customIntentsOf(given).flatMap((intent) => samplesOf(intent).filter((sample) => own.has(sample)));
      return [...added, ...taken];
    },
  },
  {
    id: 'IM-58',
    says: 'a Fallback sensitivity is set only where Amazon accepts one',
    breaches: (given) => {
      const level = languageModel(given).modelConfiguration?.fallbackIntentSensitivity?.level;
      if (level === undefined) return [];
      const isAccepted = /^en-|^de-DE$/.test(given.locale);
      return [
        ...(isAccepted ? [] : [`not in ${given.locale}`]),
        ...(['LOW', 'MEDIUM', 'HIGH'].includes(level) ? [] : [`level "${level}"`]),
      ];
    },
  },
  {
    id: 'IM-63',
    says: 'no other intent has a phrase of a safety intent',
    breaches: (given) => {
      const phrases = (intents: ReturnType<typeof intentsOf>) =>
        intents.flatMap((intent) => samplesOf(intent).map((sample) => ({ name: intent.name, sample })));
      const all = phrases(intentsOf(given));
      const safety = all
        .filter(({ name }) => SAFETY_INTENTS.includes(name))
        .map((one) => ({ ...one, bare: bare(one.sample) }));
      const owners = Map.groupBy(safety, (one) => one.bare);
      return all
        .filter(({ name, sample }) => {
          const said = bare(sample);
          return said !== '' && owners.get(said)?.some((one) => one.name !== name) === true;
        })
        .map(({ name, sample }) => `${name}: ${sample}`);
    },
  },
];
