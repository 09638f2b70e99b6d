import { editDistance, soundOf } from '../local/understand/sound-alike.ts';

const LAUNCH = 'ask tell open launch load begin start enable disable play resume run use'.split(' ');
const LAUNCH_PAIRS = ['talk to', 'turn on'];
const CONNECTING = 'to from by if and whether in using with about for that'.split(' ');
export const WAKE_WORDS = 'alexa amazon echo computer ziggy'.split(' ');
const ARTICLES_AND_PREPOSITIONS = [...CONNECTING, ...'the a an of at on off into over under up as'.split(' ')];

/** Words of Alexa's own, and words that promise what Bellbird is not: help in an emergency, medicine, the health service. */
const NOT_OURS =
  'reminder reminders message messages announcement announcements calendar alarm help emergency call sos rescue ambulance police doctor nurse medicine nhs'.split(
    ' ',
  );

/** What Alexa would do, or whom a resident would mean, if she heard this instead. Our own list; British. */
export const SOUND_ALIKES: readonly { readonly name: string; readonly is: string }[] = [
  { name: 'drop in', is: 'a command of Alexa' },
  { name: 'good morning', is: 'a routine of Alexa' },
  { name: 'good night', is: 'a routine of Alexa' },
  { name: 'flash briefing', is: 'a command of Alexa' },
  { name: 'guard mode', is: 'a command of Alexa' },
  { name: 'shopping list', is: 'a list of Alexa' },
  { name: 'my day', is: 'the routine that Bellbird itself offers' },
  { name: 'fire television', is: "Amazon's television" },
  { name: 'door bell', is: 'a door bell' },
  { name: 'ring bell', is: 'a door bell' },
  { name: 'radio four', is: 'a radio station' },
  { name: 'radio two', is: 'a radio station' },
  { name: 'care line', is: 'a name of pendant alarms' },
  { name: 'care link', is: 'a name of pendant alarms' },
  { name: 'life line', is: 'a name of pendant alarms' },
  { name: 'life link', is: 'a name of pendant alarms' },
  { name: 'silver line', is: 'a helpline' },
  { name: 'child line', is: 'a helpline' },
  { name: 'age concern', is: 'a charity' },
  { name: 'red cross', is: 'a charity' },
  { name: 'night nurse', is: 'a medicine' },
];

/** Whether a word may be heard as another: the same in sound, or one letter away. */
const isHeardAs = (word: string, other: string): boolean =>
  word === other || soundOf(word) === soundOf(other) || (word.length > 3 && editDistance(word, other) <= 1);

/** What a name may be heard as: said as one word or as several. */
const heardAs = (name: string): (typeof SOUND_ALIKES)[number] | undefined => {
  const words = name.split(' ');
  return SOUND_ALIKES.find((other) => {
    const others = other.name.split(' ');
    if (words.length === others.length) return words.every((word, n) => isHeardAs(word, others[n] ?? ''));
    return words.join('') === others.join('');
  });
};

export const isWellFormed = (name: string): boolean =>
  name.length >= 2 && name.length <= 50 && /^[a-z][a-z.' ]*[a-z.]$/.test(name) && !name.includes('  ');

/** Words that no invocation name may hold (Amazon), and "one word" where it has only one. */
export const forbiddenIn = (name: string): readonly string[] => {
  const words = name.split(' ');
  const forbidden = words.filter((word) => [...LAUNCH, ...CONNECTING, ...WAKE_WORDS, 'skill', 'app'].includes(word));
  const pairs = LAUNCH_PAIRS.filter((pair) => ` ${name} `.includes(` ${pair} `));
  return [...(words.length < 2 ? ['only one word'] : []), ...forbidden, ...pairs];
};

export const smallWordsIn = (name: string): readonly string[] => {
  const words = name.split(' ');
  return words.length === 2 ? words.filter((word) => ARTICLES_AND_PREPOSITIONS.includes(word)) : [];
};

export const wrongApostrophesIn = (name: string): readonly string[] =>
  name.split(' ').filter((word) => word.includes("'") && !/^[a-z]+(?:'s|s')$/.test(word));

/**
 * What is wrong with an invocation name for British English, in sentences; nothing is wrong with an empty list. Amazon's rules
 * ("Choose the Invocation Name for a Custom Skill"), and ours: no word of Alexa's own, and nothing that she may take it for.
 */
export const invocationNameFaults = (name: string): readonly string[] => {
  if (!isWellFormed(name))
    return [`"${name}" must be 2 to 50 lower-case letters, with single spaces, apostrophes and full stops only.`];
  const alike = heardAs(name);
  return [
    ...forbiddenIn(name).map(
      (what) => `"${name}" may not have ${what === 'only one word' ? what : `the word "${what}"`}.`,
    ),
    ...smallWordsIn(name).map((word) => `"${name}" has two words, so neither may be "${word}".`),
    ...wrongApostrophesIn(name).map((word) => `"${word}" has an apostrophe that is no possessive.`),
    ...name
      .split(' ')
      .filter((word) => NOT_OURS.includes(word))
      .map((word) => `"${word}" is a word of Alexa's own, or promises what Bellbird does not do.`),
    ...(alike === undefined ? [] : [`"${name}" may be heard as "${alike.name}", ${alike.is}.`]),
  ];
};
