import { everySample, type Given, languageModel, type Rule } from './model-file.ts';

const LAUNCH = 'ask tell open launch load begin start enable disable play resume run use'.split(' ');
const LAUNCH_PAIRS = ['talk to', 'turn on'];
const CONNECTING = 'to from by if and whether in using with about for that'.split(' ');
const WAKE = 'alexa amazon echo computer ziggy'.split(' ');
const ARTICLES_AND_PREPOSITIONS = [...CONNECTING, ...'the a an of at on off into over under up as'.split(' ')];

const nameOf = (given: Given): string => languageModel(given).invocationName;

export const INVOCATION_RULES: readonly Rule[] = [
  {
    id: 'IM-04',
    says: 'the invocation name is 2 to 50 lower-case letters, single spaces, apostrophes and full stops',
    breaches: (given) => {
      const name = nameOf(given);
      const isWellFormed =
        name.length >= 2 && name.length <= 50 && /^[a-z][a-z.' ]*[a-z.]$/.test(name) && !name.includes('  ');
      return isWellFormed ? [] : [`"${name}"`];
    },
  },
  {
    id: 'IM-05',
    says: 'the invocation name has two words or more, and no launch, connecting or wake word, "skill" or "app"',
    breaches: (given) => {
      const name = nameOf(given);
      const words = name.split(' ');
      const forbidden = words.filter((word) => [...LAUNCH, ...CONNECTING, ...WAKE, 'skill', 'app'].includes(word));
      const pairs = LAUNCH_PAIRS.filter((pair) => ` ${name} `.includes(` ${pair} `));
      return [...(words.length < 2 ? ['only one word'] : []), ...forbidden, ...pairs];
    },
  },
  {
    id: 'IM-06',
    says: 'an invocation name of two words has no article and no preposition',
    breaches: (given) => {
      const words = nameOf(given).split(' ');
      return words.length === 2 ? words.filter((word) => ARTICLES_AND_PREPOSITIONS.includes(word)) : [];
    },
  },
  {
    id: 'IM-07',
    says: 'an apostrophe in the invocation name is a possessive',
    breaches: (given) =>
      nameOf(given)
        .split(' ')
        .filter((word) => word.includes("'") && !/^[a-z]+(?:'s|s')$/.test(word)),
  },
  {
    id: 'IM-41',
    says: 'no sample begins with a wake word or holds the invocation name: people say those around it',
    breaches: (given) =>
      everySample(given)
        .map(({ sample }) => sample)
        .filter((sample) => {
          const begins = WAKE.includes(sample.split(' ')[0] ?? '');
          return begins || ` ${sample} `.includes(` ${nameOf(given)} `);
        }),
  },
];
