import {
  forbiddenIn,
  isWellFormed,
  smallWordsIn,
  WAKE_WORDS,
  wrongApostrophesIn,
} from '../../../infra/skill-package/invocation-name.ts';
import { everySample, type Given, languageModel, type Rule } from './model-file.ts';

const nameOf = (given: Given): string => languageModel(given).invocationName;

export const INVOCATION_RULES: readonly Rule[] = [
  {
    id: 'IM-04',
    says: 'the invocation name is 2 to 50 lower-case letters, single spaces, apostrophes and full stops',
    breaches: (given) => (isWellFormed(nameOf(given)) ? [] : [`"${nameOf(given)}"`]),
  },
  {
    id: 'IM-05',
    says: 'the invocation name has two words or more, and no launch, connecting or wake word, "skill" or "app"',
    breaches: (given) => forbiddenIn(nameOf(given)),
  },
  {
    id: 'IM-06',
    says: 'an invocation name of two words has no article and no preposition',
    breaches: (given) => smallWordsIn(nameOf(given)),
  },
  {
    id: 'IM-07',
    says: 'an apostrophe in the invocation name is a possessive',
    breaches: (given) => wrongApostrophesIn(nameOf(given)),
  },
  {
    id: 'IM-41',
    says: 'no sample begins with a wake word or holds the invocation name: people say those around it',
    breaches: (given) =>
      everySample(given)
        .map(({ sample }) => sample)
        .filter((sample) => {
          const begins = WAKE_WORDS.includes(sample.split(' ')[0] ?? '');
          return begins || ` ${sample} `.includes(` ${nameOf(given)} `);
        }),
  },
];
