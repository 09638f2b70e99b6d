import { editDistance } from './sound-alike.ts';
import { hear, said, text, type Word } from './words.ts';

/** How a phrase reaches a skill: it opens it, opens it with a request, or is said to a skill that is open already. */
export type Invoked =
  | { readonly kind: 'launch' }
  | { readonly kind: 'one-shot'; readonly rest: string }
  | { readonly kind: 'in-session'; readonly rest: string };

const WAKE_WORDS = new Set(['alexa', 'amazon', 'echo', 'computer', 'ziggy']);
const LAUNCH = new Set('ask tell open launch load begin start enable play resume run use'.split(' '));
const LAUNCH_PAIRS = new Set(['talk to', 'speak to', 'turn on', 'ask for', 'go to', 'start using']);
/** "About" is not among them: it belongs to the sample ("about my visits", voice model 1.8). */
const CONNECTING = new Set('to for if whether that and so then please'.split(' '));
const COURTESIES = new Set(['can you', 'could you', 'will you', 'would you']);
const BEFORE_NAME = new Set(['using', 'from', 'with', 'ask', 'tell', 'via']);

const withoutWakeWord = (words: readonly Word[]): readonly Word[] => {
  const greeting = words[0]?.word === 'hey' || words[0]?.word === 'hello' ? 1 : 0;
  return WAKE_WORDS.has(words[greeting]?.word ?? '') ? words.slice(greeting + 1) : words;
};

/** How many words of courtesy stand before a launch word: "please", "can you". */
const courtesyLength = (words: readonly Word[]): number => {
  if (words[0]?.word === 'please') return 1;
  return COURTESIES.has(text(words.slice(0, 2))) ? 2 : 0;
};

const sounds = (words: readonly Word[]): string => words.map(({ word }) => word).join('');

/** How many words from here on are the name: said as it is, run together, or one letter off; 0 when they are not. */
const nameLength = (words: readonly Word[], name: string): number => {
  const most = name.split(' ').length;
  const lengths = Array.from({ length: most }, (_, less) => most - less);
  return (
    lengths.find(
      (length) => words.length >= length && editDistance(sounds(words.slice(0, length)), name.replaceAll(' ', '')) <= 1,
    ) ?? 0
  );
};

const launchLength = (words: readonly Word[]): number => {
  if (LAUNCH_PAIRS.has(text(words.slice(0, 2)))) return 2;
  return LAUNCH.has(words[0]?.word ?? '') ? 1 : 0;
};

const withoutConnecting = (words: readonly Word[]): readonly Word[] => {
  const first = words.findIndex(({ word, said: spoken }) => !CONNECTING.has(word) || spoken !== word); // "that's" connects nothing
  return first < 0 ? [] : words.slice(first);
};

const opened = (rest: readonly Word[]): Invoked => {
  const request = withoutConnecting(rest);
  return request.length === 0 ? { kind: 'launch' } : { kind: 'one-shot', rest: said(request) };
};

const requestBeforeName = (words: readonly Word[], invocationName: string): readonly Word[] | undefined => {
  const at = words.findIndex(
    ({ word }, position) =>
      BEFORE_NAME.has(word) &&
      position > 0 &&
      position < words.length - 1 &&
      nameLength(words.slice(position + 1), invocationName) === words.length - position - 1,
  );
  return at < 0 ? undefined : words.slice(0, at);
};

/**
 * Takes the wake word, the launch word and the skill's name off a phrase, as Alexa does before she matches samples:
 * "Alexa, ask bell bird who is coming" is a one-shot `who is coming`; "open bell bird" a launch; anything without the
 * name is for the open session. The name also counts when it is said alone, run together or one letter off.
 */
export const stripInvocation = (phrase: string, invocationName: string): Invoked => {
  const words = withoutWakeWord(hear(phrase));
  const courtesy = courtesyLength(words);
  const launch = courtesy + launchLength(words.slice(courtesy));
  const name = nameLength(words.slice(launch), invocationName);
  if (name > 0 && (launch > courtesy || name === words.length)) return opened(words.slice(launch + name));
  const before = requestBeforeName(words, invocationName);
  return before === undefined ? { kind: 'in-session', rest: said(words) } : opened(before);
};
