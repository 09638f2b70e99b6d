import type { CompiledModel } from './compile.ts';
import { type Traits, traitsOfSample } from './traits.ts';

/** One of the intents for some traits; `sureness` from 0 to 1; `known`: the share of its words that stand in any sample. */
export type Guess = { readonly intent: string; readonly sureness: number; readonly known: number };

type Lesson = { readonly intent: number; readonly traits: readonly number[]; readonly weight: number };

const ROUNDS = 6;
const STEP = 0.9;
/** Intents with few samples count more for each, up to this. */
const MOST_WEIGHT = 2;
const USUAL_SAMPLES = 150;
const MOST_GUESSES = 3;
/** What belongs to none of the intents. */
export const NONE = '';

const likelihoods = (scores: Float64Array): Float64Array => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

const scoresOf = (traits: readonly number[], weights: readonly Float64Array[], intents: number): Float64Array => {
  const scores = new Float64Array(intents);
  const share = 1 / Math.sqrt(Math.max(1, traits.length));
  for (const trait of traits) {
    const row = weights[trait];
    if (row !== undefined)
      for (let at = 0; at < intents; at += 1) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0) * share;
  }
  return scores;
};

/** One step downhill for one sample (multinomial logistic regression by stochastic gradient descent). */
const study = ({ intent, traits, weight }: Lesson, weights: readonly Float64Array[], intents: number, step: number) => {
  const likely = likelihoods(scoresOf(traits, weights, intents));
  const share = 1 / Math.sqrt(Math.max(1, traits.length));
  likely.forEach((chance, at) => {
    const push = step * weight * share * (chance - (at === intent ? 1 : 0));
    if (Math.abs(push) < 1e-3) return;
    for (const trait of traits) {
      const row = weights[trait];
      if (row !== undefined) row[at] = (row[at] ?? 0) - push;
    }
  });
};

const samplesOf = ({ templates }: CompiledModel, otherTalk: readonly Traits[]) => [
  ...templates.filter(({ isBrief }) => isBrief).map(({ intent, parts }) => ({ intent, traits: traitsOfSample(parts) })),
  ...otherTalk.map((traits) => ({ intent: NONE, traits })),
];

/**
 * Learns from the samples of a model which words belong to which intent, as the service does that a real Echo listens with: what
 * nobody foresaw word for word still goes where its words point. Nothing but the samples and some talk about other things is
 * learned from, always in the same order, so that the same model gives the same
 * guesses. The three likeliest come back, the likeliest first.
 */
export const learn = (
  compiled: CompiledModel,
  otherTalk: readonly Traits[],
): ((traits: Traits) => readonly Guess[]) => {
  const samples = samplesOf(compiled, otherTalk);
  const intents = [...new Set(samples.map(({ intent }) => intent))];
  const counts = Map.groupBy(samples, ({ intent }) => intent);
  const numbers = new Map([...new Set(samples.flatMap(({ traits }) => traits))].map((trait, at) => [trait, at]));
  const numbered = (traits: Traits): readonly number[] => traits.flatMap((trait) => numbers.get(trait) ?? []);
  const weights = [...numbers].map(() => new Float64Array(intents.length));
  const lessons = samples.map(
    ({ intent, traits }): Lesson => ({
      intent: intents.indexOf(intent),
      traits: numbered(traits),
      weight: Math.min(MOST_WEIGHT, Math.sqrt(USUAL_SAMPLES / (counts.get(intent)?.length ?? 1))),
    }),
  );
  const heardOf = new Set(samples.filter(({ intent }) => intent !== NONE).flatMap(({ traits }) => traits));
  const stride = 7919; // a prime, so that every lesson has its turn and neighbours are not of one intent
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < lessons.length; turn += 1) {
      const lesson = lessons[(turn * stride) % lessons.length];
      if (lesson !== undefined) study(lesson, weights, intents.length, STEP / (1 + round / 2));
    }
  }
  return (traits) => {
    const words = traits.filter((trait) => !trait.includes(' '));
    const known = words.filter((word) => heardOf.has(word)).length / Math.max(1, words.length);
    const likely = likelihoods(scoresOf(numbered(traits), weights, intents.length));
    return [...likely]
      .map((sureness, at): Guess => ({ intent: intents[at] ?? NONE, sureness, known }))
      .toSorted((a, b) => b.sureness - a.sureness)
      .slice(0, MOST_GUESSES);
  };
};
