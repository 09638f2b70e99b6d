import { isSlot, type Template } from './compile.ts';
import type { MeantWord } from './correction.ts';
import { exactMatch, type Match, type Surroundings } from './matching.ts';
import { isSameSense, senseOf } from './sense.ts';
import type { SlotReading } from './slots/slot-reader.ts';
import { featureOf, type Weights } from './weights.ts';

/** How much of what was said, by weight, must be the request itself; the rest is taken for chat around it. */
const MOSTLY = 0.6;
const LEAST_WORDS = 3;
/** How telling the words around an unlisted slot must be, summed. */
const TELLING = 4.7;

const weightOf = (words: readonly MeantWord[], weights: Weights): number =>
  words.reduce((sum, { word }) => sum + weights.of(featureOf(word)), 0);

const windowsOf = (words: readonly MeantWord[]): readonly (readonly MeantWord[])[] =>
  words
    .flatMap((_, from) =>
      words.slice(from + LEAST_WORDS - 1).map((__, more) => words.slice(from, from + LEAST_WORDS + more)),
    )
    .filter((window) => window.length < words.length);

const plain = (words: readonly MeantWord[]): readonly string[] => words.map(({ word }) => word);

/**
 * A request inside a longer sentence: "i hope you can tell me who is coming today because i must go out". Only when it
 * is most of what was said, when all such readings agree on the intent, and when the sense is not turned round.
 */
export const requestWithin = (
  words: readonly MeantWord[],
  around: Surroundings,
  weights: Weights,
): Match | undefined => {
  const whole = weightOf(words, weights);
  const sense = senseOf(plain(words));
  const found = windowsOf(words)
    .filter((window) => weightOf(window, weights) >= MOSTLY * whole)
    .toSorted((a, b) => b.length - a.length)
    .flatMap((window) => exactMatch(window, around) ?? [])
    .filter(({ template }) => !template.intent.startsWith('AMAZON.') && isSameSense(senseOf(template.parts), sense));
  const intents = new Set(found.map(({ template }) => template.intent));
  return intents.size === 1 ? found[0] : undefined;
};

/** The same request said twice over in different words: "aye, go on then", "no thank you, not now". */
export const saidTwice = (words: readonly MeantWord[], around: Surroundings): Match | undefined =>
  words
    .slice(1)
    .flatMap((_, at) => {
      const [first, second] = [exactMatch(words.slice(0, at + 1), around), exactMatch(words.slice(at + 1), around)];
      return first !== undefined && first.template.intent === second?.template.intent ? [first] : [];
    })
    .at(0);

const ownWeight = ({ parts }: Template, weights: Weights): number =>
  parts.reduce((sum, part) => sum + (isSlot(part) ? 0 : weights.of(featureOf(part))), 0);

/** "Tell me about …": whatever follows is a topic, listed or not. */
const asksAbout = ({ parts }: Template): boolean => {
  const before = parts.slice(0, parts.findIndex(isSlot)).filter((part) => part !== 'the' && part !== 'my');
  return before.length > 2 && before.at(-1) === 'about';
};

const unlistedSlot = (template: Template, words: readonly MeantWord[], around: Surroundings): Match | undefined => {
  const at = template.parts.findIndex(isSlot);
  const slot = template.parts[at];
  if (slot === undefined || !isSlot(slot)) return undefined;
  const after = template.parts.slice(at + 1);
  const to = words.length - after.length;
  const reader = around.readerOf(slot.type);
  const isAround =
    template.parts.slice(0, at).every((part, offset) => part === words[offset]?.word) &&
    after.every((part, offset) => part === words[to + offset]?.word);
  if (!isAround || reader.readUnlisted === undefined || to <= at || to - at > reader.mostWords) return undefined;
  const slots = new Map<string, SlotReading>([[slot.slot, reader.readUnlisted(words.slice(at, to))]]);
  return { template, slots };
};

/** A short word that was put right by its sound alone is as likely a name: "tern" is no "turn". */
const SHORT = 5;

const isNewName = ({ word, said, isSure }: MeantWord, { vocabulary }: Surroundings['compiled']): boolean =>
  isSure ? !vocabulary.has(word) : said.length < SHORT;

/** Whether words end in a listed value that begins with a name nobody foresaw: "tern bay" before "lunch club". */
const isNamed = (words: readonly MeantWord[], type: string, { compiled, readerOf, today }: Surroundings): boolean =>
  words.some((_, at) => {
    const isNameBefore = words.slice(0, at).some((word) => isNewName(word, compiled));
    return isNameBefore && readerOf(type).read(words.slice(at), today) !== undefined;
  });

/**
 * A sample around one of many of a kind: "tell me about the Tern Bay lunch club". A slot holds all that stands in its place, so it is
 * heard whole and not matched, rather than as the kind alone.
 */
export const namedMatch = (words: readonly MeantWord[], around: Surroundings): Match | undefined => {
  const fitting = around.compiled.templates.flatMap((template) => {
    const [slot, ...more] = template.parts.filter(isSlot);
    if (slot === undefined || more.length > 0) return [];
    const match = unlistedSlot(template, words, around);
    const at = template.parts.indexOf(slot);
    const within = words.slice(at, words.length - (template.parts.length - at - 1));
    return match !== undefined && isNamed(within, slot.type, around) ? [match] : [];
  });
  return fitting.toSorted((a, b) => b.template.parts.length - a.template.parts.length)[0];
};

/** Clear words around something that is not in the list: "tell me about penguins". The slot is heard and not matched. */
export const unlistedMatch = (words: readonly MeantWord[], around: Surroundings, weights: Weights): Match | undefined =>
  around.compiled.templates
    .filter(({ parts }) => parts.filter(isSlot).length === 1)
    .map((template) => ({ template, weight: ownWeight(template, weights) }))
    .filter(({ template, weight }) => weight >= TELLING || asksAbout(template))
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ template }) => unlistedSlot(template, words, around))
    .find((match) => match !== undefined);
