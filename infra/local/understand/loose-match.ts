import { type CompiledModel, isSlot, type Template } from './compile.ts';
import type { MeantWord } from './correction.ts';
import type { ModelIntent, ModelSlot } from './interaction-model.ts';
import type { Match, Surroundings } from './matching.ts';
import { isSameSense, type Sense, senseOf } from './sense.ts';
import type { SlotReading } from './slots/slot-reader.ts';
import { featureOf, featuresOf, type Weights } from './weights.ts';

/** Below this likeness a phrase is not understood at all; a wrong intent is worse than none. */
const ENOUGH = 0.72;
/** How much better than the next intent the best must be. */
const CLEARLY = 0.06;
/** How much a word counts that had to be put right. */
const PUT_RIGHT = 0.85;

type Features = ReadonlyMap<string, number>;
type Reading = { readonly features: Features; readonly slots: ReadonlyMap<string, SlotReading> };
type Profile = {
  readonly template: Template;
  readonly features: ReadonlySet<string>;
  readonly length: number;
  readonly sense: Sense;
  readonly slots: readonly string[];
};
type Scored = { readonly template: Template; readonly score: number; readonly slots: ReadonlyMap<string, SlotReading> };

const featuresOfWords = (words: readonly MeantWord[]): readonly (readonly [string, number])[] =>
  words.map(({ word, isSure }) => [featureOf(word), isSure ? 1 : PUT_RIGHT]);

const longestSlotAt = (words: readonly MeantWord[], at: number, free: readonly ModelSlot[], around: Surroundings) => {
  for (let to = words.length; to > at; to -= 1) {
    for (const slot of free) {
      const reader = around.readerOf(slot.type);
      const reading =
        reader.isOpen || to - at > reader.mostWords ? undefined : reader.read(words.slice(at, to), around.today);
      if (reading !== undefined) return { slot, reading, to };
    }
  }
  return undefined;
};

/** The phrase as one intent would take it: the longest slot values found in it, and the words that are left. */
export const readingFor = (words: readonly MeantWord[], { slots }: ModelIntent, around: Surroundings): Reading => {
  const filled = new Map<string, SlotReading>();
  const features: (readonly [string, number])[] = [];
  for (let at = 0; at < words.length; ) {
    const free = slots.filter(({ name }) => !filled.has(name));
    const found = longestSlotAt(words, at, free, around);
    if (found === undefined) {
      features.push(...featuresOfWords(words.slice(at, at + 1)));
      at += 1;
    } else {
      filled.set(found.slot.name, found.reading);
      features.push([featureOf({ slot: found.slot.name, type: found.slot.type }), 1]);
      at = found.to;
    }
  }
  return { features: new Map(features), slots: filled };
};

const lengthOf = (features: Iterable<string>, weights: Weights): number =>
  Math.hypot(...[...features].map((feature) => weights.of(feature)));

const likeness = ({ features, slots }: Reading, profile: Profile, weights: Weights): number => {
  if (!profile.slots.every((name) => slots.has(name))) return 0;
  let shared = 0;
  for (const [feature, sureness] of features) {
    if (profile.features.has(feature)) shared += weights.of(feature) ** 2 * sureness;
  }
  return shared / (lengthOf(features.keys(), weights) * profile.length);
};

const better = (a: Scored, b: Scored): Scored => (b.score > a.score ? b : a);

/** Made once for a model: compares a phrase with every sample of our own intents, as bags of words in any order. */
export const looseMatcher = (compiled: CompiledModel, weights: Weights) => {
  const profiles = Map.groupBy(
    compiled.templates
      .filter(({ intent, isBrief }) => isBrief && !intent.startsWith('AMAZON.'))
      .map((template): Profile => {
        const features = featuresOf(template);
        const slots = template.parts.flatMap((part) => (isSlot(part) ? [part.slot] : []));
        return { template, features, length: lengthOf(features, weights), sense: senseOf(template.parts), slots };
      }),
    ({ template }) => template.intent,
  );

  const bestOf = (intent: ModelIntent, words: readonly MeantWord[], around: Surroundings): Scored | undefined => {
    const sense = senseOf(words.map(({ word }) => word));
    const plain: Reading = { features: new Map(featuresOfWords(words)), slots: new Map() };
    const readings = intent.slots.length === 0 ? [plain] : [plain, readingFor(words, intent, around)];
    return (profiles.get(intent.name) ?? [])
      .filter((profile) => isSameSense(profile.sense, sense))
      .flatMap((profile) =>
        readings.map(
          (reading): Scored => ({
            template: profile.template,
            score: likeness(reading, profile, weights),
            slots: reading.slots,
          }),
        ),
      )
      .reduce<Scored | undefined>((best, next) => (best === undefined ? next : better(best, next)), undefined);
  };

  /** The intent that the words are clearly most like, or undefined. Amazon's built-ins do not generalise (voice model 1.3). */
  return (words: readonly MeantWord[], around: Surroundings): Match | undefined => {
    const scored = compiled.model.intents.flatMap((intent) => bestOf(intent, words, around) ?? []);
    const [best, next] = scored.sort((a, b) => b.score - a.score);
    if (best === undefined || best.score < ENOUGH) return undefined;
    if (best.score - (next?.score ?? 0) < CLEARLY) return undefined;
    return { template: best.template, slots: best.slots };
  };
};
