import type { CompiledModel, Template } from './compile.ts';
import type { MeantWord } from './correction.ts';
import { type Guess, learn, NONE } from './learn.ts';
import { readingFor } from './loose-match.ts';
import type { Match, Surroundings } from './matching.ts';
import { OTHER_TALK } from './other-talk.ts';
import { opensAsQuestion, senseOf } from './sense.ts';
import { traitsOfPhrase, traitsOfSample } from './traits.ts';
import { hear } from './words.ts';

/** Less sure than this is not understood. Measured on the development set: docs/decisions/0022-how-the-virtual-echo-generalises.md. */
const SURE_ENOUGH = 0.5;
/** So sure that it is about other things, that no likeness to a sample is looked for. */
const SURELY_OTHER = 0.5;
/** How much likelier than the next intent it must be. */
const CLEARLY = 0.1;
/** Of words that stand in no sample nothing can be learned: so much of a phrase must be known. */
const KNOWN_ENOUGH = 0.7;
/** An intent with fewer questions than this among its samples is not what a question means. */
const ASKS_ENOUGH = 0.1;

/** A value kept from the first time that it is asked for: learning takes a second, and many a conversation never needs it. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** What the samples of an intent deny, and which share of them are questions. */
type Manner = { readonly denies: ReadonlySet<string>; readonly asks: number };

const mannerOf = (templates: readonly Template[]): Manner => {
  const senses = templates.map(({ parts }) => senseOf(parts));
  return {
    denies: new Set(senses.flatMap(({ negated }) => [...negated])),
    asks: templates.filter(({ parts }) => opensAsQuestion(parts)).length / templates.length,
  };
};

/** Whether an intent would turn the words round: "I am not lonely", "did I do that". */
const isTurnedRound = (words: readonly MeantWord[], manner: Manner | undefined): boolean => {
  const said = words.map(({ word }) => word);
  const { negated } = senseOf(said);
  const isDenied = negated.size > 0 && ![...negated].some((word) => manner?.denies.has(word));
  return isDenied || (opensAsQuestion(said) && (manner?.asks ?? 0) < ASKS_ENOUGH);
};

export type Learned = { readonly kind: 'match'; readonly match: Match } | { readonly kind: 'other-talk' | 'unsure' };

/**
 * Made once for a model: the intent that the words of a phrase point to, with whatever of its slots is found among them; or that
 * it is talk about other things. Amazon's built-ins do not generalise (voice model 1.3): what points to one is unsure.
 */
export const learnedMatcher = (compiled: CompiledModel, outsideSession: Surroundings) => {
  const types = [...new Set(compiled.model.intents.flatMap(({ slots }) => slots.map(({ type }) => type)))];
  /**
   * A question with the slot values in it, for "where are my slippers" holds the same "where" as one of ours. A statement by its words
   * alone: that somebody's sister is in it must not make a sister's fall sound like gossip.
   */
  const otherTalk = () =>
    OTHER_TALK.map((phrase) => {
      const words = hear(phrase).map((word) => ({ ...word, isSure: true }));
      const plain = words.map(({ word }) => word);
      return opensAsQuestion(plain) ? traitsOfPhrase(words, types, outsideSession) : traitsOfSample(plain);
    });
  const guesses = once(() => learn(compiled, otherTalk()));
  const manners = new Map(
    [...Map.groupBy(compiled.templates, ({ intent }) => intent)].map(([intent, of]) => [intent, mannerOf(of)]),
  );
  const isLikely = ({ sureness, known }: Guess): boolean => sureness >= SURE_ENOUGH && known >= KNOWN_ENOUGH;

  return (words: readonly MeantWord[], around: Surroundings): Learned => {
    const ranked = guesses()(traitsOfPhrase(words, types, around));
    if (ranked[0]?.intent === NONE && ranked[0].sureness >= SURELY_OTHER) return { kind: 'other-talk' };
    const found = ranked.find(({ intent }) => intent === NONE || !isTurnedRound(words, manners.get(intent)));
    const others = ranked.filter((guess) => guess !== found).map(({ sureness }) => sureness);
    const isClear = found !== undefined && found.sureness - Math.max(0, ...others) >= CLEARLY;
    const intent =
      found === undefined || !(isLikely(found) && isClear) ? undefined : compiled.intents.get(found.intent);
    if (intent === undefined || intent.name.startsWith('AMAZON.')) return { kind: 'unsure' };
    const template: Template = { intent: intent.name, parts: [], isBrief: true };
    return { kind: 'match', match: { template, slots: readingFor(words, intent, around).slots } };
  };
};
