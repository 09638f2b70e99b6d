import type { Intent } from 'ask-sdk-model';
import { localDate } from '../../../lambda/core/kernel/uk-time.ts';
import { type CompiledModel, compile } from './compile.ts';
import { confirmationMatch } from './confirmation.ts';
import { type MeantWord, putRight, withOneConfusion } from './correction.ts';
import { elicitedMatch, unknownElicited } from './elicitation.ts';
import { withoutFillers, withoutStammer } from './hesitation.ts';
import type { LanguageModel } from './interaction-model.ts';
import { learnedMatcher } from './learned-match.ts';
import { looseMatcher } from './loose-match.ts';
import { exactMatch, type Match, type Surroundings } from './matching.ts';
import { namedMatch, requestWithin, saidTwice, unlistedMatch } from './partial-match.ts';
import { shapeIntent } from './shape-intent.ts';
import { customTypeReader, type DynamicType } from './slots/custom-type.ts';
import { builtInReader, type SlotReader } from './slots/slot-reader.ts';
import { weigh } from './weights.ts';
import { hear, said, type Word } from './words.ts';

/** For the page of the virtual Echo, wherever what was understood is shown. */
export const APPROXIMATE =
  "This Echo understands typed phrases from the skill's own sample phrases. A real Echo hears differently: it may understand phrases that this one does not, and the other way round.";

export type UnderstandContext = {
  /** Epoch milliseconds. */
  readonly now: number;
  /** The slot that the skill has just asked for (`Dialog.ElicitSlot`), or whose intent it is confirming. */
  readonly eliciting?: { readonly intent: string; readonly slot: string };
  /** The skill has just asked for a yes or no to that intent or slot (`Dialog.ConfirmIntent`, `Dialog.ConfirmSlot`). */
  readonly confirming?: 'intent' | 'slot';
  /** What `Dialog.UpdateDynamicEntities` gave for this session. */
  readonly dynamicEntities?: readonly DynamicType[];
};

export type Understood = {
  /** The words as they were heard: lower case, without punctuation. */
  readonly heard: string;
  readonly intent: Intent;
  /** `exact`: a sample word for word; `tolerant`: near enough to one; `fallback`: not understood. */
  readonly how: 'exact' | 'tolerant' | 'fallback';
};

type Found = { readonly intent: Intent; readonly how: Understood['how'] };

const FALLBACK = 'AMAZON.FallbackIntent';

const isOurs = ({ template }: Match): boolean => !template.intent.startsWith('AMAZON.');

type Readers = ReadonlyMap<string, (session: DynamicType | undefined) => SlotReader>;

const surroundings = (compiled: CompiledModel, custom: Readers, context: UnderstandContext): Surroundings => {
  const given = new Map(context.dynamicEntities?.map((type) => [type.name, type]));
  const readers = new Map([...custom].map(([name, reader]) => [name, reader(given.get(name))]));
  return { compiled, readerOf: (type) => readers.get(type) ?? builtInReader(type), today: localDate(context.now) };
};

const variants = (words: readonly Word[], { vocabulary }: CompiledModel): readonly (readonly Word[])[] => {
  const steady = withoutStammer(words, (word) => vocabulary.has(word));
  return [words, steady, withoutFillers(steady)];
};

const firstExact = (phrases: readonly (readonly Word[])[], around: Surroundings): Match | undefined =>
  phrases.map((words) => exactMatch(words, around)).find((match) => match !== undefined);

/**
 * Makes, once for a model, what the virtual Alexa understands with: phrase and context to the intent that a request would
 * carry. It knows no phrase but the samples of the model (and Amazon's own for the built-ins), and it is approximate: see
 * `APPROXIMATE`. In order: the slot or yes/no that was asked for; a sample word for word, then without stammer and
 * courtesies; the same with misheard words put right; one of a kind by its name; a bag of words clearly like one intent's samples; a request inside
 * a longer sentence; what its words point to, learned from the samples; clear words around an unlisted value; else AMAZON.FallbackIntent. An empty phrase is Fallback too.
 *
 * When `confirming` comes with `eliciting`, yes and no come back as that intent with its `confirmationStatus` (or its
 * slot's) set, as Alexa does; without, as AMAZON.YesIntent and AMAZON.NoIntent. The caller keeps earlier slots and merges.
 */
export const understand = (model: LanguageModel, skillId = 'amzn1.ask.skill.bell-bird') => {
  const compiled = compile(model);
  const weights = weigh(compiled);
  const custom: Readers = new Map(model.types.map((type) => [type.name, customTypeReader(skillId, type)]));
  const looselyLike = looseMatcher(compiled, weights);
  const learnedFrom = learnedMatcher(compiled, surroundings(compiled, custom, { now: 0 }));

  const shaped = ({ template, slots }: Match, how: Understood['how']): Found => {
    const intent = compiled.intents.get(template.intent) ?? { name: template.intent, slots: [], samples: [] };
    return { intent: shapeIntent(intent, slots), how };
  };

  const tolerantly = (words: readonly MeantWord[], around: Surroundings): Match | undefined => {
    if (words.length === 0) return undefined;
    const confused = firstExact(withOneConfusion(words, compiled.vocabulary), around);
    const plainly =
      exactMatch(words, around) ??
      (confused !== undefined && isOurs(confused) ? confused : undefined) ??
      saidTwice(words, around);
    const named = plainly === undefined ? namedMatch(words, around) : undefined;
    if (named !== undefined) return named;
    if (plainly !== undefined || words.length < 2) return plainly ?? unlistedMatch(words, around, weights);
    const learned = learnedFrom(words, around);
    if (learned.kind === 'other-talk') return undefined;
    return (
      looselyLike(words, around) ??
      requestWithin(words, around, weights) ??
      (learned.kind === 'match' ? learned.match : undefined) ??
      unlistedMatch(words, around, weights)
    );
  };

  return (phrase: string, context: UnderstandContext): Understood => {
    const words = hear(phrase);
    const around = surroundings(compiled, custom, context);
    const tries = variants(words, compiled);
    const find = (): Found => {
      const confirmed = confirmationMatch(tries, around, context);
      if (confirmed !== undefined) return { intent: confirmed, how: 'exact' };
      const exact = elicitedMatch(tries, around, context) ?? firstExact(tries, around);
      if (exact !== undefined) return shaped(exact, 'exact');
      const meant = putRight(tries.at(-1) ?? words, compiled.vocabulary);
      const tolerant =
        elicitedMatch([meant], around, context) ?? tolerantly(meant, around) ?? unknownElicited(meant, around, context);
      if (tolerant !== undefined) return shaped(tolerant, 'tolerant');
      return { intent: { name: FALLBACK, confirmationStatus: 'NONE' }, how: 'fallback' };
    };
    return { heard: said(words), ...find() };
  };
};
