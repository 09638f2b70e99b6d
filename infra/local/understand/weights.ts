import { type CompiledModel, isSlot, type Part, type Template } from './compile.ts';
import { stem } from './words.ts';

/** How much each word tells about which intent is meant: the fewer intents use it, the more. */
export type Weights = { readonly of: (feature: string) => number; readonly ofUnknown: number };

/** What a part of a template is compared as: the stem of a word, or the type of a slot. */
export const featureOf = (part: Part): string => (isSlot(part) ? `{${part.type}}` : stem(part));

export const featuresOf = ({ parts }: Template): ReadonlySet<string> => new Set(parts.map(featureOf));

/** A word that nobody foresaw counts like one that three intents share: enough to spoil a poor match. */
const INTENTS_OF_UNKNOWN = 3;

/** That a date or a subject was named says less about the intent than the words around it. */
const OF_A_SLOT = 0.6;

/** The weights of a model's words: the inverse frequency among intents. */
export const weigh = ({ templates, intents }: CompiledModel): Weights => {
  const users = new Map<string, Set<string>>();
  for (const template of templates.filter(({ isBrief }) => isBrief)) {
    for (const feature of featuresOf(template)) {
      const known = users.get(feature) ?? new Set<string>();
      users.set(feature, known.add(template.intent));
    }
  }
  const weight = (count: number): number => Math.log(1 + intents.size / count);
  const ofUnknown = weight(INTENTS_OF_UNKNOWN);
  const weights = new Map(
    [...users].map(([feature, names]) => [feature, weight(names.size) * (feature.startsWith('{') ? OF_A_SLOT : 1)]),
  );
  return { of: (feature) => weights.get(feature) ?? ofUnknown, ofUnknown };
};
